// The timers and items that a sentence speaks of as if they were there, put into the past of its home.
#pragma once

#include <vector>

#include "flow/message.h"
#include "score/understanding/furnished_home.h"

namespace hearth::score {

/// What a home remembers when the sentence is said.
struct Past {
  std::vector<flow::Entry> entries;    ///< numbered from 1: what it is furnished with, its states, its promises
  std::vector<flow::MessageId> meant;  ///< the plans that began the timer or item that the test is about
};

/// "Cancel the pizza timer" needs one, and another that is not to be touched: beside a timer that the test tells by
/// name, length or area there is one of neither. `now`: when the sentence will be said.
Past past_of(const SuiteFile& file, const SuiteTest& test, const FurnishedHome& furnished, Time now);

/// Seconds in the slots `prefix`hours, minutes and seconds; nothing when there are none.
std::optional<double> seconds_in(const SuiteTest& test, const std::string& prefix);

}  // namespace hearth::score
