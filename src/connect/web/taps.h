// A tap as a Meaning: what is wanted without a word being said.
#pragma once

#include "base/json.h"
#include "flow/meaning.h"
#include "home/home.h"

namespace hearth::connect {

/// {"entity", "capability", "value"?}: set one thing. Without a value, what is on or off is toggled.
/// Errors, naming the member: NotFound for an entity that is not there, InvalidInput for a capability that it cannot be
/// set by or a value of another kind. Bounds and words are not looked at: deciding says what is wrong with those.
Result<flow::Meaning> tap_of(const Json& asked, const home::Home& home);

/// {"plan"}: take back what that plan did.
Result<flow::Meaning> undo_of(const Json& asked);

}  // namespace hearth::connect
