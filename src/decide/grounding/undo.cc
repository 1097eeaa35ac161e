#include "decide/grounding/undo.h"

#include <algorithm>

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Outcome;

bool carried_out(const memory::StepRecord& step) {
  return step.progress == Outcome::Done || step.progress == Outcome::Unconfirmed;
}

void take_back(const flow::Set& set, const memory::StepRecord& record, const memory::Present& present,
               Grounded& result) {
  const home::CapabilityFacts& facts = home::facts(set.capability);
  if (record.before == record.after && record.progress == Outcome::Done) return;  // it was so already
  if (facts.momentary || !home::known(record.before)) {
    result.remarks.push_back(phrase("undo.impossible", {named(set.entity)}));
    return;
  }
  const home::Value is = present.value(set.entity, set.capability);
  const home::Value& led_to = home::known(record.after) ? record.after : set.to;
  if (record.progress == Outcome::Done && !home::same(is, led_to, facts.tolerance)) {
    result.remarks.push_back(phrase("undo.touched", {named(set.entity)}));
    return;
  }
  if (!present.available(set.entity)) {
    result.remarks.push_back(phrase("decline.unavailable", {named(set.entity)}));
    return;
  }
  const bool was_dark = set.capability == home::Capability::Brightness && record.before == home::Value(0.0);
  if (was_dark && present.home()->trait(set.entity, home::Capability::OnOff) != nullptr) {
    result.steps.emplace_back(flow::Set{set.entity, home::Capability::OnOff, false, set.over_s});
    return;
  }
  result.steps.emplace_back(flow::Set{set.entity, set.capability, record.before, set.over_s});
}

void take_back(const flow::Promise& promise, flow::MessageId plan, Grounded& result) {
  if (promise.change == flow::Promise::Begin) {
    flow::Promise cancel = promise;
    cancel.change = flow::Promise::Cancel;
    cancel.changes = plan;
    result.steps.emplace_back(std::move(cancel));
    return;
  }
  flow::Promise back = promise;
  switch (promise.change) {
    case flow::Promise::Pause:
      back.change = flow::Promise::Resume;
      break;
    case flow::Promise::Resume:
      back.change = flow::Promise::Pause;
      break;
    case flow::Promise::Extend:
      back.seconds = -promise.seconds;
      break;
    default:
      result.remarks.push_back(phrase("undo.promise"));
      return;
  }
  result.steps.emplace_back(std::move(back));
}

}  // namespace

Grounded ground_undo(const memory::PlanRecord& record, const memory::Present& present) {
  Grounded result;
  for (size_t i = record.steps.size(); i-- > 0;) {
    if (!carried_out(record.steps[i])) continue;
    const flow::Step& step = record.plan.steps[i];
    if (const auto* set = std::get_if<flow::Set>(&step)) {
      take_back(*set, record.steps[i], present, result);
    } else if (const auto* promise = std::get_if<flow::Promise>(&step)) {
      take_back(*promise, record.plan.head.id, result);
    }
  }
  if (result.steps.empty()) {
    flow::Phrase why = result.remarks.empty() ? phrase("undo.nothing") : result.remarks.front();
    return Grounded::refusal(Faculty::Undo, std::move(why));
  }
  result.because.push_back(because(Faculty::Undo,
                                   phrase("because.undo", {{"count", static_cast<double>(result.steps.size())}}),
                                   {of_message(record.plan.head.id)}));
  return result;
}

void keep_corrected(const memory::PlanRecord& record, const memory::PlanRecord& mistake, Grounded& back) {
  const auto took_back = [&](const flow::Set& set) {
    for (size_t i = 0; i < mistake.steps.size(); ++i) {
      const auto* wrong = std::get_if<flow::Set>(&mistake.plan.steps[i]);
      const bool same = wrong != nullptr && wrong->entity == set.entity && wrong->capability == set.capability;
      if (same && mistake.steps[i].before == set.to) return true;
    }
    return false;
  };
  std::erase_if(back.steps, [&](const flow::Step& step) {
    const auto* undone = std::get_if<flow::Set>(&step);
    return undone != nullptr && std::ranges::any_of(record.plan.steps, [&](const flow::Step& done) {
             const auto* set = std::get_if<flow::Set>(&done);
             return set != nullptr && set->entity == undone->entity && took_back(*set);
           });
  });
}

}  // namespace hearth::decide
