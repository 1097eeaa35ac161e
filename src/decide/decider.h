// Settles what was said and what was proposed: exactly one Plan each.
#pragma once

#include <span>

#include "decide/grounding/grounder.h"
#include "decide/promising/meant.h"
#include "decide/ranking/ranker.h"
#include "decide/safety/guard.h"
#include "flow/answer.h"
#include "flow/notice.h"
#include "memory/memory.h"

namespace hearth::decide {

/// House thread. Keeps nothing: the same memory and message give the same Plan.
class Decider {
 public:
  /// Both must outlive the decider.
  Decider(const memory::Memory& memory, const Settings& settings)
      : memory_(memory), settings_(settings), grounder_(memory.present, memory.lexicon, settings) {}

  /// True when what was said holds a question: then the Plan waits for the Answers.
  bool asks(const flow::Meaning& meaning) const;
  /// `answers`: those that came to this Meaning, in any order.
  flow::Plan decide(const flow::Meaning& meaning, std::span<const flow::Answer> answers, Time now) const;

  flow::Plan decide(const flow::Proposal& proposal, Time now) const;
  /// The Plans that follow earlier Defers now: an Offer where the moment has come, a Decline where it has passed.
  std::vector<flow::Plan> judge_again(Time now) const;
  /// When deferred proposals have to be judged again at the latest; kNever when there are none.
  Time next_judgement(Time now) const;

  /// Settles a Meaning that a stop of the house left without a Plan.
  flow::Plan left_over(const flow::Meaning& meaning) const;
  /// Settles an utterance which nobody will understand: its lane failed, or had no time for it. `asker`: who said it.
  flow::Plan not_understood(const flow::Address& asker, const flow::LaneReturn& back) const;

 private:
  struct Turn;  ///< one Meaning on its way to its Plan

  flow::Plan draft(const flow::Meaning& meaning, const Speaker& speaker) const;
  Ranked ranked(const flow::Meaning& meaning) const;
  bool settle_reply(const flow::Request& first, Turn& turn) const;
  void confirm(Turn& turn) const;
  void ask_again(Turn& turn) const;
  void refuse(Turn& turn) const;
  Grounded ground(const flow::Request& request, Turn& turn) const;
  Grounded undo(const flow::Request& request, Turn& turn) const;
  Grounded answer(const flow::Request& request, Turn& turn) const;
  Grounded say_again(Turn& turn) const;
  Grounded respond(const flow::Request& request, Turn& turn) const;
  Grounded examples(const Turn& turn) const;
  void not_understood(Turn& turn) const;
  void take_back(const flow::Request& correction, Turn& turn) const;
  void correct(Turn& turn) const;
  void refuse_others(Turn& turn) const;
  Grounded put_off(const flow::Request& request, Turn& turn) const;
  /// A promise that is due is decided anew, with the home as it is now.
  flow::Plan keep(const flow::Proposal& proposal, const flow::Promise& promise, flow::Plan plan, Time now) const;
  Promising promising(const Turn& turn) const;
  void carry(const flow::Request& request, Turn& turn) const;
  void guard(const flow::Request& request, Grounded& grounded, Turn& turn) const;
  Judgement judge_all(const flow::Request& request, const Grounded& grounded, bool explicit_words,
                      const Turn& turn) const;
  void teach(const flow::Request& request, Turn& turn) const;
  void drop_replies(Turn& turn) const;
  void finish(Turn& turn) const;

  const memory::Memory& memory_;
  const Settings& settings_;
  Grounder grounder_;
};

}  // namespace hearth::decide
