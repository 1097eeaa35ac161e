// What a thing of each of the suite's domains can do, and what it shows before anybody speaks.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "home/things.h"
#include "score/understanding/ha_suite.h"

namespace hearth::score {

/// None for domains that Hearth has nothing for (weather, lists).
std::vector<home::Trait> traits_of(const SuiteHome::Entity& entity);
/// What it reports; the suite's state where there is one.
std::vector<std::pair<home::Capability, home::Value>> states_of(const SuiteHome::Entity& entity);

}  // namespace hearth::score
