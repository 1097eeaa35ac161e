#include "decide/decider.h"

#include <algorithm>

#include "decide/as_said.h"
#include "decide/dialogue_policy/questions.h"
#include "decide/grounding/acts.h"
#include "decide/grounding/broadcast.h"
#include "decide/grounding/lists.h"
#include "decide/grounding/timers.h"
#include "decide/promising/alarms.h"
#include "decide/promising/errands.h"
#include "decide/promising/reminders.h"
#include "decide/turn.h"
#include "flow/talk.h"

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Intent;
using flow::Plan;

void append(std::vector<flow::Step>& steps, std::vector<flow::Step> more) {
  std::ranges::move(more, std::back_inserter(steps));
}

/// Without the promises among them, whose riskiness is judged by what they come to.
std::vector<flow::Step> only_sets(std::vector<flow::Step> steps) {
  std::erase_if(steps, [](const flow::Step& step) { return !std::holds_alternative<flow::Set>(step); });
  return steps;
}

bool is_question(const flow::Request& request) { return request.question.has_value(); }

bool of_too_many(const flow::Request& request) {
  const flow::Slot* name = flow::find_slot(request, "name");
  return request.targets.empty() && name != nullptr && name->candidates.size() > kMostChoices;
}

/// The likeliest Answer; of equals the first by source, so that the order of arrival decides nothing.
const flow::Answer* best(std::span<const flow::Answer> answers) {
  const flow::Answer* found = nullptr;
  for (const flow::Answer& answer : answers) {
    if (answer.absent) continue;
    const bool better = found == nullptr || answer.confidence > found->confidence ||
                        (answer.confidence == found->confidence && answer.source < found->source);
    if (better) found = &answer;
  }
  return found;
}

/// "No, I meant …" begins with taking back what was done.
bool corrects(const flow::Request& request) {
  return request.intent == Intent::Undo && flow::find_slot(request, "instead") != nullptr;
}

bool names_thing(const std::pair<std::string, flow::Value>& argument) { return argument.first == "entity"; }

/// "Turned on the kitchen light. Turned on the hallway light." is one sentence.
void gather_alike(std::vector<flow::Phrase>& said) {
  std::vector<flow::Phrase> gathered;
  for (flow::Phrase& words : said) {
    const auto rest = [](const flow::Phrase& of) {
      std::vector<std::pair<std::string, flow::Value>> others;
      std::ranges::remove_copy_if(of.with, std::back_inserter(others), names_thing);
      return others;
    };
    flow::Phrase* last = gathered.empty() ? nullptr : &gathered.back();
    const bool alike = last != nullptr && last->key == words.key && words.key.starts_with("done.") &&
                       std::ranges::any_of(words.with, names_thing) && rest(*last) == rest(words);
    if (!alike) {
      gathered.push_back(std::move(words));
      continue;
    }
    for (auto& argument : words.with) {
      const auto known = std::ranges::find(last->with, argument);
      if (!names_thing(argument) || known != last->with.end()) continue;
      const auto after = std::ranges::find_if_not(last->with, names_thing);
      last->with.insert(after, std::move(argument));
    }
  }
  said = std::move(gathered);
}

}  // namespace

/// While something rings that the speaker hears, "stop" is about that.
Ranked Decider::ranked(const flow::Meaning& meaning) const {
  static constexpr Intent kOfAlarms[] = {Intent::StopAlarm, Intent::SnoozeAlarm};
  const Speaker speaker = speaker_of(meaning.heard, meaning.speaker, *memory_.present.home(), settings_);
  const bool rings = rings_for({memory_, settings_, speaker, meaning.head.at, meaning.heard});
  return rank(meaning, settings_.threshold, rings ? std::span(kOfAlarms) : std::span<const Intent>());
}

bool Decider::asks(const flow::Meaning& meaning) const {
  const Ranked ranked = this->ranked(meaning);
  return ranked.chosen != nullptr && std::ranges::any_of(ranked.chosen->requests, is_question);
}

