#include "act/runner/report.h"

#include <algorithm>
#include <map>

namespace hearth::act {
namespace {

using flow::Outcome;

std::string_view why(const memory::StepRecord& step) {
  return step.progress == Outcome::Refused ? "failed.refused" : "failed.no_report";
}

/// What is said to whoever the plan replies to; null for any other step.
const flow::Say* reply_in(const flow::Step& step) {
  const auto* say = std::get_if<flow::Say>(&step);
  return say == nullptr || say->to ? nullptr : say;
}

}  // namespace

bool ended(const memory::StepRecord& step) { return step.progress && *step.progress != Outcome::Started; }

bool is_deed(const flow::Step& step) {
  return std::holds_alternative<flow::Set>(step) || std::holds_alternative<flow::Promise>(step);
}

bool carried_out(const flow::Plan& plan, size_t step) {
  if (plan.verdict == flow::Plan::Defer) return false;
  if (plan.verdict == flow::Plan::Do || plan.verdict == flow::Plan::Decline) return true;
  const auto end = plan.steps.begin() + static_cast<std::ptrdiff_t>(step);
  return std::none_of(plan.steps.begin(), end,
                      [](const flow::Step& s) { return std::holds_alternative<flow::Ask>(s); });
}

std::vector<flow::Phrase> spoken_together(const flow::Plan& plan, size_t step) {
  std::vector<flow::Phrase> phrases;
  for (; step < plan.steps.size(); ++step) {
    const flow::Say* say = reply_in(plan.steps[step]);
    if (say == nullptr || !carried_out(plan, step)) break;
    phrases.push_back(say->words);
  }
  return phrases;
}

bool follows_say(const flow::Plan& plan, size_t step) {
  return step > 0 && reply_in(plan.steps[step]) != nullptr && reply_in(plan.steps[step - 1]) != nullptr;
}

std::vector<flow::Phrase> said_before(const flow::Plan& plan, size_t ask) {
  size_t first = ask;
  while (first > 0 && reply_in(plan.steps[first - 1]) != nullptr) --first;
  return first == ask ? std::vector<flow::Phrase>{} : spoken_together(plan, first);
}

bool leads_to_ask(const flow::Plan& plan, size_t step) {
  if (step >= plan.steps.size() || reply_in(plan.steps[step]) == nullptr) return false;
  while (step < plan.steps.size() && reply_in(plan.steps[step]) != nullptr) ++step;
  return step < plan.steps.size() && std::holds_alternative<flow::Ask>(plan.steps[step]);
}

std::vector<flow::Phrase> report(const memory::PlanRecord& record, size_t step) {
  const flow::Plan& plan = record.plan;
  std::map<std::string_view, flow::Phrase> failures;
  size_t deeds = 0, done = 0, overruled = 0;
  for (size_t i = step; i-- > 0;) {
    if (reply_in(plan.steps[i]) != nullptr) break;
    if (!is_deed(plan.steps[i])) continue;
    ++deeds;
    const memory::StepRecord& of = record.steps[i];
    if (of.progress == Outcome::Interrupted) ++overruled;
    if (of.progress == Outcome::Done || of.progress == Outcome::Unconfirmed) ++done;
    if (of.progress != Outcome::Failed && of.progress != Outcome::Refused) continue;
    const std::string_view key = why(of);
    flow::Phrase& failure = failures[key];
    failure.key = std::string(key);
    const auto* set = std::get_if<flow::Set>(&plan.steps[i]);
    if (set != nullptr) failure.with.insert(failure.with.begin(), {"entity", static_cast<double>(set->entity.value)});
  }
  if (deeds > 0 && overruled == deeds) return {{"failed.overruled", {}}};
  if (failures.empty()) return spoken_together(plan, step);
  std::vector<flow::Phrase> phrases;
  for (auto& [key, failure] : failures) phrases.push_back(std::move(failure));
  if (done > 0) phrases.push_back({"failed.rest_done", {}});
  return phrases;
}

bool wholly_done(const memory::PlanRecord& record, size_t step) {
  bool deeds = false, changed = false;
  for (size_t i = step; i-- > 0 && !std::holds_alternative<flow::Say>(record.plan.steps[i]);) {
    if (!is_deed(record.plan.steps[i])) continue;
    deeds = true;
    const memory::StepRecord& of = record.steps[i];
    if (of.progress != Outcome::Done && of.progress != Outcome::Unconfirmed) return false;
    const auto* set = std::get_if<flow::Set>(&record.plan.steps[i]);
    const bool was_so = set != nullptr && home::known(of.before) &&
                        home::same(of.before, set->to, home::facts(set->capability).tolerance);
    changed = changed || !was_so;
  }
  return changed || !deeds;
}

}  // namespace hearth::act
