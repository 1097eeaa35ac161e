// Commands that were put off: promising them, and deciding them anew when they are due.
#include <algorithm>

#include "decide/promising/errands.h"
#include "decide/promising/moments.h"
#include "decide/turn.h"

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Plan;
using flow::Promise;

/// Later than this, nobody may want it any more; a risky thing never comes as a late surprise.
constexpr Duration kTooLate = std::chrono::minutes(5);
constexpr Duration kTooLateIfSecure = std::chrono::seconds(30);

flow::Phrase with_deed(std::string_view key, const Promise& promise, Duration late) {
  flow::Phrase words = phrase(key, {{"late", to_seconds(late)}});
  add_reason(promise.about, words.with);
  return words;
}

}  // namespace

Promising Decider::promising(const Turn& turn) const {
  return {memory_, settings_, turn.speaker, turn.now, turn.meaning.heard};
}

Grounded Decider::put_off(const flow::Request& request, Turn& turn) const {
  const Promising in = promising(turn);
  const bool by_event = flow::find_slot(request, "event") != nullptr;
  if (!by_event) {
    if (auto ask = ask_when(request, "ask.when_errand", in.now, in.ask_until(), settings_.zone)) {
      Grounded asked;
      asked.because.push_back(because(Faculty::DialoguePolicy, phrase("because.which_time")));
      asked.ask = std::move(ask);
      return asked;
    }
  }
  flow::Request bare = request;
  bare.when.reset();
  Grounded would = grounder_.ground(bare, {turn.speaker.person, turn.speaker.area}, turn.now);
  if (would.ask) {
    would.ask->hole.when = request.when;
    return would;
  }
  const bool now = !by_event && (request.when->role == flow::When::Until || request.when->role == flow::When::For);
  if (would.decline && (now || !may_pass(*would.decline))) return would;
  would.decline.reset();
  flow::Request resolved = request;
  if (resolved.targets.empty()) {
    for (const flow::Step& step : would.steps) {
      const home::EntityId target = std::get<flow::Set>(step).entity;
      const bool known = std::ranges::find(resolved.targets, target) != resolved.targets.end();
      if (!known) resolved.targets.push_back(target);
    }
  }
  return decide::put_off(resolved, std::move(would), in);
}

Plan Decider::keep(const flow::Proposal& proposal, const Promise& promise, Plan plan, Time now) const {
  plan.steps.clear();
  plan.tier = home::Tier::Harmless;
  flow::Meaning promised;  // as if it were said now by whoever asked for it
  promised.head.id = proposal.head.id;
  promised.heard = plan.reply;
  promised.speaker = proposal.person;
  promised.language = proposal.language;
  promised.readings = {{promise.requests, 1}};
  const Speaker speaker = speaker_of(plan.reply, proposal.person, *memory_.present.home(), settings_);
  Turn turn{.meaning = promised, .answers = {}, .now = now, .speaker = speaker, .plan = std::move(plan)};
  for (const flow::Request& request : promise.requests) {
    Grounded grounded = ground(request, turn);
    guard(request, grounded, turn);
  }
  const bool late_counts = promise.due != kNever && !promise.trigger;
  const Duration late = late_counts ? now - promise.due : Duration{};
  const bool secure = turn.plan.tier == home::Tier::Secure;
  if (turn.ask || !turn.unconfirmed.empty()) {
    const bool unconfirmed = !turn.ask;
    turn.declined.push_back(phrase(unconfirmed ? "errand.not_confirmed" : "errand.unclear"));
    turn.ask.reset();
    turn.unconfirmed.clear();
    turn.steps.clear();
  }
  if (turn.steps.empty()) {
    turn.said.clear();
    turn.declined.insert(turn.declined.begin(), with_deed("errand.not_done", promise, late));
  } else if (late > (secure ? kTooLateIfSecure : kTooLate) && (promise.kind == Promise::Errand || secure)) {
    turn.ask = ask_whether({}, with_deed("errand.late", promise, late), now + settings_.offer_for);
  } else {
    // What was asked for long ago is done without a word, unless it goes wrong.
    turn.said = {late > kTooLate ? with_deed("errand.done_late", promise, late) : phrase("errand.quiet")};
  }
  finish(turn);
  if (turn.plan.verdict == Plan::AskBack) turn.plan.verdict = Plan::Offer;
  return std::move(turn.plan);
}

}  // namespace hearth::decide
