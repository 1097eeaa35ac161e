// Every kind of message that passes through the house, and the entry in which the journal keeps it.
#pragma once

#include <string_view>

#include "flow/actuation.h"
#include "flow/answer.h"
#include "flow/command.h"
#include "flow/forecast.h"
#include "flow/inventory.h"
#include "flow/meaning.h"
#include "flow/notice.h"
#include "flow/observation.h"
#include "flow/outcome.h"
#include "flow/plan.h"
#include "flow/utterance.h"

namespace hearth::flow {

/// The index is the kind's number in every journal: the list only grows at its end.
using Message =
    std::variant<Started, Inventory, Observation, Actuation, Utterance, Meaning, Answer, Forecast, Lesson, Proposal,
                 Plan, Command, Receipt, Outcome, Feedback, Wake, LaneReturn, ClockStep, Dropped, NodeError, Gap>;

Header& head_of(Message& message);
const Header& head_of(const Message& message);
/// "Plan", "Outcome", …
std::string_view kind_name(const Message& message);
std::string_view kind_name(size_t kind);

/// One line of the journal. Inputs came from doors, lanes, wakes and the clock; emissions are all that the house then
/// said. `origin`: the door or node that sent it.
struct Entry {
  enum Direction : uint8_t { Input, Emission };
  MessageId seq;
  Time at{};
  Direction direction = Input;
  TraceId trace;
  std::string origin;
  Message message;
  bool operator==(const Entry&) const = default;
};

}  // namespace hearth::flow