Plan Decider::draft(const flow::Meaning& meaning, const Speaker& speaker) const {
  Plan plan;
  plan.settles = meaning.head.id;
  plan.head.trace = meaning.head.trace;
  plan.head.from = {meaning.head.id};
  plan.reply = meaning.heard;
  plan.language = meaning.language;
  plan.person = speaker.person;
  return plan;
}

Plan Decider::decide(const flow::Meaning& meaning, std::span<const flow::Answer> answers, Time now) const {
  const home::Home& home = *memory_.present.home();
  const Speaker speaker = speaker_of(meaning.heard, meaning.speaker, home, settings_);
  const std::shared_ptr<const memory::ConversationsView> spoken = memory_.conversations.view();
  Turn turn{.meaning = meaning,
            .answers = answers,
            .now = now,
            .speaker = speaker,
            .conversation = spoken->find(meaning.heard),
            .plan = draft(meaning, speaker)};
  const Ranked ranked = this->ranked(meaning);
  turn.say_why(ranked.because);
  if (ranked.chosen == nullptr) {
    not_understood(turn);
  } else if (const auto requests = flow::standing(ranked.chosen->requests); !settle_reply(requests.front(), turn)) {
    turn.compound = ranked.chosen->requests.size() > 1;
    for (const flow::Request& request : requests) {
      if (corrects(request)) {
        take_back(request, turn);
        continue;
      }
      carry(request, turn);
      Grounded grounded = ground(request, turn);
      name_reply(request, tier_of(grounded.steps, home, settings_.heat_above), grounded);
      guard(request, grounded, turn);
    }
  }
  finish(turn);
  return std::move(turn.plan);
}

Grounded Decider::ground(const flow::Request& request, Turn& turn) const {
  const Time until = turn.now + settings_.ask_for;
  if (is_question(request) && of_too_many(request)) return grounder_.ask_room(request, turn.now);
  if (is_question(request)) return answer(request, turn);
  if (request.intent == Intent::Undo) return undo(request, turn);
  if (is_put_off(request)) return put_off(request, turn);
  if (concerns_alarms(request.intent)) return ground_alarm(request, promising(turn));
  if (concerns_reminders(request.intent)) return ground_reminder(request, promising(turn));
  if (request.intent == Intent::CancelErrand) return ground_errand(request, promising(turn));
  if (request.when && request.intent != Intent::StartTimer) {
    return Grounded::refusal(Faculty::Promises, phrase("errand.cannot"));
  }
  if (flow::changes_timers(request.intent)) return ground_timer(request, promising(turn));
  if (flow::changes_lists(request.intent)) return ground_list(request, memory_.promises, until);
  if (flow::sets_things(request.intent)) {
    Grounded grounded = grounder_.ground(request, {turn.speaker.person, turn.speaker.area}, turn.now);
    if (!grounded.steps.empty()) grounded.done = done_phrases(grounded.steps);
    return grounded;
  }
  if (request.intent == Intent::Broadcast) {
    return ground_broadcast(request, turn.meaning.heard, *memory_.present.home());
  }
  if (request.intent == Intent::Respond) return respond(request, turn);
  return Grounded::refusal(Faculty::DialoguePolicy, phrase("decline.not_able_yet"));
}

Grounded Decider::answer(const flow::Request&, Turn& turn) const {
  if (turn.answered) return {};  // one Answer holds what was said to all questions of the sentence
  const flow::Answer* found = best(turn.answers);
  if (found == nullptr) return Grounded::refusal(Faculty::DialoguePolicy, phrase("answer.unknown"));
  Grounded grounded;
  grounded.done.push_back(found->words);
  grounded.done.insert(grounded.done.end(), found->assumptions.begin(), found->assumptions.end());
  turn.answered = true;
  if (found->head.id) turn.plan.head.from.push_back(found->head.id);
  std::vector<flow::Evidence> evidence = found->evidence;
  evidence.insert(evidence.begin(), of_message(found->head.id));
  grounded.because.push_back(because(Faculty::DialoguePolicy, phrase("because.answered", {{"source", found->source}}),
                                     std::move(evidence), found->confidence));
  return grounded;
}

