// Timers: starting them, and finding the one that is meant.
#pragma once

#include "decide/dialogue_policy/questions.h"
#include "home/home.h"
#include "memory/promises.h"

namespace hearth::decide {

bool concerns_timers(flow::Intent intent);

/// Steps for a request about timers. The one that is meant is found by name, by the length that it was started with, by
/// the room in which it was asked for, or because there is only one; ties ask. `until`: how long such a question stays
/// open.
Grounded ground_timer(const flow::Request& request, const memory::Promises& promises, const home::Home& home, Time now,
                      Time until);

/// Seconds in the slots `<prefix>hours`, `<prefix>minutes`, `<prefix>seconds`; nothing when none of them is there.
std::optional<double> seconds_in(const flow::Request& request, std::string_view prefix);

}  // namespace hearth::decide
