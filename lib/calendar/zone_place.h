// Where a zone's chief town lies: a stand-in for a home whose place nobody has told.
#pragma once

#include <optional>
#include <string_view>

#include "calendar/sun.h"

namespace hearth::calendar {

/// The town that the zone is named for, from tzdata's zone.tab (degrees and minutes, so good to about a mile of that
/// town; a home elsewhere in the zone sees the sun up to an hour earlier or later). Nothing for UTC, for names that are
/// links, and where there is no such file. The first call reads the file; thread-safe.
std::optional<Place> place_of_zone(std::string_view zone);

}  // namespace hearth::calendar
