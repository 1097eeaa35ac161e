// The date and time at the start of a recorded line, as the recorder's wall clock showed it.
#pragma once

#include <string_view>

#include "calendar/civil.h"

namespace hearth::connect {

struct Stamp {
  calendar::CivilTime civil;
  int microsecond = 0;

  constexpr auto operator<=>(const Stamp&) const = default;
};

/// Missing: the text does not begin with anything like a date. Impossible: it does, but no calendar has it.
enum class StampFound : unsigned char { Yes, Missing, Impossible };

/// Takes "2010-11-04 00:03:50.209589" or "25-Feb-2008 00:20:14" off the front of `text`; the fraction may be absent and
/// is cut at microseconds. `text` is moved only on Yes.
StampFound take_stamp(std::string_view& text, Stamp& stamp);

/// The stamp as a point on a line without any zone, for differences.
int64_t wall_microseconds(const Stamp& stamp);

}  // namespace hearth::connect
