// Values as people write them: "60%", "locked", "21.5 °C", "on".
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "home/capability.h"

namespace hearth::simulation {

/// The value of that capability. A unit that is not the capability's own is an error, nothing is converted; "?" is
/// unknown. Errors: InvalidInput, saying what was expected.
Result<home::Value> parse_value(home::Capability capability, std::string_view text);

/// By its snake_case name. Errors: NotFound.
Result<home::Capability> parse_capability(std::string_view name);

}  // namespace hearth::simulation
