// A promise that the journal would not take is taken back, and whoever asked hears of it.
#pragma once

#include "flow/command.h"
#include "flow/outcome.h"
#include "flow/plan.h"
#include "graph/node.h"
#include "graph/port.h"
#include "memory/plans.h"

namespace hearth::engine {

/// House node "engine.unkept". The house answers a batch that the journal refused with a Receipt for each promise in
/// it, whose error says why. That step is then Refused, by which memory takes the promise back. Where its plan has come
/// to an end, and so can say nothing any more, a Plan (Decline) that settles the Receipt tells it in its place.
/// Connect `plan` to what carries Plans out; memory must fold what this node sends at once.
struct UnkeptNode final : graph::Node {
  graph::In<flow::Receipt> receipt{this, "receipt", &UnkeptNode::take_back};
  graph::Out<flow::Outcome> outcome{this, "outcome"};
  graph::Out<flow::Plan> plan{this, "plan"};

  /// `plans` must outlive the node.
  explicit UnkeptNode(const memory::Plans& plans) : Node("engine.unkept"), plans_(plans) {}

 private:
  Result<void> take_back(const flow::Receipt& refused, graph::Context& context);

  const memory::Plans& plans_;
};

/// True for a Receipt that says that a promise could not be written down.
bool is_unkept(const flow::Receipt& receipt, const memory::Plans& plans);

}  // namespace hearth::engine
