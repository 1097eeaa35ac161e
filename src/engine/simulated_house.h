// A house in simulated time, on one thread, in one order: for recordings, scores and stories.
#pragma once

#include <memory>
#include <optional>

#include "engine/house.h"
#include "engine/models.h"
#include "graph/inline_executor.h"

namespace hearth::engine {

/// Nothing happens between calls. `models` and `journal` must outlive it.
class SimulatedHouse {
 public:
  /// Opens the house on the journal; attach doors to house(), then call house().start().
  static Result<std::unique_ptr<SimulatedHouse>> open(const Models& models, memory::Journal& journal, Time start,
                                                      HouseOptions options = {});

  House& house() { return *house_; }
  SimulatedClock& clock() { return clock_; }

  /// Works off everything that waits, without time passing.
  void settle();
  /// When something falls due by itself; nothing when nothing does.
  std::optional<Time> next_wake() const { return executor_.next_wake(); }
  /// Lets time pass until `to`, with every wake that falls due on the way.
  void advance(Time to);

 private:
  explicit SimulatedHouse(Time start) : clock_(start), executor_(clock_) {}

  SimulatedClock clock_;
  graph::InlineExecutor executor_;
  std::unique_ptr<House> house_;
};

}  // namespace hearth::engine
