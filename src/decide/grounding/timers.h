// Timers: starting them, and finding the one that is meant.
#pragma once

#include "decide/promising/meant.h"

namespace hearth::decide {

bool concerns_timers(flow::Intent intent);

/// Steps for a request about timers. The one that is meant is found by name, by the length that it was started with, by
/// the room in which it was asked for, or because there is only one; ties ask. "Until seven" is as
/// long as it takes until then; which seven is asked where it may be either.
Grounded ground_timer(const flow::Request& request, const Promising& in);

/// Seconds in the slots `<prefix>hours`, `<prefix>minutes`, `<prefix>seconds`; nothing when none of them is there.
std::optional<double> seconds_in(const flow::Request& request, std::string_view prefix);

}  // namespace hearth::decide
