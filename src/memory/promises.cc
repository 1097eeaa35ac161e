#include "memory/promises.h"

#include <algorithm>

#include "memory/fields.h"

namespace hearth::memory {
namespace {

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
      if (pending_.size() > 64) pending_.erase(pending_.begin());
    }
  } else if (const auto* outcome = std::get_if<flow::Outcome>(&entry.message)) {
    const auto found = std::ranges::find(pending_, outcome->plan, &std::pair<flow::MessageId, flow::Plan>::first);
    if (found == pending_.end() || outcome->progress != flow::Outcome::Done) return;
    const flow::Plan& of = found->second;
    if (outcome->step >= of.steps.size()) return;
    if (const auto* promise = std::get_if<flow::Promise>(&of.steps[outcome->step])) {
      carry_out(promised_, of, outcome->step, *promise, entry.at);
    }
  } else if (const auto* ring = std::get_if<flow::Proposal>(&entry.message)) {
    if (ring->kind != flow::Proposal::Ring) return;
    std::erase_if(promised_, [&](const Promised& known) {
      return names(ring->episode, known) && known.promise.recurrence.empty();
    });
  } else if (const auto* step = std::get_if<flow::ClockStep>(&entry.message)) {
    for (Promised& known : promised_) {
      if (known.promise.kind != flow::Promise::Timer) continue;
      known.promise.due += from_seconds(step->by_s);
      known.begun += from_seconds(step->by_s);
    }
  }
}

const Promised* Promises::find(flow::MessageId id, uint16_t step) const {
  const auto found =
      std::ranges::find_if(promised_, [&](const Promised& known) { return known.id == id && known.step == step; });
  return found == promised_.end() ? nullptr : &*found;
}

std::string Promises::save() const { return save_state(std::pair(promised_, pending_)); }

Status Promises::restore(std::string_view bytes) {
  promised_.clear();
  pending_.clear();
  using Saved = std::pair<decltype(promised_), decltype(pending_)>;
  Saved saved = TRY(restore_state<Saved>(name(), bytes));
  promised_ = std::move(saved.first);
  pending_ = std::move(saved.second);
  return ok();
}

}  // namespace hearth::memory
