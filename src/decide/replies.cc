// What a person replies to an open question: yes, no, never mind, or nothing that fits.
#include "decide/turn.h"

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Intent;

}  // namespace

bool Decider::settle_reply(const flow::Request& first, Turn& turn) const {
  switch (first.intent) {
    case Intent::Confirm:
      confirm(turn);
      return true;
    case Intent::Choose:
      ask_again(turn);
      return true;
    case Intent::Refuse:
      refuse(turn);
      return true;
    case Intent::Nevermind:
      turn.say_why(because(Faculty::DialoguePolicy, phrase("because.nevermind"), {of_message(turn.meaning.head.id)}));
      turn.declined.push_back(phrase("decline.nevermind"));
      return true;
    default:
      return false;
  }
}

void Decider::confirm(Turn& turn) const {
  const memory::OpenQuestion* open = turn.question();
  if (open == nullptr) {
    turn.say_why(because(Faculty::Confirmation, phrase("because.nothing_asked")));
    turn.declined.push_back(phrase("decline.nothing_asked"));
    return;
  }
  if (!wants_yes_or_no(open->ask)) return ask_again(turn);
  turn.plan.head.from.push_back(open->plan);
  const home::Home& home = *memory_.present.home();
  bool everything = means_everything(open->ask.hole, home);
  const Judgement judgement = judge(open->then, true, everything, turn.speaker, home, settings_);
  if (judgement.verdict == Judgement::Refused) {
    turn.say_why(judgement.because);
    turn.declined.push_back(judgement.because.what);
    return;
  }
  if (concerns_others(open->then, promising(turn))) return refuse_others(turn);
  turn.say_why(because(Faculty::Confirmation, phrase("because.confirmed"),
                       {of_message(open->plan), of_message(turn.meaning.head.id)}));
  turn.plan.tier = judgement.tier;
  if (open->ask.hole.intent == Intent::Undo) {
    if (const auto plan = number_in(open->ask.hole, "plan")) turn.plan.undoes.value = static_cast<uint64_t>(*plan);
  }
  turn.answered = true;
  for (const flow::Step& step : open->then) {
    if (const auto* say = std::get_if<flow::Say>(&step)) {
      turn.said.push_back(say->words);
    } else {
      turn.steps.push_back(step);
      auto* promise = std::get_if<flow::Promise>(&turn.steps.back());
      if (promise == nullptr) continue;
      for (flow::Request& request : promise->requests) request.confirmed = true;
    }
  }
  if (turn.said.empty()) turn.said.push_back(phrase("done.ok"));
}

void Decider::ask_again(Turn& turn) const {
  const memory::OpenQuestion* open = turn.question();
  if (open == nullptr) {
    turn.say_why(because(Faculty::DialoguePolicy, phrase("because.nothing_asked")));
    turn.declined.push_back(phrase("decline.nothing_asked"));
    return;
  }
  turn.plan.head.from.push_back(open->plan);
  turn.say_why(because(Faculty::DialoguePolicy, phrase("because.not_an_answer"), {of_message(open->plan)}));
  turn.ask = open->ask;
  turn.ask->until = turn.now + settings_.ask_for;
  turn.steps = open->then;
  turn.plan.tier = tier_of(open->then, *memory_.present.home(), settings_.heat_above);
}

void Decider::refuse(Turn& turn) const {
  const memory::OpenQuestion* open = turn.question();
  if (open == nullptr) {
    turn.say_why(because(Faculty::Confirmation, phrase("because.nothing_asked")));
    turn.declined.push_back(phrase("decline.nothing_asked"));
    return;
  }
  turn.plan.head.from.push_back(open->plan);
  turn.say_why(because(Faculty::Confirmation, phrase("because.refused"),
                       {of_message(open->plan), of_message(turn.meaning.head.id)}));
  turn.declined.push_back(phrase("decline.ok"));
}

}  // namespace hearth::decide
