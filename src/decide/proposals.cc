// What the house would do or say unasked: now, as an offer, later, or not at all.
#include <algorithm>

#include "decide/decider.h"
#include "decide/grounding/acts.h"
#include "decide/interruption/interruption.h"

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Plan;
using flow::Proposal;

/// The proposal's episode, kept in the reason so that a later one of the same episode is known to replace it.
constexpr const char* kEpisode = "episode";

std::string episode_of(const Plan& plan) {
  for (const flow::Because& reason : plan.head.because) {
    for (const auto& [key, value] : reason.what.with) {
      if (key == kEpisode) return std::get<std::string>(value);
    }
  }
  return {};
}

/// Questions that bring their own words stay as they are; other steps are put behind one.
std::vector<flow::Step> as_offer(std::vector<flow::Step> steps, Time until) {
  const auto asks = [](const flow::Step& step) { return std::holds_alternative<flow::Ask>(step); };
  if (std::ranges::any_of(steps, asks)) return steps;
  const flow::Ask ask = ask_whether({}, confirm_phrase(steps), until);
  const auto sets = [](const flow::Step& step) { return std::holds_alternative<flow::Set>(step); };
  const auto first = std::ranges::find_if(steps, sets);
  steps.insert(first, ask);
  return steps;
}

bool does_anything(const std::vector<flow::Step>& steps) {
  return std::ranges::any_of(steps, [](const flow::Step& step) { return std::holds_alternative<flow::Set>(step); });
}

/// What was put off and is due now; null where the proposal is another.
const flow::Promise* promise_in(const Proposal& proposal) {
  if (proposal.kind != Proposal::Ring || proposal.steps.size() != 1) return nullptr;
  return std::get_if<flow::Promise>(&proposal.steps.front());
}

/// Defers that no later plan of the same proposal or episode has settled.
std::vector<const Plan*> deferred(const memory::Plans& plans) {
  std::vector<const Plan*> open;
  for (const memory::PlanRecord& record : plans.all()) {
    const std::string episode = episode_of(record.plan);
    std::erase_if(open, [&](const Plan* earlier) {
      return earlier->settles == record.plan.settles || (!episode.empty() && episode_of(*earlier) == episode);
    });
    if (record.plan.verdict == Plan::Defer) open.push_back(&record.plan);
  }
  return open;
}

}  // namespace

Plan Decider::decide(const Proposal& proposal, Time now) const {
  const memory::LexiconView& lexicon = *memory_.lexicon.view();
  Plan plan;
  plan.settles = proposal.head.id;
  plan.unasked = true;
  plan.head.trace = proposal.head.trace;
  plan.head.from = {proposal.head.id};
  plan.head.deadline = proposal.expires;
  plan.reply = proposal.to;
  plan.person = proposal.person;
  plan.language = proposal.language;
  plan.tier = tier_of(proposal.steps, *memory_.present.home(), settings_.heat_above);
  const auto& spoken = memory_.conversations.view()->all;
  if (!plan.reply.door && !spoken.empty()) plan.reply = spoken.back().address;

  Interruption moment =
      weigh(proposal.kind, proposal.withdrawn, proposal.expires, memory_.present, lexicon, settings_, now);
  moment.because.evidence.push_back(of_message(proposal.head.id));
  moment.because.what.with.emplace_back(kEpisode, proposal.episode);
  plan.head.because.push_back(std::move(moment.because));
  if (moment.verdict == Interruption::Never || proposal.steps.empty()) return plan;
  plan.steps = proposal.steps;
  if (moment.verdict == Interruption::Later) {
    plan.verdict = Plan::Defer;
    return plan;
  }
  if (const flow::Promise* promise = promise_in(proposal)) return keep(proposal, *promise, std::move(plan), now);
  const auto promoted = promoted_by(proposal, lexicon);
  const bool at_once = proposal.kind == Proposal::Ring || !does_anything(proposal.steps) ||
                       (promoted && plan.tier != home::Tier::Secure);
  if (at_once) {
    plan.verdict = Plan::Do;
    if (promoted) {
      plan.head.because.push_back(because(Faculty::Safety, phrase("because.promoted"), {of_lesson(*promoted)}));
    }
    return plan;
  }
  plan.verdict = Plan::Offer;
  plan.steps = as_offer(std::move(plan.steps), now + settings_.offer_for);
  plan.head.because.push_back(because(Faculty::Safety, phrase("because.unasked"), {of_message(proposal.head.id)}));
  return plan;
}

std::vector<Plan> Decider::judge_again(Time now) const {
  std::vector<Plan> settled;
  for (const Plan* earlier : deferred(memory_.plans)) {
    Interruption moment =
        weigh(Proposal::Hunch, false, earlier->head.deadline, memory_.present, *memory_.lexicon.view(), settings_, now);
    if (moment.verdict == Interruption::Later) continue;
    Plan plan = *earlier;
    plan.head = {};
    plan.head.trace = earlier->head.trace;
    plan.head.deadline = earlier->head.deadline;
    plan.head.from = {earlier->settles, earlier->head.id};
    moment.because.evidence = {of_message(earlier->settles), of_message(earlier->head.id)};
    moment.because.what.with.emplace_back(kEpisode, episode_of(*earlier));
    plan.head.because = {std::move(moment.because)};
    if (moment.verdict == Interruption::Never) {
      plan.verdict = Plan::Decline;
      plan.steps.clear();
    } else if (does_anything(plan.steps)) {
      plan.verdict = Plan::Offer;
      plan.steps = as_offer(std::move(plan.steps), now + settings_.offer_for);
    } else {
      plan.verdict = Plan::Do;
    }
    settled.push_back(std::move(plan));
  }
  return settled;
}

Time Decider::next_judgement(Time now) const {
  Time next = kNever;
  for (const Plan* plan : deferred(memory_.plans)) {
    const Interruption moment =
        weigh(Proposal::Hunch, false, plan->head.deadline, memory_.present, *memory_.lexicon.view(), settings_, now);
    next = std::min({next, moment.again, plan->head.deadline});
  }
  return next;
}

}  // namespace hearth::decide
