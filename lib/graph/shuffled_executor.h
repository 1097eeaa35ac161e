// The inline executor with dice: to find, on one thread and repeatably, what depends on the order of lanes.
#pragma once

#include <deque>
#include <random>

#include "graph/inline_executor.h"

namespace hearth::graph {

/// As InlineExecutor, but the next request is any that could run, and its Return is held back while others overtake it;
/// only the returns of one node keep their order, as they do on threads. The same seed gives the same order.
class ShuffledExecutor final : public InlineExecutor {
 public:
  ShuffledExecutor(const Clock& clock, uint64_t seed) : InlineExecutor(clock), dice_(seed) {}

  bool run_one() override;
  void detach(const Graph& graph) override;

 private:
  std::mt19937_64 dice_;
  std::deque<std::pair<const Node*, Outgoing>> held_;
};

}  // namespace hearth::graph
