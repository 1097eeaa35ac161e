// The steps of a plan. Values are absolute: carrying a step out twice does no harm.
#pragma once

#include "flow/lesson.h"
#include "flow/observation.h"
#include "flow/request.h"

namespace hearth::flow {

struct Set {
  EntityId entity;
  Capability capability = Capability::None;
  Value to;
  double over_s = 0;  ///< seconds that the change takes
  bool operator==(const Set&) const = default;
};

/// A question to the person. `hole`: what is wanted, less the slot that the reply fills. `slot`: "name" with `entities`
/// or `choices` for "which one?", any other for a value that is missing, empty for a question of yes or no.
struct Ask {
  Phrase words;
  Request hole;
  std::string slot;
  std::vector<Phrase> choices;
  std::vector<EntityId> entities;  ///< of the choices, in their order, where they are things
  Time until{};
  bool operator==(const Ask&) const = default;
};

/// Something in the home that has to become so: a person comes home, a washer has ended. `armed`: it was seen otherwise
/// since, so that it can become so.
struct Trigger {
  EntityId entity;
  Capability capability = Capability::None;
  enum Test : uint8_t { Is, Below, Above };
  Test test = Is;
  Value value;
  bool armed = false;
  bool operator==(const Trigger&) const = default;
};
/// Whether a value passes the test; an unknown one does not.
bool passes(const Trigger& trigger, const Value& value);

/// Something to be said or done later. Timers, and what is due in so many `seconds`, count by the steady clock, all
/// else by civil time in `zone`. An Errand is a command put off, an Ending takes back one that was for a time only:
/// what they come to is decided anew when they are due.
struct Promise {
  enum Kind : uint8_t { Timer, Alarm, Reminder, Item, Errand, Ending };
  Kind kind = Timer;
  Phrase about;
  Time due{};
  std::string recurrence, zone;
  /// What becomes of it: begun, changed (pause, more time), done or cancelled; of one that rings put off to `due`, or
  /// stopped; skipped once: `due` and `recurrence` are those that hold then. `changes`: the plan that began it.
  enum Change : uint8_t { Begin, Cancel, Pause, Resume, Extend, Complete, Snooze, Skip, Stop };
  Change change = Begin;
  MessageId changes;
  double seconds = 0;             ///< a timer's length, or by how much it is extended (negative: shortened)
  std::string list;               ///< of an Item
  std::vector<Request> requests;  ///< of an Errand or Ending
  Tier tier = Tier::Harmless;     ///< of what they came to when they were promised
  std::optional<PersonId> to;     ///< whom a Reminder is for
  std::optional<Trigger> trigger;
  static constexpr uint16_t kEveryStep = 0xFFFF;
  uint16_t changes_step = kEveryStep;  ///< of the plan that began it; kEveryStep: all of the kind
  bool operator==(const Promise&) const = default;
};

/// `to`: whom it is told who did not ask for it (a broadcast); none: whoever the plan replies to.
struct Say {
  Phrase words;
  std::optional<Address> to = {};
  bool operator==(const Say&) const = default;
};

struct Show {
  std::vector<std::pair<std::string, Phrase>> items;
  bool operator==(const Show&) const = default;
};

struct Wait {
  std::optional<Time> until;
  std::optional<Observation> unless;
  bool operator==(const Wait&) const = default;
};

using Step = std::variant<Set, Say, Ask, Promise, Show, Wait, Lesson>;

}  // namespace hearth::flow
