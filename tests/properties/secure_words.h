// The words without which nobody has asked for a door to open, an alarm to go off or a house to be heated: written from
// the languages, not from the program, so that the one can be held against the other.
#pragma once

#include <string_view>

#include "flow/step.h"
#include "home/things.h"

namespace hearth::properties {

/// Whether `said` has any word that asks for this Secure change. `language`: en, de, fr or es; "" for all of them.
/// Generous: that a word is there does not make it a request, but where none is there was none.
bool asks_for(std::string_view said, std::string_view language, const flow::Set& set, const home::Entity& entity);

}  // namespace hearth::properties
