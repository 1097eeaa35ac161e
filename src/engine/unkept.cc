#include "engine/unkept.h"

#include <algorithm>

namespace hearth::engine {
namespace {

flow::Because not_written(const flow::Receipt& refused) {
  const std::string reason = refused.error ? refused.error->message : "";
  return {flow::Faculty::Promises,
          {"because.not_written", {}},
          {{flow::Evidence::Message, refused.head.id.value, reason, 1}},
          1};
}

flow::Plan told(const flow::Plan& made, const flow::Receipt& refused) {
  flow::Plan plan;
  plan.head.trace = made.head.trace;
  plan.head.from = {refused.head.id, made.head.id};
  plan.head.because.push_back(not_written(refused));
  plan.settles = refused.head.id;
  plan.verdict = flow::Plan::Decline;
  plan.steps = {flow::Say{{"failed.not_written", {}}}};
  plan.person = made.person;
  plan.reply = made.reply;
  plan.language = made.language;
  plan.unasked = made.unasked;
  return plan;
}

}  // namespace

bool is_unkept(const flow::Receipt& receipt, const memory::Plans& plans) {
  const memory::PlanRecord* record = plans.find(receipt.plan);
  return receipt.error && record != nullptr && receipt.step < record->steps.size() &&
         std::holds_alternative<flow::Promise>(record->plan.steps[receipt.step]);
}

Result<void> UnkeptNode::take_back(const flow::Receipt& refused, graph::Context& context) {
  if (!is_unkept(refused, plans_)) return ok();
  const memory::PlanRecord* record = plans_.find(refused.plan);
  if (record->steps[refused.step].progress != flow::Outcome::Done) return ok();
  // One plan may promise several things, each with a Receipt of its own; they are told of once.
  const bool first = std::ranges::none_of(record->steps, [&](const memory::StepRecord& step) {
    const auto number = static_cast<size_t>(&step - record->steps.data());
    return step.progress == flow::Outcome::Refused && std::holds_alternative<flow::Promise>(record->plan.steps[number]);
  });
  flow::Outcome undone;
  undone.head.trace = record->plan.head.trace;
  undone.head.from = {refused.head.id, record->plan.head.id};
  undone.head.because.push_back(not_written(refused));
  undone.plan = refused.plan;
  undone.step = refused.step;
  undone.progress = flow::Outcome::Refused;
  undone.error = refused.error;
  outcome.send(std::move(undone), context);
  record = plans_.find(refused.plan);
  if (first && record != nullptr && record->finished) plan.send(told(record->plan, refused), context);
  return ok();
}

}  // namespace hearth::engine
