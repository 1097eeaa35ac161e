// From what a clock on the wall shows to UTC and back, by the rules of an IANA time zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "calendar/civil.h"

namespace date {
class time_zone;
}

namespace hearth::calendar {

/// Which instant a civil time means when the clocks were set back and it came twice.
enum class Ambiguous : unsigned char { Earlier, Later };

/// What a civil time is in a zone: most come once, some never, some twice.
struct Placement {
  enum Kind : unsigned char { Unique, Gap, Overlap };
  Kind kind = Unique;
  Time earlier;  ///< Gap: the civil time read with the offset from before the gap, so it lies behind the gap
  Time later;    ///< Overlap: the second time round; else equal to `earlier`
};

/// A small value, copied freely. Thread-safe: all functions are const and read rules that never change once loaded; the
/// first use of a zone reads its file from the system's tzdata. Rules end in 2037, after which the last offset stands.
/// Fractions of a second are cut off in civil times.
class Zone {
 public:
  /// UTC, which needs no tzdata.
  Zone() = default;

  /// By IANA name ("Europe/Berlin"; links such as "Asia/Katmandu" too). Errors: NotFound, naming near misses, when
  /// tzdata has no such zone; Unavailable when there is no tzdata to read.
  static Result<Zone> find(std::string_view name);

  /// The name that it was found by.
  const std::string& name() const { return name_; }

  CivilTime to_civil(Time time) const;
  /// A civil time in a gap moves forward by the length of the gap; of two, `ambiguous` says which.
  Time to_utc(const CivilTime& time, Ambiguous ambiguous = Ambiguous::Earlier) const;
  Placement place(const CivilTime& time) const;

  /// What to add to UTC at this instant.
  std::chrono::seconds offset(Time time) const;
  /// As tzdata has it: "CEST", or "+0545" where there is no name.
  std::string abbreviation(Time time) const;
  /// The first instant after `time` from which offset or abbreviation differ; nothing when no change is known.
  std::optional<Time> next_transition(Time time) const;

  bool operator==(const Zone& other) const { return rules_ == other.rules_; }

 private:
  const date::time_zone* rules_ = nullptr;  ///< lives as long as the program; null is UTC
  std::string name_ = "UTC";
};

}  // namespace hearth::calendar
