// From act to a door, and the door's receipt.
#pragma once

#include "flow/step.h"

namespace hearth::flow {

/// Worded text for a listener; `choices` where it is a question. `unasked`: it answers nobody (a timer rings), and must
/// not be taken for the answer that someone waits for.
struct Words {
  std::string text;
  Language language;
  std::vector<std::string> choices;
  bool unasked = false;
  bool operator==(const Words&) const = default;
};

/// Stop speaking or moving.
struct Stop {
  EntityId entity;
  bool operator==(const Stop&) const = default;
};

using Deed = std::variant<Set, Words, Stop>;

/// `to`: the door and device that it goes to; the house hands it over only when it is in the journal.
struct Command {
  Header head;
  MessageId plan;
  uint16_t step = 0;
  Address to;
  Deed what;
  bool operator==(const Command&) const = default;
};

/// Delivered, which is not yet done.
struct Receipt {
  Header head;
  MessageId plan;
  uint16_t step = 0;
  std::optional<Error> error;
  bool operator==(const Receipt&) const = default;
};

}  // namespace hearth::flow
