// Timers: starting them, and finding the one that is meant.
#pragma once

#include "decide/promising/meant.h"

namespace hearth::decide {

/// Steps for a request about timers. The one that is meant is found by name, by the length that it was started with, by
/// the room in which it was asked for, or because there is only one; ties ask. "Until seven" is as
/// long as it takes until then; which seven is asked where it may be either.
Grounded ground_timer(const flow::Request& request, const Promising& in);

}  // namespace hearth::decide
