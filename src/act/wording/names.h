// What things and rooms are called in a listener's language.
#pragma once

#include <string>
#include <string_view>

#include "home/home.h"

namespace hearth::act {

/// The name in that language where the thing has one, else the one that is displayed.
std::string name_of(const home::Home& home, home::EntityId id, std::string_view language);
std::string name_of(const home::Home& home, home::AreaId id, std::string_view language);

}  // namespace hearth::act
