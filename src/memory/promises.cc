#include "memory/promises.h"

#include <algorithm>

#include "memory/fields.h"

namespace hearth::memory {
namespace {

constexpr size_t kRemembered = 64;  // plans and steps that may yet be carried out or taken back

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
                   .language = plan.language});
    return;
  }
  for (Promised& known : all) {
    if (known.id != promise.changes || (promise.kind != known.promise.kind)) continue;
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
      default:
        break;
    }
  }
  if (promise.change == flow::Promise::Cancel || promise.change == flow::Promise::Complete) {
    std::erase_if(
        all, [&](const Promised& known) { return known.id == promise.changes && known.promise.kind == promise.kind; });
  }
}

/// Those that such a step changes or ends, as they are before it.
std::vector<Promised> changed_by(const std::vector<Promised>& all, const flow::Promise& promise) {
  std::vector<Promised> changed;
  if (promise.change == flow::Promise::Begin) return changed;
  std::ranges::copy_if(all, std::back_inserter(changed), [&](const Promised& known) {
    return known.id == promise.changes && known.promise.kind == promise.kind;
  });
  return changed;
}

/// A timer counts the time that passes, whatever the clock on the wall shows.
void shift(Promised& known, double by_s) {
  if (known.promise.kind != flow::Promise::Timer) return;
  known.promise.due += from_seconds(by_s);
  known.begun += from_seconds(by_s);
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
    if (ring->kind != flow::Proposal::Ring) return;
    std::erase_if(promised_, [&](const Promised& known) {
      return names(ring->episode, known) && known.promise.recurrence.empty();
    });
  } else if (const auto* step = std::get_if<flow::ClockStep>(&entry.message)) {
    for (Promised& known : promised_) shift(known, step->by_s);
    for (auto& [of, before] : carried_) {
      for (Promised& known : before) shift(known, step->by_s);
    }
  }
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
