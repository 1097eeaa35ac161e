// act/ in the graph: Plans in, Commands and Outcomes out; promises that come due.
#pragma once

#include "act/runner/runner.h"
#include "flow/notice.h"
#include "graph/node.h"
#include "graph/port.h"
#include "memory/promises.h"

namespace hearth::act {

/// House node "act.runner". Connect its inputs so that memory has folded a message before it comes here, and fold what
/// it sends at once: it knows no more of a plan than memory::Plans does. A step is Started, its Command follows, and it
/// is Done when the device shows the value.
struct RunnerNode final : graph::Node {
  graph::In<flow::Plan> plan{this, "plan", &RunnerNode::take_plan};
  graph::In<flow::Receipt> receipt{this, "receipt", &RunnerNode::take_receipt};
  graph::In<flow::Observation> observation{this, "observation", &RunnerNode::take_observation};
  graph::In<flow::ClockStep> clock_step{this, "clock_step", &RunnerNode::take_clock_step, graph::Need::Optional};
  graph::Out<flow::Outcome> outcome{this, "outcome"};
  graph::Out<flow::Command> command{this, "command"};
  graph::Out<flow::Lesson> lesson{this, "lesson"};

  RunnerNode(const memory::Present& present, const memory::Plans& plans, const Worder& worder,
             const RunnerSettings& settings);

  /// Goes on with what a stop of the house left unfinished: what the devices show is Done, a Set still before its
  /// deadline is sent again, once, and the rest is Failed and said.
  Result<void> start(graph::Context& context) override;
  Result<void> wake(std::string_view key, Time due, graph::Context& context) override;

 private:
  Result<void> take_plan(const flow::Plan& newer, graph::Context& context);
  Result<void> take_receipt(const flow::Receipt& delivered, graph::Context& context);
  Result<void> take_observation(const flow::Observation& seen, graph::Context& context);
  /// Deadlines lie elsewhere by the new clock.
  Result<void> take_clock_step(const flow::ClockStep& step, graph::Context& context);
  /// Carries the plan on as far as it goes now. Errors: of the first phrase that could not be worded.
  Result<void> advance(flow::MessageId id, graph::Context& context);
  Result<void> advance_all(const std::vector<flow::MessageId>& ids, graph::Context& context);
  void emit(const memory::PlanRecord& record, Emission emission, graph::Context& context);

  const memory::Plans& plans_;
  const Runner runner_;
};

/// House node "act.promises". Tells timers, alarms and reminders when they are due, also those that came due while the
/// house was off, and those that wait for something in the home to become so. `outcome` closes a cycle (ring, plan,
/// outcome): connect it `later`; `observation` after memory has folded it.
struct PromisesNode final : graph::Node {
  graph::In<flow::Outcome> outcome{this, "outcome", &PromisesNode::take_outcome};
  graph::In<flow::ClockStep> clock_step{this, "clock_step", &PromisesNode::take_clock_step, graph::Need::Optional};
  graph::In<flow::Observation> observation{this, "observation", &PromisesNode::take_observation, graph::Need::Optional};
  graph::Out<flow::Proposal> proposal{this, "proposal"};

  PromisesNode(const memory::Promises& promises, const memory::Plans& plans, const memory::Present& present);

  Result<void> start(graph::Context& context) override;
  Result<void> wake(std::string_view key, Time due, graph::Context& context) override;

 private:
  Result<void> take_outcome(const flow::Outcome& ended, graph::Context& context);
  Result<void> take_clock_step(const flow::ClockStep& step, graph::Context& context);
  Result<void> take_observation(const flow::Observation& seen, graph::Context& context);
  void arm(graph::Context& context) const;
  /// Sends what it comes to, and arms its next time.
  void tell(const memory::Promised& promised, graph::Context& context);

  const memory::Promises& promises_;
  const memory::Plans& plans_;
  const memory::Present& present_;
};

}  // namespace hearth::act
