// When something is meant to happen.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"

namespace hearth::flow {

/// When something is meant to happen, as it was said and as it was read.
struct When {
  /// "at seven", "until ten", "for half an hour", "in ten minutes", "from seven to nine".
  enum Role : uint8_t { At, Until, For, After, Between };
  Role role = At;
  enum Grain : uint8_t { Second, Minute, Hour, PartOfDay, Day, Weekend, Week, Month, Season, Year };
  Grain grain = Minute;
  std::string spoken;            ///< the words
  Time from{}, to{};             ///< [from, to) of the first occurrence
  double seconds = 0;            ///< a length: of For and After
  std::string recurrence, zone;  ///< RFC 5545 rule (lib/calendar/recurrence.h), IANA zone; empty: once
  std::vector<Time> others;      ///< other moments that the words may as well mean: morning or evening has to be asked
  bool dated = false;            ///< the words name a day: "Saturday at seven", not "at seven"
  bool operator==(const When&) const = default;
};

/// The moment that the words name: the end of Until, the beginning of all others.
inline Time moment_of(const When& when) { return when.role == When::Until ? when.to : when.from; }
inline void set_moment(When& when, Time at) { (when.role == When::Until ? when.to : when.from) = at; }

}  // namespace hearth::flow
