#include "engine/leaving.h"

#include <algorithm>

namespace hearth::engine {
namespace {

bool is_secure(const flow::Plan& plan) { return plan.tier == flow::Tier::Secure && plan.verdict == flow::Plan::Do; }

/// The promise that an Outcome says is made, changed or kept; null for any other.
const flow::Promise* promised_by(const flow::Outcome& outcome, const memory::PlanRecord* record) {
  if (record == nullptr || outcome.progress != flow::Outcome::Done) return nullptr;
  if (outcome.step >= record->plan.steps.size()) return nullptr;
  return std::get_if<flow::Promise>(&record->plan.steps[outcome.step]);
}

bool needs_sync(const flow::Entry& entry, const memory::Plans& plans) {
  if (std::holds_alternative<flow::Lesson>(entry.message)) return true;
  if (const auto* proposal = std::get_if<flow::Proposal>(&entry.message)) return proposal->kind == flow::Proposal::Ring;
  if (const auto* outcome = std::get_if<flow::Outcome>(&entry.message)) {
    const memory::PlanRecord* record = plans.find(outcome->plan);
    return promised_by(*outcome, record) != nullptr || (record != nullptr && is_secure(record->plan));
  }
  const auto* plan = std::get_if<flow::Plan>(&entry.message);
  if (plan == nullptr) return false;
  return is_secure(*plan) || std::ranges::any_of(plan->steps, [](const flow::Step& step) {
           return std::holds_alternative<flow::Promise>(step) || std::holds_alternative<flow::Lesson>(step);
         });
}

bool only_if_kept(const flow::Command& command, const Leaving& leaving, const memory::Plans& plans) {
  if (std::holds_alternative<flow::Words>(command.what)) {
    return std::ranges::find(leaving.promises, command.plan, &Leaving::PromiseStep::plan) != leaving.promises.end();
  }
  const memory::PlanRecord* record = plans.find(command.plan);
  return record != nullptr && is_secure(record->plan);
}

}  // namespace

bool Leaving::holds_back(flow::MessageId plan) const {
  return std::ranges::find(promises, plan, &PromiseStep::plan) != promises.end() ||
         std::ranges::any_of(deeds, [&](const Deed& deed) { return deed.only_if_kept && deed.command.plan == plan; });
}

Leaving leaving_with(const flow::Entry& input, std::span<const flow::Entry> caused, const memory::Plans& plans) {
  Leaving leaving;
  bool sync = needs_sync(input, plans);
  for (const flow::Entry& entry : caused) {
    sync = sync || needs_sync(entry, plans);
    if (const auto* outcome = std::get_if<flow::Outcome>(&entry.message)) {
      if (promised_by(*outcome, plans.find(outcome->plan)) != nullptr) {
        leaving.promises.push_back({outcome->plan, outcome->step});
      }
    }
  }
  for (const flow::Entry& entry : caused) {
    const auto* command = std::get_if<flow::Command>(&entry.message);
    if (command != nullptr) leaving.deeds.push_back({*command, only_if_kept(*command, leaving, plans)});
  }
  leaving.durability = sync ? memory::Durability::Synced : memory::Durability::Committed;
  return leaving;
}

}  // namespace hearth::engine
