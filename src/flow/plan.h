// What the house would do unasked, and what it decided.
#pragma once

#include "flow/step.h"

namespace hearth::flow {

/// `episode`: a later proposal of the same episode replaces this one; `withdrawn` takes it back. Of a Ring: `person`
/// and `language` of whom it was promised to; `again`: when it rings again unless somebody reacts; `next`: when the
/// promise comes round the next time, never where it was for once.
struct Proposal {
  Header head;
  enum Kind : uint8_t { Hunch, Suggestion, Routine, Ring };
  Kind kind = Hunch;
  std::string episode;
  std::vector<Step> steps;
  float benefit = 0;
  Time expires = kNever;
  bool withdrawn = false;
  Address to;
  std::optional<PersonId> person;
  Language language;
  Time again = kNever, next = kNever;
  bool operator==(const Proposal&) const = default;
};

/// Exactly one for every final Meaning and every Proposal, also to do nothing. `settles`: that message.
/// `undoes`: the plan that this one takes back, if it does.
/// Of an AskBack or Offer, the steps up to and with the first Ask are carried out; those behind it wait: for a yes
/// where the Ask has no slot, else for the reply that fills the slot (the rest of a sentence of which one part was
/// unclear).
struct Plan {
  Header head;
  MessageId settles;
  enum Verdict : uint8_t { Do, AskBack, Offer, Defer, Decline };
  Verdict verdict = Decline;
  std::vector<Step> steps;
  Tier tier = Tier::Harmless;
  std::optional<PersonId> person;
  Address reply;
  Language language;
  MessageId undoes;
  bool unasked = false;  ///< settles a Proposal: nobody waits for what it says
  bool operator==(const Plan&) const = default;
};

}  // namespace hearth::flow
