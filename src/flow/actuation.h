// Who changed what: an observation of a settable capability with its cause.
#pragma once

#include "flow/header.h"

namespace hearth::flow {

struct Actuation {
  Header head;
  EntityId entity;
  Capability capability = Capability::None;
  Value before, after;
  float confidence = 0;
  std::optional<PersonId> person;
  enum By : uint8_t { Person, ByHand, Hearth, OtherAutomation, Unknown };
  By by = Unknown;
  bool operator==(const Actuation&) const = default;
};

}  // namespace hearth::flow
