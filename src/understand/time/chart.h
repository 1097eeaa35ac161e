// Every reading of every stretch of a sentence by the time rules: a chart, filled from the right.
#pragma once

#include <deque>
#include <vector>

#include "understand/time/rule_graph.h"
#include "understand/time/tokens.h"

namespace hearth::understand {

/// A stretch of tokens as a part of some category.
struct TimePart {
  size_t begin = 0, end = 0;  ///< tokens [begin, end)
  RuleGraph::Category category = 0;
  double cost = 0;  ///< lower is likelier
  PartialTime value;
};

/// Fills in the constructor, in bounded time: no part is longer than 24 tokens, a stretch keeps four readings of a
/// category, and the whole ends after a fixed number of steps, beyond which stretches stay unread. Deterministic.
class TimeChart {
 public:
  TimeChart(const RuleGraph& graph, const std::vector<TimeToken>& tokens);

  /// The parts that begin at token `begin`, in the order found.
  const std::deque<TimePart>& at(size_t begin) const { return parts_[begin]; }
  /// The likeliest of that category over exactly this stretch; null when there is none.
  const TimePart* best(size_t begin, size_t end, RuleGraph::Category category) const;
  /// Of each token, as the rules number them; 0 where no rule has it.
  const std::vector<uint32_t>& words() const { return words_; }
  /// Whether steps ran out.
  bool cut_short() const { return steps_ <= 0; }

 private:
  void fill(size_t begin);
  void go_on(size_t begin, RuleGraph::Node node, size_t end, double cost);
  void end_here(size_t begin, RuleGraph::Node node, size_t end, double cost);
  void add(TimePart part);

  const RuleGraph& graph_;
  std::vector<uint32_t> words_;
  std::vector<std::deque<TimePart>> parts_;
  std::vector<const PartialTime*> read_;  ///< the categories read on the way to the node at hand
  int64_t steps_;
};

}  // namespace hearth::understand
