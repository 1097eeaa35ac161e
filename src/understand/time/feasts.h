// Days of the year that have names.
#pragma once

#include <optional>
#include <string_view>

#include "calendar/civil.h"

namespace hearth::understand {

/// The number of a feast by its name in the rules ("easter", "christmas_eve"); -1 when there is none.
int feast_named(std::string_view name);

/// Its day in that year (1583 to 9999). Easter by the Gregorian rule (Butcher's method, Meeus, "Astronomical
/// Algorithms", chapter 8). Nothing for a number that feast_named does not give.
std::optional<calendar::CivilTime> feast_day(int feast, int year);

}  // namespace hearth::understand
