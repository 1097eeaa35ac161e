// What a few words mean when the house has asked for a time.
#pragma once

#include <optional>

#include "memory/conversations.h"
#include "understand/scheduling/cuts.h"

namespace hearth::understand {

/// The question's request with its `when` filled; nothing where `text` names no time, or none of those that were
/// offered. "In the evening" chooses among them, a time of day completes "tomorrow"; what stays open stays in `others`
/// and is asked again.
std::optional<flow::Request> read_when_reply(std::string_view text, const memory::OpenQuestion& question,
                                             std::string_view language, Time now, const TimeWords& words);

/// Another time instead of, or beside, one that was said before: a time of day on the day that was named then, as often
/// as was said then.
flow::When on_the_same_day(const flow::When& before, const flow::When& said, const calendar::Zone& zone);

}  // namespace hearth::understand