/// What a question of this conversation left waiting goes on once it is answered.
void Decider::carry(const flow::Request& request, Turn& turn) const {
  const memory::OpenQuestion* open = turn.question();
  if (open == nullptr || wants_yes_or_no(open->ask) || request.intent != open->ask.hole.intent) return;
  const auto& causes = turn.meaning.head.from;  // a reply names the question; a new command of the same kind does not
  if (turn.carried || std::ranges::find(causes, open->plan) == causes.end()) return;
  turn.carried = true;
  const home::Home& home = *memory_.present.home();
  const home::Tier tier = tier_of(open->then, home, settings_.heat_above);
  turn.plan.head.from.push_back(open->plan);
  turn.say_why(because(Faculty::DialoguePolicy, phrase("because.answer_to_question"), {of_message(open->plan)}));
  if (tier == home::Tier::Secure) {
    // What the first sentence asked for clearly is not taken from the second: it has to be asked for again.
    turn.said.push_back(phrase("remark.one_question"));
    return;
  }
  if (concerns_others(open->then, promising(turn))) return refuse_others(turn);
  for (const flow::Step& step : open->then) {
    if (const auto* say = std::get_if<flow::Say>(&step)) {
      turn.said.push_back(say->words);
    } else {
      turn.steps.push_back(step);
    }
  }
}

/// The chosen thing is remembered, so that the house need not ask again.
void Decider::teach(const flow::Request& request, Turn& turn) const {
  const memory::OpenQuestion* open = turn.question();
  if (open == nullptr) return;
  if (auto lesson = lesson_of(*open, request, turn.speaker.area, turn.speaker.person)) {
    lesson->head.from = {open->plan, turn.meaning.head.id};
    lesson->head.because = {because(Faculty::Preference, phrase("because.chosen"),
                                    {of_message(open->plan), of_message(turn.meaning.head.id)})};
    turn.steps.emplace_back(std::move(*lesson));
  }
}

/// What is done now and what is promised are judged apart: "lock the door until ten" does not say "unlock".
Judgement Decider::judge_all(const flow::Request& request, const Grounded& grounded, bool explicit_words,
                             const Turn& turn) const {
  const home::Home& home = *memory_.present.home();
  const bool everything = means_everything(request, home);
  const std::vector<flow::Step> at_once = only_sets(grounded.steps);
  Judgement now = judge(at_once, explicit_words, everything && !at_once.empty(), turn.speaker, home, settings_);
  if (grounded.later.empty()) return now;
  const bool spoken = grounded.implied ? request.confirmed : explicit_words;
  Judgement later = judge(grounded.later, spoken, everything, turn.speaker, home, settings_);
  if (now.verdict > later.verdict) return now;
  later.tier = std::max(later.tier, now.tier);
  return later;
}

void Decider::guard(const flow::Request& request, Grounded& grounded, Turn& turn) const {
  turn.say_why(grounded.because);
  if (grounded.decline) return turn.declined.push_back(std::move(*grounded.decline));
  if (grounded.ask) {
    if (!turn.ask) turn.ask = std::move(grounded.ask);
    return;
  }
  if (concerns_others(grounded.steps, promising(turn))) {
    if (request.intent == Intent::Undo) turn.plan.undoes = {};
    return refuse_others(turn);
  }
  const bool named = request.explicit_words && !grounded.remembered;
  const bool explicit_words = request.intent != Intent::Undo && (named || request.confirmed);
  const Judgement judgement = judge_all(request, grounded, explicit_words, turn);
  if (!grounded.steps.empty()) turn.say_why(judgement.because);
  if (judgement.verdict == Judgement::Refused) {
    if (request.intent == Intent::Undo) turn.plan.undoes = {};
    return turn.declined.push_back(judgement.because.what);
  }
  turn.plan.tier = std::max(turn.plan.tier, judgement.tier);
  if (judgement.verdict == Judgement::Confirm) {
    if (turn.unconfirmed.empty()) {
      turn.unconfirmed_request = request;
      turn.confirm = grounded.confirm;
    }
    turn.unconfirmed.insert(turn.unconfirmed.end(), grounded.steps.begin(), grounded.steps.end());
  }
  const bool does = !grounded.steps.empty();
  append(turn.steps, std::move(grounded.steps));
  if (does) teach(request, turn);
  std::ranges::move(grounded.done, std::back_inserter(turn.said));
  std::ranges::move(grounded.remarks, std::back_inserter(turn.said));
}

