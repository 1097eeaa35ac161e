#include "answer/why/sentence.h"

#include <algorithm>
#include <array>

#include "answer/why/chain.h"

namespace hearth::answer {
namespace {

using flow::Because;
using flow::Outcome;
using flow::Phrase;
using flow::Plan;

bool is_one_of(const Phrase& phrase, std::span<const std::string_view> keys) {
  return std::ranges::find(keys, phrase.key) != keys.end();
}

/// True of every plan that follows words; nobody who asks "why?" wants to hear it.
bool goes_without_saying(const Phrase& what) {
  static constexpr auto kPlain = std::to_array<std::string_view>(
      {"because.ranked", "because.grounded", "because.safe", "because.explicit", "because.answered", "because.list",
       "because.timer", "because.timer_meant", "because.all_timers"});
  return is_one_of(what, kPlain);
}

/// A clause can follow "because"; other phrases are sentences of their own.
bool is_clause(const Phrase& what) {
  return what.key.starts_with("because.") || what.key.starts_with("linked.") || what.key.starts_with("attribution.");
}

const Because* first_telling(const std::vector<Because>& reasons) {
  const auto found = std::ranges::find_if(reasons, [](const Because& one) { return !goes_without_saying(one.what); });
  return found == reasons.end() ? nullptr : &*found;
}

/// What decided a plan. Of a refusal the last word counts, of all others the first that tells something.
const Because* decisive(const Plan& plan) {
  const std::vector<Because>& reasons = plan.head.because;
  if (plan.verdict != Plan::Decline) {
    const auto asks = [](const Because& one) { return one.what.key.starts_with("confirm."); };
    std::vector<const Because*> telling;
    for (const Because& one : reasons) {
      if (!goes_without_saying(one.what) && !asks(one)) telling.push_back(&one);
    }
    return telling.empty() ? nullptr : telling.front();
  }
  for (auto reason = reasons.rbegin(); reason != reasons.rend(); ++reason) {
    if (!goes_without_saying(reason->what)) return &*reason;
  }
  return nullptr;
}

/// How the things were found, where the words alone did not say it.
const Because* surroundings(const std::vector<flow::Entry>& chain) {
  static constexpr auto kWorthSaying =
      std::to_array<std::string_view>({"linked.room", "linked.name_here", "linked.only_one"});
  const auto* meaning = first_of<flow::Meaning>(chain);
  if (meaning == nullptr) return nullptr;
  const auto found =
      std::ranges::find_if(meaning->head.because, [](const Because& one) { return is_one_of(one.what, kWorthSaying); });
  return found == meaning->head.because.end() ? nullptr : &*found;
}

class Sentence {
 public:
  explicit Sentence(const std::vector<flow::Entry>& chain) : chain_(chain) {}

  Phrase phrase() {
    if (const auto* changed = std::get_if<flow::Actuation>(&chain_.front().message);
        changed != nullptr && changed->by != flow::Actuation::Hearth) {
      return by_others(*changed);
    }
    const auto* plan = first_of<Plan>(chain_);
    return plan == nullptr ? of_itself() : of_plan(*plan);
  }

 private:
  Phrase by_others(const flow::Actuation& changed) {
    phrase_.key = "why.not_me";
    add("entity", static_cast<double>(changed.entity.value));
    add("capability", std::string(home::facts(changed.capability).name));
    add("value", changed.after);
    if (changed.person) add("person", static_cast<double>(changed.person->value));
    add("by_hand", changed.by == flow::Actuation::ByHand || changed.by == flow::Actuation::Person);
    add("automation", changed.by == flow::Actuation::OtherAutomation);
    give_reason(first_telling(changed.head.because));
    return std::move(phrase_);
  }

  Phrase of_itself() {
    phrase_.key = "why.message";
    add("kind", std::string(flow::kind_name(chain_.front().message)));
    quote_what_was_said(false);
    show_what_was_seen();
    give_reason(first_telling(flow::head_of(chain_.front().message).because));
    return std::move(phrase_);
  }

