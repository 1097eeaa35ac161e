// What became of one step of a plan, and what people thought of it.
#pragma once

#include "flow/header.h"

namespace hearth::flow {

/// `entity` and `capability` of a Set, else none. `before`: the value when the step began, `after`: the one it led to.
struct Outcome {
  Header head;
  MessageId plan;
  uint16_t step = 0;
  EntityId entity;
  Capability capability = Capability::None;
  Value before, after;
  std::optional<Error> error;
  enum Progress : uint8_t { Started, Done, Unconfirmed, Refused, Failed, Interrupted, Undone };
  Progress progress = Started;
  bool operator==(const Outcome&) const = default;
};

struct Feedback {
  Header head;
  MessageId about;
  std::optional<PersonId> person;
  enum Kind : uint8_t { Accepted, Rejected, Undone, Corrected, Rephrased, Interrupted, Ignored };
  Kind kind = Accepted;
  bool operator==(const Feedback&) const = default;
};

}  // namespace hearth::flow
