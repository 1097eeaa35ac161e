// What a device of a kind can usually sense and be set to.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "home/things.h"

namespace hearth::simulation {

/// Empty for kinds that have nothing in common, such as sensors.
std::vector<home::Trait> usual_traits(std::string_view kind);

/// "brightness", "target_temperature(5..30)", "thermostat_mode(off,heat)". Whether it is sensed or settable follows
/// from the capability. Errors: NotFound, InvalidInput.
Result<home::Trait> parse_trait(std::string_view text);

/// The tier that the riskier direction of such an entity has.
home::Tier usual_tier(std::string_view kind, std::string_view device_class);

}  // namespace hearth::simulation
