// decide/ in the graph: Meanings, Proposals and Answers in, Plans out.
#pragma once

#include "decide/decider.h"
#include "decide/waiting.h"
#include "graph/node.h"
#include "graph/port.h"

namespace hearth::decide {

/// House node "decide". A Meaning that asks something waits until each of `Settings::answerers` has answered it, or
/// until `Settings::answer_within` has passed; everything else is settled at once. The node keeps nothing: what waits
/// stands in `waiting`. Connect `answer` and `observation`
/// after memory has folded them; without answering nodes `answer` may stay unconnected.
struct DecideNode final : graph::Node {
  graph::In<flow::Meaning> meaning{this, "meaning", &DecideNode::take_meaning};
  graph::In<flow::Proposal> proposal{this, "proposal", &DecideNode::take_proposal, graph::Need::Optional};
  graph::In<flow::Answer> answer{this, "answer", &DecideNode::take_answer, graph::Need::Optional};
  /// Somebody who wakes up is a reason to judge again what was deferred.
  graph::In<flow::Observation> observation{this, "observation", &DecideNode::take_observation, graph::Need::Optional};
  /// What the node "understand" could not do is answered too, where it was said.
  graph::In<flow::LaneReturn> returned{this, "returned", &DecideNode::take_return, graph::Need::Optional};
  graph::Out<flow::Plan> plan{this, "plan"};

  /// All must outlive the node; `waiting` must have folded a message before it comes here.
  DecideNode(const memory::Memory& memory, const WaitingMeanings& waiting, const Settings& settings);

  Result<void> start(graph::Context& context) override;
  Result<void> wake(std::string_view key, Time due, graph::Context& context) override;

 private:
  Result<void> take_meaning(const flow::Meaning& said, graph::Context& context);
  Result<void> take_proposal(const flow::Proposal& proposed, graph::Context& context);
  Result<void> take_answer(const flow::Answer& given, graph::Context& context);
  Result<void> take_observation(const flow::Observation& seen, graph::Context& context);
  Result<void> take_return(const flow::LaneReturn& back, graph::Context& context);
  bool complete(const WaitingMeanings::Waiting& waiting) const;
  void settle(const WaitingMeanings::Waiting& waiting, graph::Context& context);
  void judge_again(graph::Context& context);
  void arm_judgement(graph::Context& context);

  const memory::Memory& memory_;
  const WaitingMeanings& waiting_;
  const Settings& settings_;
  const Decider decider_;
};

}  // namespace hearth::decide
