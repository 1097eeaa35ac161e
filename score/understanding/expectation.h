// What the house has to do so that a suite's test was understood: the test's intent and slots in Hearth's own terms.
#pragma once

#include <string>
#include <vector>

#include "flow/step.h"
#include "score/understanding/furnished_home.h"

namespace hearth::score {

/// A value that a thing is to be set to: `to`, or any number between `low` and `high`, both outside.
struct Goal {
  home::EntityId entity;
  home::Capability capability = home::Capability::None;
  home::Value to;
  double low = 0, high = 0;  ///< where `to` is unknown
  bool optional = false;     ///< may be set besides, such as a lamp that is lit to show its colour
};

struct Expectation {
  enum Kind : uint8_t {
    Sets,      ///< all goals, and nothing else
    Answers,   ///< says one of `responses`, by numbers, names and yes or no
    Promises,  ///< one promise step a `changes`, or one that begins
    Drops,     ///< does nothing, knowingly
    Replies,   ///< says something and does nothing: the suite has no more to check
  };
  Kind kind = Replies;
  std::vector<Goal> goals;
  std::vector<std::string> responses;
  std::vector<std::string> names;  ///< of all things in the suite's home, for answers
  flow::Promise promise;           ///< kind, change, seconds; name or item in `about`, list
  std::vector<flow::MessageId> changes;
  bool delayed = false;  ///< a command is to be carried out when the timer ends
};

/// `meant_promises`: of Past::meant. An intent for which Hearth has no act gives Replies.
Expectation expectation_of(const SuiteFile& file, const SuiteTest& test, const FurnishedHome& furnished,
                           const std::vector<flow::MessageId>& meant_promises);

/// The intents that Hearth claims to carry out; all others are counted beside.
bool is_claimed(std::string_view intent);

}  // namespace hearth::score