/// A reply answers the bare sentence: it is said alone, and of what is done at once, or not at all.
void Decider::drop_replies(Turn& turn) const {
  const bool alone = turn.said.size() == 1 && turn.declined.empty() && !turn.ask && turn.unconfirmed.empty();
  if (alone && !turn.compound && !turn.carried && !turn.plan.undoes) return;
  for (flow::Phrase& words : turn.said) drop_reply(words);
}

void Decider::finish(Turn& turn) const {
  Plan& plan = turn.plan;
  correct(turn);
  drop_replies(turn);
  gather_alike(turn.said);
  if (turn.ask && !turn.unconfirmed.empty()) {
    // One question at a time, and nothing that still needs a yes may hang on another answer.
    turn.steps.clear();
    turn.said = {phrase("remark.one_question")};
  }
  if (!turn.ask && !turn.unconfirmed.empty()) {
    flow::Request hole = turn.unconfirmed_request;
    if (plan.undoes) {
      hole.slots.push_back({"plan", {}, static_cast<double>(plan.undoes.value), {}});
      plan.undoes = {};
    }
    turn.ask = ask_whether(hole, turn.confirm ? *turn.confirm : confirm_phrase(turn.unconfirmed),
                           turn.now + settings_.ask_for);
    turn.say_why(because(Faculty::Confirmation, turn.ask->words));
  }
  const bool does = !turn.steps.empty() || turn.answered;
  plan.verdict = turn.ask ? Plan::AskBack : does ? Plan::Do : Plan::Decline;
  if (plan.verdict == Plan::Decline) plan.undoes = {};  // it takes nothing back
  const auto say = [&](std::vector<flow::Phrase>& phrases) {
    for (flow::Phrase& words : phrases) plan.steps.emplace_back(flow::Say{std::move(words)});
  };
  if (turn.ask) {
    say(turn.declined);
    plan.steps.emplace_back(std::move(*turn.ask));
    append(plan.steps, std::move(turn.steps));
    say(turn.said);
  } else {
    append(plan.steps, std::move(turn.steps));
    say(turn.said);
    say(turn.declined);
  }
  if (plan.verdict == Plan::Decline) plan.tier = home::Tier::Harmless;
}

Plan Decider::left_over(const flow::Meaning& meaning) const {
  Plan plan = draft(meaning, speaker_of(meaning.heard, meaning.speaker, *memory_.present.home(), settings_));
  plan.head.because = {because(Faculty::DialoguePolicy, phrase("because.stopped"), {of_message(meaning.head.id)})};
  plan.steps = {flow::Say{phrase("decline.stopped")}};
  return plan;
}

Plan Decider::not_understood(const flow::Address& asker, const flow::LaneReturn& back) const {
  Plan plan;
  plan.settles = back.request;
  plan.head.from = {back.request, back.head.id};
  plan.head.because = {because(Faculty::DialoguePolicy, phrase("because.lane_failed"), {of_message(back.head.id)})};
  plan.reply = asker;
  const home::Satellite* satellite = memory_.present.home()->satellite(asker.device);
  if (satellite != nullptr) plan.language = satellite->language;
  plan.steps = {flow::Say{phrase("failed.understanding")}};
  return plan;
}

}  // namespace hearth::decide
