// Takes the time out of a sentence, so that the grammar reads the rest: "turn on the porch light at seven".
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/zone.h"
#include "flow/when.h"

namespace hearth::understand {

/// A time expression inside a sentence, with its preposition: bytes [first, last).
struct SpokenTime {
  size_t first = 0, last = 0;
  flow::When when;
};

/// A time that a sentence says in several places: "tomorrow wake me at seven". `spans`: as above, in order.
struct ScatteredTime {
  std::vector<std::pair<size_t, size_t>> spans;
  flow::When when;
};

/// Who reads times. `find`: every time expression in a text of that language, longest first; `gather`: the one time
/// that all of them say together. Null: none is ever found. Any thread.
struct TimeWords {
  calendar::Zone zone;  ///< of the home
  std::function<std::vector<SpokenTime>(std::string_view text, std::string_view language, Time now,
                                        const calendar::Zone& zone)>
      find;
  std::function<std::optional<ScatteredTime>(std::string_view text, std::string_view language, Time now,
                                             const calendar::Zone& zone)>
      gather;

  std::vector<SpokenTime> in(std::string_view text, std::string_view language, Time now) const;
};

/// What a sentence says without its time, and the time.
struct Cut {
  std::string rest;
  flow::When when;
  bool leading = false;  ///< the sentence begins with it
};

/// "Now", "at once": what is meant then is meant without any time.
bool is_now(const flow::When& when, Time now);

/// Every way to take a time out: one expression, the longest first; then a beginning and how long it is to last; then
/// all of them where they say one time together, such as a day and a time of day.
std::vector<Cut> cuts(std::string_view text, std::string_view language, Time now, const TimeWords& words);

}  // namespace hearth::understand
