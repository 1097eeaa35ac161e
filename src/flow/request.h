// One thing that is wanted, as far as it was understood.
#pragma once

#include "flow/header.h"
#include "flow/intent.h"
#include "flow/when.h"

namespace hearth::flow {

/// `spoken`: the words; `value`: what they mean in the canonical unit; `candidates`: whom they may name, best first.
struct Slot {
  std::string name, spoken;
  Value value;
  std::vector<std::pair<EntityId, float>> candidates;
  bool operator==(const Slot&) const = default;
};

/// `kind`: state, count, where, why, timer, …; `program`: typed steps over facts; empty = free text.
struct Question {
  std::string kind, text;
  std::vector<std::string> program;
  bool operator==(const Question&) const = default;
};

/// `targets`: whom it is done to, resolved; more than one is all of them. `explicit_words`: the act itself was spoken
/// ("unlock the front door"), which a Secure act needs. `confirmed`: the person said yes to exactly this. `when`: not
/// now, or not for good; it is then promised, never done at once.
struct Request {
  Intent intent = Intent::None;
  std::vector<Slot> slots;
  std::vector<EntityId> targets;
  std::optional<Question> question;
  bool confirmed = false;
  bool explicit_words = false;
  std::string response;  ///< the reply that the matched template names
  std::optional<When> when;
  bool operator==(const Request&) const = default;
};

/// Null when the request has no such slot.
const Slot* find_slot(const Request& request, std::string_view name);
/// The value of a slot that holds a number.
std::optional<double> number_in(const Request& request, std::string_view slot);
/// The value of a slot that holds text, else the words that were said; empty when there is none.
std::string word_in(const Request& request, std::string_view slot);
/// A length of time: the sum of the slots hours, minutes and seconds, whose names may begin with `prefix`; where there
/// is none of them and no prefix, the slot "duration".
std::optional<double> seconds_in(const Request& request, std::string_view prefix = {});

}  // namespace hearth::flow
