// Answers to questions about what is now.
#pragma once

#include "answer/home/state_reader.h"
#include "flow/answer.h"
#include "flow/request.h"

namespace hearth::answer {

/// House thread: reads the present as it is at this entry.
class StateAnswerer {
 public:
  /// `present` must outlive it. `stale_after`: a state not reported for so long is said to be old.
  explicit StateAnswerer(const memory::Present& present, Duration stale_after = std::chrono::hours(24))
      : present_(present), stale_after_(stale_after) {}

  /// Fills words, assumptions, value, evidence and confidence. False when the question is none about states: of the
  /// kinds "state", "is", "any", "all", "which", "how_many", "where", "temperature", "target_temperature".
  bool answer(const flow::Request& request, Time now, flow::Answer& answer) const;
  Duration stale_after() const { return stale_after_; }

 private:
  struct Count;
  void one(const flow::Request& request, Time now, flow::Answer& answer) const;
  void several(const flow::Request& request, std::string_view state, Time now, flow::Answer& answer) const;
  void temperature(const flow::Request& request, Time now, flow::Answer& answer) const;

  const memory::Present& present_;
  const Duration stale_after_;
};

}  // namespace hearth::answer
