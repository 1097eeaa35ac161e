// What is said beside commands and answers: what the house is, what one can say to it, and that it did not understand.
#include <algorithm>
#include <array>

#include "decide/dialogue_policy/examples.h"
#include "decide/turn.h"

namespace hearth::decide {
namespace {

constexpr size_t kMostExamples = 3;

flow::Phrase quoting(std::string_view key, Arguments example) { return phrase(key, std::move(example)); }

/// The sentence that a plan told as an example; nothing when it told none.
std::optional<Arguments> example_in(const memory::PlanRecord* plan) {
  if (plan == nullptr) return std::nullopt;
  for (const flow::Step& step : plan->plan.steps) {
    const auto* say = std::get_if<flow::Say>(&step);
    if (say != nullptr && say->words.key == "help.example") return say->words.with;
  }
  return std::nullopt;
}

}  // namespace

/// "What did you say?": an open question is put once more, else the words of the last plan of this conversation.
Grounded Decider::say_again(Turn& turn) const {
  Grounded grounded;
  if (turn.question() != nullptr) {
    ask_again(turn);
    return grounded;
  }
  const memory::PlanRecord* last = turn.conversation == nullptr ? nullptr : memory_.plans.find(turn.conversation->plan);
  if (last != nullptr) {
    for (const flow::Step& step : last->plan.steps) {
      const auto* say = std::get_if<flow::Say>(&step);
      if (say != nullptr && !say->to) grounded.done.push_back(say->words);
    }
  }
  if (grounded.done.empty()) return Grounded::refusal(flow::Faculty::DialoguePolicy, phrase("decline.nothing_said"));
  turn.answered = true;
  return grounded;
}

/// "What can I say?": sentences of different kinds, about things of the room where there are some.
Grounded Decider::examples(const Turn& turn) const {
  Grounded grounded;
  std::vector<flow::Value> kinds;
  for (Arguments& example : examples_in(memory_.present, turn.speaker.area)) {
    const flow::Value& kind = example.front().second;
    if (std::ranges::find(kinds, kind) != kinds.end() || kinds.size() == kMostExamples) continue;
    kinds.push_back(kind);
    grounded.done.push_back(quoting(kinds.size() == 1 ? "help.example" : "help.or", std::move(example)));
  }
  return grounded;
}

Grounded Decider::respond(const flow::Request& request, Turn& turn) const {
  if (request.response == "repeat") return say_again(turn);
  turn.answered = true;
  if (request.response == "commands") return examples(turn);
  Grounded grounded;
  static constexpr std::array<std::string_view, 8> kReplies{"listening", "data",  "creator", "morning",
                                                            "evening",   "night", "bye",     "thanks"};
  const bool known = std::ranges::find(kReplies, request.response) != kReplies.end();
  grounded.done.push_back(phrase("respond." + (known ? request.response : std::string("hello"))));
  return grounded;
}

/// Says so, and what could be said instead: of the one thing whose name was heard, else of a thing in the room. Who is
/// not understood again hears another example.
void Decider::not_understood(Turn& turn) const {
  const flow::Meaning& meaning = turn.meaning;
  if (meaning.named.size() == 1) {
    if (auto example = example_about(memory_.present, meaning.named.front())) {
      const Arguments about{named(meaning.named.front()), {"text", meaning.text}};
      turn.declined.push_back(phrase("decline.not_understood_about", about));
      turn.declined.push_back(quoting("help.example", std::move(*example)));
      return;
    }
  }
  turn.declined.push_back(phrase("decline.not_understood", {{"text", meaning.text}}));
  std::vector<Arguments> all = examples_in(memory_.present, turn.speaker.area);
  size_t next = 0;
  if (const auto before =
          example_in(turn.conversation == nullptr ? nullptr : memory_.plans.find(turn.conversation->plan))) {
    const auto told = std::ranges::find(all, *before);
    if (told != all.end()) next = static_cast<size_t>(told - all.begin() + 1) % all.size();
  }
  turn.declined.push_back(quoting("help.example", std::move(all[next])));
}

}  // namespace hearth::decide
