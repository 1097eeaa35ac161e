#include "memory/plans.h"

#include <algorithm>

#include "memory/fields.h"

namespace hearth::memory {
namespace {

constexpr size_t kKept = 256;

bool ended(const StepRecord& step) { return step.progress && *step.progress != flow::Outcome::Started; }

/// Carried out by the runner; an AskBack or Offer plan carries out its question alone, the rest waits for a yes.
bool carried_out(const flow::Plan& plan, size_t step) {
  switch (plan.verdict) {
    case flow::Plan::Do:
    case flow::Plan::Decline:
      return true;
    case flow::Plan::Defer:
      return false;
    default:
      break;
  }
  for (size_t i = 0; i < step; ++i) {
    if (std::holds_alternative<flow::Ask>(plan.steps[i])) return false;
  }
  return true;
}

bool all_ended(const PlanRecord& record) {
  for (size_t i = 0; i < record.steps.size(); ++i) {
    if (carried_out(record.plan, i) && !ended(record.steps[i])) return false;
  }
  return true;
}

/// "No, I meant the bedroom" also does something new, which may be taken back; a mere undo may not.
bool corrects(const flow::Plan& plan, const PlanRecord* undone) {
  if (undone == nullptr) return false;
  const auto sets = [](const flow::Plan& of, flow::EntityId entity) {
    return std::ranges::any_of(of.steps, [&](const flow::Step& step) {
      const auto* set = std::get_if<flow::Set>(&step);
      return set != nullptr && set->entity == entity;
    });
  };
  return std::ranges::any_of(plan.steps, [&](const flow::Step& step) {
    const auto* set = std::get_if<flow::Set>(&step);
    return set != nullptr && !sets(undone->plan, set->entity);
  });
}

}  // namespace

bool did_something(const PlanRecord& record) {
  for (size_t i = 0; i < record.steps.size(); ++i) {
    const bool deed = std::holds_alternative<flow::Set>(record.plan.steps[i]) ||
                      std::holds_alternative<flow::Promise>(record.plan.steps[i]);
    const bool changed =
        record.steps[i].before != record.steps[i].after || std::holds_alternative<flow::Promise>(record.plan.steps[i]);
    if (deed && changed && record.steps[i].progress == flow::Outcome::Done) return true;
    if (deed && record.steps[i].progress == flow::Outcome::Unconfirmed) return true;
  }
  return false;
}

void Plans::apply(const flow::Entry& entry) {
  if (const auto* plan = std::get_if<flow::Plan>(&entry.message)) {
    PlanRecord record{.plan = *plan, .steps = std::vector<StepRecord>(plan->steps.size())};
    record.finished = all_ended(record);
    records_.push_back(std::move(record));
    const auto over = static_cast<ptrdiff_t>(records_.size()) - static_cast<ptrdiff_t>(kKept);
    for (ptrdiff_t i = 0; i < over; ++i) {
      const auto oldest = std::ranges::find(records_, true, &PlanRecord::finished);
      if (oldest == records_.end()) break;
      records_.erase(oldest);
    }
  } else if (const auto* command = std::get_if<flow::Command>(&entry.message)) {
    PlanRecord* record = writable(command->plan);
    if (record != nullptr && command->step < record->steps.size()) ++record->steps[command->step].sent;
  } else if (const auto* outcome = std::get_if<flow::Outcome>(&entry.message)) {
    PlanRecord* record = writable(outcome->plan);
    if (record == nullptr || outcome->step >= record->steps.size()) return;
    StepRecord& step = record->steps[outcome->step];
    step.progress = outcome->progress;
    step.outcome = outcome->head.id;
    if (outcome->progress == flow::Outcome::Started) {
      step.before = outcome->before;
      step.started = entry.at;
    } else {
      if (step.started == Time{}) step.before = outcome->before;
      step.after = outcome->after;
    }
    record->finished = all_ended(*record);
    const bool took_hold = outcome->progress == flow::Outcome::Done || outcome->progress == flow::Outcome::Unconfirmed;
    const bool deed = std::holds_alternative<flow::Set>(record->plan.steps[outcome->step]) ||
                      std::holds_alternative<flow::Promise>(record->plan.steps[outcome->step]);
    if (took_hold && deed && record->plan.undoes) {
      if (PlanRecord* undone = writable(record->plan.undoes)) undone->undone_by = record->plan.head.id;
    }
  } else if (const auto* step = std::get_if<flow::ClockStep>(&entry.message)) {
    // Deadlines count the time that passes, not what the clock on the wall shows.
    for (PlanRecord& record : records_) {
      for (StepRecord& begun : record.steps) {
        if (begun.progress == flow::Outcome::Started) begun.started += from_seconds(step->by_s);
      }
      for (flow::Step& wait : record.plan.steps) {
        auto* until = std::get_if<flow::Wait>(&wait);
        if (until != nullptr && until->until) *until->until += from_seconds(step->by_s);
      }
    }
  }
}

const PlanRecord* Plans::find(flow::MessageId plan) const {
  const auto found = std::ranges::find(records_, plan, [](const PlanRecord& r) { return r.plan.head.id; });
  return found == records_.end() ? nullptr : &*found;
}

const PlanRecord* Plans::settling(flow::MessageId cause) const {
  const auto newest = std::ranges::find(records_.rbegin(), records_.rend(), cause,
                                        [](const PlanRecord& record) { return record.plan.settles; });
  return newest == records_.rend() ? nullptr : &*newest;
}

PlanRecord* Plans::writable(flow::MessageId plan) { return const_cast<PlanRecord*>(find(plan)); }

const PlanRecord* Plans::last_done(const flow::Address& address) const {
  const PlanRecord* here = nullptr;
  const PlanRecord* anywhere = nullptr;
  for (auto record = records_.rbegin(); record != records_.rend(); ++record) {
    const bool takes_back = record->plan.undoes && !corrects(record->plan, find(record->plan.undoes));
    if (record->undone_by || takes_back || !did_something(*record)) continue;
    const flow::Address& reply = record->plan.reply;
    if (flow::same_conversation(reply, address)) return &*record;
    if (here == nullptr && reply.door == address.door && reply.device == address.device) here = &*record;
    if (anywhere == nullptr) anywhere = &*record;
  }
  return here != nullptr ? here : anywhere;
}

std::string Plans::save() const { return save_state(std::vector<PlanRecord>(records_.begin(), records_.end())); }

Status Plans::restore(std::string_view bytes) {
  records_.clear();
  const auto saved = TRY(restore_state<std::vector<PlanRecord>>(name(), bytes));
  records_.assign(saved.begin(), saved.end());
  return ok();
}

}  // namespace hearth::memory
