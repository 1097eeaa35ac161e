// When promises are due, and what is said then.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/plan.h"
#include "memory/present.h"
#include "memory/promises.h"

namespace hearth::act {

/// True for a promise that rings by itself: not for items of lists, paused timers and what waits for something to
/// become so.
bool rings(const memory::Promised& promised);

/// When it rings next, seen from just after `after`; kNever: not by itself. What came due before stays due. What comes
/// round again is counted anew by its rule, so that a clock set back brings it sooner; exact over daylight saving.
Time next_ring(const memory::Promised& promised, Time after);

/// "promise.<plan>.<step>": names the promise in wakes and as the episode of its Ring.
std::string episode_of(const memory::Promised& promised);
/// Null when no promise is called so (any more).
const memory::Promised* find(const memory::Promises& promises, std::string_view episode);

/// What the house says or is to decide when the promise is due, and how late that is when it was off at the time. An
/// alarm rings again each minute, louder where a player in the room has a volume, until somebody stops it; a reminder
/// that nobody reacts to is said again, and then in the other rooms too: one Proposal a room.
std::vector<flow::Proposal> ring(const memory::Promised& promised, const memory::Present& present, Time now);

}  // namespace hearth::act
