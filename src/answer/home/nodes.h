// Questions about the home as it is now, as a node of the house.
#pragma once

#include "answer/home/state_answerer.h"
#include "calendar/zone.h"
#include "flow/meaning.h"
#include "graph/node.h"
#include "memory/promises.h"

namespace hearth::answer {

/// House node. In: every Meaning. Out: exactly one Answer each, at once; `absent` when the likeliest reading asks
/// nothing that can be read off the present state, the promises or the clock.
struct HomeAnswerNode final : graph::Node {
  static constexpr const char* kName = "answer.home";  ///< stays the same between versions

  graph::In<flow::Meaning> meaning{this, "meaning", &HomeAnswerNode::answer_to};
  graph::Out<flow::Answer> answer{this, "answer"};

  /// Both must outlive the node and be folded before it runs.
  HomeAnswerNode(const memory::Present& present, const memory::Promises& promises, calendar::Zone zone = {});

 private:
  Result<void> answer_to(const flow::Meaning& asked, graph::Context& context);
  /// False when the question is none of the home's.
  bool look_up(const flow::Request& request, Time now, flow::Answer& found) const;

  const memory::Present& present_;
  const StateAnswerer states_;
  const memory::Promises& promises_;
  const calendar::Zone zone_;
};

}  // namespace hearth::answer
