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

/// Something to be said or done later. Timers count by the steady clock, alarms and reminders by civil time in `zone`.
struct Promise {
  enum Kind : uint8_t { Timer, Alarm, Reminder, Item };
  Kind kind = Timer;
  Phrase about;
  Time due{};
  std::string recurrence, zone;
  /// What becomes of it: begun, changed (pause, more time), done or cancelled. `changes`: the promise that it is about.
  enum Change : uint8_t { Begin, Cancel, Pause, Resume, Extend, Complete };
  Change change = Begin;
  MessageId changes;
  double seconds = 0;  ///< a timer's length, or by how much it is extended (negative: shortened)
  std::string list;    ///< of an Item
  bool operator==(const Promise&) const = default;
};

struct Say {
  Phrase words;
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
