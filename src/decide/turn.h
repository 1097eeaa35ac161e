// One Meaning on its way to its Plan. Internal to the decider.
#pragma once

#include "decide/decider.h"

namespace hearth::decide {

struct Decider::Turn {
  const flow::Meaning& meaning;
  std::span<const flow::Answer> answers;
  Time now{};
  Speaker speaker;
  const memory::Conversation* conversation = nullptr;  ///< null: nobody has spoken there before
  flow::Plan plan;

  std::vector<flow::Step> steps;        ///< to carry out
  std::vector<flow::Phrase> said;       ///< once that is done
  std::vector<flow::Phrase> declined;   ///< what is not done, and why
  std::optional<flow::Ask> ask;         ///< what has to be known first
  std::vector<flow::Step> unconfirmed;  ///< of `steps`, those that need a yes
  flow::Request unconfirmed_request;    ///< that they follow from
  std::vector<flow::Step> taken_back;   ///< of a correction: what the last plan did, back as it was
  bool compound = false;                ///< several requests in one sentence
  bool carried = false;                 ///< what an answered question left waiting goes on already
  std::optional<flow::Phrase> confirm;  ///< what is asked then
  bool answered = false;                ///< a question was answered: the plan speaks, and that is its deed

  /// Null when nothing is open, or it is too late to answer.
  const memory::OpenQuestion* question() const {
    if (conversation == nullptr || !conversation->question) return nullptr;
    const memory::OpenQuestion& open = *conversation->question;
    return open.ask.until != Time{} && open.ask.until < now ? nullptr : &open;
  }
  void say_why(const std::vector<flow::Because>& reasons) {
    plan.head.because.insert(plan.head.because.end(), reasons.begin(), reasons.end());
  }
  void say_why(flow::Because reason) { plan.head.because.push_back(std::move(reason)); }
};

}  // namespace hearth::decide
