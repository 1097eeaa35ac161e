#include "act/nodes.h"

#include <charconv>

#include "act/promises/alarm_clock.h"

namespace hearth::act {

RunnerNode::RunnerNode(const memory::Present& present, const memory::Plans& plans, const Worder& worder,
                       const RunnerSettings& settings)
    : Node("act.runner"), plans_(plans), runner_(present, plans, worder, settings) {}

void RunnerNode::emit(const memory::PlanRecord& record, Emission emission, graph::Context& context) {
  if (auto* words_or_set = std::get_if<flow::Command>(&emission)) {
    command.send(std::move(*words_or_set), context);
    return;
  }
  auto& result = std::get<flow::Outcome>(emission);
  const auto* taught = std::get_if<flow::Lesson>(&record.plan.steps[result.step]);
  if (taught != nullptr && result.progress == flow::Outcome::Done) {
    flow::Lesson message = *taught;
    message.head.trace = record.plan.head.trace;
    message.head.from.push_back(record.plan.head.id);
    lesson.send(std::move(message), context);
  }
  outcome.send(std::move(result), context);
}

Result<void> RunnerNode::advance(flow::MessageId id, graph::Context& context) {
  std::vector<Error> problems;
  const memory::PlanRecord* record = plans_.find(id);
  // Each emission is folded when `send` returns, so the record may have moved or gone.
  for (; record != nullptr && !record->finished; record = plans_.find(id)) {
    std::optional<Emission> emission = runner_.next(*record, context.now(), problems);
    if (!emission) break;
    emit(*record, std::move(*emission), context);
  }
  const std::string key = std::to_string(id.value);
  const Time next = record == nullptr || record->finished ? kNever : runner_.wake(*record);
  if (next == kNever) {
    context.cancel_wake(key);
  } else {
    context.wake_at(next, key);
  }
  if (!problems.empty()) return problems.front();
  return ok();
}

Result<void> RunnerNode::advance_all(const std::vector<flow::MessageId>& ids, graph::Context& context) {
  Result<void> first;
  for (const flow::MessageId id : ids) {
    Result<void> went = advance(id, context);
    if (first.ok() && !went.ok()) first = std::move(went);
  }
  return first;
}

Result<void> RunnerNode::take_plan(const flow::Plan& newer, graph::Context& context) {
  std::vector<flow::MessageId> touched;
  for (const memory::PlanRecord& record : plans_.all()) {
    if (!record.finished && runner_.overruled(record, newer)) touched.push_back(record.plan.head.id);
  }
  for (const flow::MessageId id : touched) {
    for (const memory::PlanRecord* record = plans_.find(id); record != nullptr; record = plans_.find(id)) {
      std::optional<flow::Outcome> interrupted = runner_.overruled(*record, newer);
      if (!interrupted) break;
      outcome.send(std::move(*interrupted), context);
    }
  }
  touched.push_back(newer.head.id);
  return advance_all(touched, context);
}

Result<void> RunnerNode::take_receipt(const flow::Receipt& delivered, graph::Context& context) {
  const memory::PlanRecord* record = plans_.find(delivered.plan);
  if (record == nullptr || record->finished) return ok();
  std::optional<flow::Outcome> result = runner_.received(*record, delivered);
  if (!result) return ok();
  outcome.send(std::move(*result), context);
  return advance(delivered.plan, context);
}

Result<void> RunnerNode::take_observation(const flow::Observation& seen, graph::Context& context) {
  std::vector<flow::MessageId> waiting;
  for (const memory::PlanRecord& record : plans_.all()) {
    if (!record.finished && Runner::waits_for(record, seen.entity, seen.capability)) {
      waiting.push_back(record.plan.head.id);
    }
  }
  return advance_all(waiting, context);
}

Result<void> RunnerNode::take_clock_step(const flow::ClockStep&, graph::Context& context) {
  std::vector<flow::MessageId> unfinished;
  for (const memory::PlanRecord& record : plans_.all()) {
    if (!record.finished) unfinished.push_back(record.plan.head.id);
  }
  return advance_all(unfinished, context);
}

Result<void> RunnerNode::wake(std::string_view key, Time, graph::Context& context) {
  uint64_t id = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
  if (error != std::errc() || end != key.data() + key.size()) {
    return invalid("expected the number of a plan, got \"" + std::string(key) + "\"", "act.runner.wake");
  }
  return advance(flow::MessageId{id}, context);
}

Result<void> RunnerNode::start(graph::Context& context) {
  std::vector<flow::MessageId> unfinished;
  for (const memory::PlanRecord& record : plans_.all()) {
    if (!record.finished) unfinished.push_back(record.plan.head.id);
  }
  for (const flow::MessageId id : unfinished) {
    const memory::PlanRecord* record = plans_.find(id);
    for (uint16_t step = 0; record != nullptr && step < record->steps.size(); ++step) {
      if (auto repeated = runner_.again(*record, step, context.now())) emit(*record, std::move(*repeated), context);
      record = plans_.find(id);
    }
  }
  return advance_all(unfinished, context);
}

PromisesNode::PromisesNode(const memory::Promises& promises, const memory::Plans& plans, const memory::Present& present)
    : Node("act.promises"), promises_(promises), plans_(plans), present_(present) {}

void PromisesNode::arm(graph::Context& context) const {
  for (const memory::Promised& promised : promises_.all()) {
    if (!rings(promised)) continue;
    context.wake_at(next_ring(promised, context.now()), episode_of(promised));
  }
}

void PromisesNode::tell(const memory::Promised& promised, graph::Context& context) {
  const std::string episode = episode_of(promised);
  for (flow::Proposal& told : ring(promised, present_, context.now())) proposal.send(std::move(told), context);
  // Each is folded when `send` returns.
  const memory::Promised* after = find(promises_, episode);
  if (after != nullptr && rings(*after)) context.wake_at(next_ring(*after, context.now()), episode);
}

Result<void> PromisesNode::start(graph::Context& context) {
  arm(context);
  return ok();
}

Result<void> PromisesNode::take_outcome(const flow::Outcome& ended, graph::Context& context) {
  if (ended.progress != flow::Outcome::Done) return ok();
  const memory::PlanRecord* record = plans_.find(ended.plan);
  if (record == nullptr || ended.step >= record->plan.steps.size()) return ok();
  const auto* promise = std::get_if<flow::Promise>(&record->plan.steps[ended.step]);
  if (promise == nullptr || promise->kind == flow::Promise::Item) return ok();
  arm(context);
  return ok();
}

Result<void> PromisesNode::take_clock_step(const flow::ClockStep&, graph::Context& context) {
  arm(context);
  return ok();
}

Result<void> PromisesNode::take_observation(const flow::Observation& seen, graph::Context& context) {
  std::vector<std::string> met;
  for (const memory::Promised& promised : promises_.all()) {
    const std::optional<flow::Trigger>& trigger = promised.promise.trigger;
    const bool about = trigger && trigger->entity == seen.entity && trigger->capability == seen.capability;
    if (about && trigger->armed && !promised.rung && flow::passes(*trigger, seen.value)) {
      met.push_back(episode_of(promised));
    }
  }
  for (const std::string& episode : met) {
    if (const memory::Promised* promised = find(promises_, episode)) tell(*promised, context);
  }
  return ok();
}

Result<void> PromisesNode::wake(std::string_view key, Time due, graph::Context& context) {
  const memory::Promised* promised = find(promises_, key);
  if (promised == nullptr || !rings(*promised)) return ok();  // cancelled or paused meanwhile
  const Time next = next_ring(*promised, std::min(due, context.now()) - Duration(1));
  if (next > context.now()) {
    context.wake_at(next, key);
  } else {
    tell(*promised, context);
  }
  return ok();
}

}  // namespace hearth::act
