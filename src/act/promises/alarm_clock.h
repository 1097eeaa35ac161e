// When promises are due, and what is said then.
#pragma once

#include <optional>
#include <string>

#include "flow/plan.h"
#include "memory/promises.h"

namespace hearth::act {

/// True for a promise that rings by itself: not for items of lists, paused timers and what has rung.
bool rings(const memory::Promised& promised);

/// "promise.<plan>.<step>": names the promise in wakes and as the episode of its Ring.
std::string episode_of(const memory::Promised& promised);
/// Null when no promise is called so (any more).
const memory::Promised* find(const memory::Promises& promises, std::string_view episode);

/// What the house says when the promise is due, and how late that is when it was off at the time.
flow::Proposal ring(const memory::Promised& promised, Time now);

}  // namespace hearth::act