  Phrase of_plan(const Plan& plan) {
    quote_what_was_said(bool(plan.undoes));
    const Because* reason = decisive(plan);
    const auto* answer = first_of<flow::Answer>(chain_);
    if (reason == nullptr && answer != nullptr) reason = first_telling(answer->head.because);
    const auto* outcome = std::get_if<Outcome>(&chain_.front().message);
    const bool failed =
        outcome != nullptr && (outcome->progress == Outcome::Failed || outcome->progress == Outcome::Refused ||
                               outcome->progress == Outcome::Interrupted);
    if (outcome != nullptr && outcome->entity) add("entity", static_cast<double>(outcome->entity.value));
    if (failed) {
      phrase_.key = "why.failed";
      if (const Because* own = first_telling(outcome->head.because)) reason = own;
      give_reason(reason);
      return std::move(phrase_);
    }
    phrase_.key = key_of(plan.verdict);
    if (first_of<flow::Utterance>(chain_) == nullptr) {
      const auto* tapped = first_of<flow::Meaning>(chain_);
      const bool asked_so = tapped != nullptr && reason == nullptr;
      if (plan.verdict == Plan::Do) phrase_.key = asked_so ? "why.tapped" : "why.unasked";
      if (asked_so && tapped->speaker) add("person", static_cast<double>(tapped->speaker->value));
      if (tapped == nullptr) show_what_was_seen();
      if (const auto* proposal = first_of<flow::Proposal>(chain_); proposal != nullptr && reason == nullptr) {
        reason = first_telling(proposal->head.because);
      }
    }
    give_reason(reason == nullptr && plan.verdict == Plan::Do ? surroundings(chain_) : reason);
    return std::move(phrase_);
  }

  static std::string key_of(Plan::Verdict verdict) {
    switch (verdict) {
      case Plan::Do:
        return "why.done";
      case Plan::AskBack:
        return "why.asked";
      case Plan::Offer:
        return "why.offered";
      case Plan::Defer:
        return "why.deferred";
      case Plan::Decline:
        return "why.declined";
    }
    return "why.done";
  }

  /// The words that began it, and the last that followed (an answer to a question, a yes).
  void quote_what_was_said(bool newest_alone) {
    std::vector<const flow::Utterance*> said;
    for (const flow::Entry& entry : chain_) {
      if (const auto* utterance = std::get_if<flow::Utterance>(&entry.message)) said.push_back(utterance);
    }
    if (said.empty()) return;
    const flow::Utterance& first = newest_alone ? *said.front() : *said.back();
    add("text", first.text);
    if (!newest_alone && said.size() > 1) add("then", said.front()->text);
    if (first.speaker) add("person", static_cast<double>(first.speaker->value));
  }

  void show_what_was_seen() {
    const auto* seen = first_of<flow::Observation>(chain_);
    if (seen == nullptr) return;
    add("seen_by", static_cast<double>(seen->entity.value));
    if (!has("entity")) add("entity", static_cast<double>(seen->entity.value));
    add("capability", std::string(home::facts(seen->capability).name));
    add("value", seen->value);
  }

  void give_reason(const Because* because) {
    if (because == nullptr || because->what.key.empty()) return;
    add("reason", because->what.key);
    add("clause", is_clause(because->what));
    for (const auto& [name, value] : because->what.with) add("reason." + name, value);
  }

  bool has(std::string_view name) const {
    return std::ranges::any_of(phrase_.with, [&](const auto& argument) { return argument.first == name; });
  }
  void add(std::string name, flow::Value value) { phrase_.with.emplace_back(std::move(name), std::move(value)); }

  const std::vector<flow::Entry>& chain_;
  Phrase phrase_;
};

}  // namespace

Phrase sentence_of(const std::vector<flow::Entry>& chain) {
  return chain.empty() ? Phrase{"why.nothing", {}} : Sentence(chain).phrase();
}

}  // namespace hearth::answer
