#include "memory/promises.h"

#include <algorithm>
#include <utility>

#include "memory/fields.h"

namespace hearth::memory {
namespace {

constexpr size_t kRemembered = 64;  // plans and steps that may yet be carried out or taken back

/// Drops those that `ends` says are over, which it may also change.
template <class Ends>
void drop(std::vector<Promised>& all, Ends ends) {
  for (auto known = all.begin(); known != all.end();) known = ends(*known) ? all.erase(known) : known + 1;
}

/// The promise that a step changes.
bool is_meant(const Promised& known, const flow::Promise& step) {
  return known.id == step.changes && known.promise.kind == step.kind &&
         (step.changes_step == flow::Promise::kEveryStep || step.changes_step == known.step);
}

/// Nothing more is to be told of this time; true when there will be no other.
bool is_over(Promised& known) {
  known.rung = false;
  known.rings = 0;
  known.again = kNever;
  known.promise.due = std::exchange(known.next, kNever);
  return known.promise.due == kNever;
}

/// What a Plan's promise steps begin or change, once their Outcome says Done.
void carry_out(std::vector<Promised>& all, const flow::Plan& plan, uint16_t step, const flow::Promise& promise,
               Time at) {
  if (promise.change == flow::Promise::Begin) {
    all.push_back({.id = plan.head.id,
                   .step = step,
                   .promise = promise,
                   .begun = at,
                   .where = plan.reply,
                   .person = plan.person,
                   .language = plan.language,
                   .first = promise.due});
    return;
  }
  for (Promised& known : all) {
    if (!is_meant(known, promise)) continue;
    switch (promise.change) {
      case flow::Promise::Pause:
        if (known.paused) break;
        known.paused = true;
        known.remaining_s = to_seconds(known.promise.due - at);
        break;
      case flow::Promise::Resume:
        if (!known.paused) break;
        known.paused = false;
        known.promise.due = at + from_seconds(known.remaining_s);
        break;
      case flow::Promise::Extend:
        if (known.paused) {
          known.remaining_s += promise.seconds;
        } else {
          known.promise.due += from_seconds(promise.seconds);
        }
        break;
      case flow::Promise::Snooze:
        known.again = promise.due;
        break;
      case flow::Promise::Skip:
        known.promise.due = promise.due;
        known.promise.recurrence = promise.recurrence;
        break;
      default:
        break;
    }
  }
  if (promise.change == flow::Promise::Cancel || promise.change == flow::Promise::Complete) {
    std::erase_if(all, [&](const Promised& known) { return is_meant(known, promise); });
  } else if (promise.change == flow::Promise::Stop) {
    drop(all, [&](Promised& known) { return is_meant(known, promise) && is_over(known); });
  }
}

/// Those that such a step changes or ends, as they are before it.
std::vector<Promised> changed_by(const std::vector<Promised>& all, const flow::Promise& promise) {
  std::vector<Promised> changed;
  if (promise.change == flow::Promise::Begin) return changed;
  std::ranges::copy_if(all, std::back_inserter(changed),
                       [&](const Promised& known) { return is_meant(known, promise); });
  return changed;
}

/// A timer, and what is due in so many seconds, counts the time that passes, whatever the clock on the wall shows; so
/// do the minutes until an alarm rings again.
void shift(Promised& known, double by_s) {
  const Duration by = from_seconds(by_s);
  if (known.again != kNever) known.again += by;
  if (known.rings > 0) known.rang += by;
  if (known.promise.kind != flow::Promise::Timer && known.promise.seconds <= 0) return;
  if (known.promise.due != kNever) known.promise.due += by;
  known.begun += by;
}

/// Whether somebody who said something there was told of it, or is the one that it is for.
bool has_heard(const Promised& known, const flow::Meaning& said) {
  if (!known.rung || known.promise.kind != flow::Promise::Reminder) return false;
  const std::optional<flow::PersonId> whom = known.promise.to ? known.promise.to : known.person;
  if (said.speaker && whom && *said.speaker == *whom) return true;
  const flow::Address& there = known.told.device ? known.told : known.where;
  return said.heard.device && said.heard.device == there.device;
}

/// The episode of a Ring names the promise that is due: "promise.<plan>.<step>".
bool names(const std::string& episode, const Promised& promised) {
  return episode == "promise." + std::to_string(promised.id.value) + "." + std::to_string(promised.step);
}

}  // namespace

void Promises::apply(const flow::Entry& entry) {
  if (const auto* plan = std::get_if<flow::Plan>(&entry.message)) {
    const auto promises = [](const flow::Step& step) { return std::holds_alternative<flow::Promise>(step); };
    if (plan->verdict == flow::Plan::Do && std::ranges::any_of(plan->steps, promises)) {
      pending_.emplace_back(plan->head.id, *plan);
      if (pending_.size() > kRemembered) pending_.erase(pending_.begin());
    }
  } else if (const auto* outcome = std::get_if<flow::Outcome>(&entry.message)) {
    const auto found = std::ranges::find(pending_, outcome->plan, &std::pair<flow::MessageId, flow::Plan>::first);
    if (found == pending_.end()) return;
    const flow::Plan& of = found->second;
    if (outcome->step >= of.steps.size()) return;
    const auto* promise = std::get_if<flow::Promise>(&of.steps[outcome->step]);
    if (promise == nullptr) return;
    const PlanStep step{outcome->plan, outcome->step};
    if (outcome->progress == flow::Outcome::Done) {
      carried_.emplace_back(step, changed_by(promised_, *promise));
      if (carried_.size() > kRemembered) carried_.erase(carried_.begin());
      carry_out(promised_, of, outcome->step, *promise, entry.at);
    } else if (outcome->progress == flow::Outcome::Refused || outcome->progress == flow::Outcome::Failed) {
      take_back(step);
    }
  } else if (const auto* ring = std::get_if<flow::Proposal>(&entry.message)) {
    if (ring->kind == flow::Proposal::Ring) this->ring(*ring, entry.at);
  } else if (const auto* said = std::get_if<flow::Meaning>(&entry.message)) {
    hear(*said);
  } else if (const auto* seen = std::get_if<flow::Observation>(&entry.message)) {
    for (Promised& known : promised_) {
      std::optional<flow::Trigger>& trigger = known.promise.trigger;
      if (!trigger || trigger->entity != seen->entity || trigger->capability != seen->capability) continue;
      if (home::known(seen->value) && !flow::passes(*trigger, seen->value)) trigger->armed = true;
    }
  } else if (const auto* step = std::get_if<flow::ClockStep>(&entry.message)) {
    for (Promised& known : promised_) shift(known, step->by_s);
    for (auto& [of, before] : carried_) {
      for (Promised& known : before) shift(known, step->by_s);
    }
  }
}

void Promises::ring(const flow::Proposal& told, Time at) {
  drop(promised_, [&](Promised& known) {
    if (!names(told.episode, known)) return false;
    known.rung = true;
    ++known.rings;
    known.rang = at;
    known.told = told.to;
    known.again = told.again;
    known.next = told.next;
    if (known.promise.trigger) known.promise.trigger->armed = false;
    return told.again == kNever && is_over(known);
  });
}

void Promises::hear(const flow::Meaning& said) {
  drop(promised_, [&](Promised& known) { return has_heard(known, said) && is_over(known); });
}

void Promises::take_back(const PlanStep& step) {
  const auto found = std::ranges::find(carried_, step, &std::pair<PlanStep, std::vector<Promised>>::first);
  if (found == carried_.end()) return;
  const std::vector<Promised> before = std::move(found->second);
  carried_.erase(found);
  const auto place = [](const Promised& known) { return PlanStep(known.id, known.step); };
  std::erase_if(promised_, [&](const Promised& known) { return place(known) == step; });
  for (const Promised& earlier : before) {
    const auto same = std::ranges::find(promised_, place(earlier), place);
    if (same != promised_.end()) {
      *same = earlier;
    } else {
      const auto later =
          std::ranges::find_if(promised_, [&](const Promised& known) { return place(known) > place(earlier); });
      promised_.insert(later, earlier);
    }
  }
}

const Promised* Promises::find(flow::MessageId id, uint16_t step) const {
  const auto found =
      std::ranges::find_if(promised_, [&](const Promised& known) { return known.id == id && known.step == step; });
  return found == promised_.end() ? nullptr : &*found;
}

std::string Promises::save() const { return save_state(std::pair(std::pair(promised_, pending_), carried_)); }

Status Promises::restore(std::string_view bytes) {
  promised_.clear();
  pending_.clear();
  carried_.clear();
  using Saved = std::pair<std::pair<decltype(promised_), decltype(pending_)>, decltype(carried_)>;
  Saved saved = TRY(restore_state<Saved>(name(), bytes));
  promised_ = std::move(saved.first.first);
  pending_ = std::move(saved.first.second);
  carried_ = std::move(saved.second);
  return ok();
}

}  // namespace hearth::memory
