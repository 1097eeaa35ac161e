// Commands that are put off, or hold for a time only: what is promised of them, and what is said of that.
#pragma once

#include "decide/grounding/grounder.h"
#include "decide/promising/meant.h"

namespace hearth::decide {

/// True for a command that is not meant now, or not for good: it names a time or an event.
bool is_put_off(const flow::Request& request);

/// Whether what stands in the way now may be gone when it is due: out of reach, or as bright as can be.
bool may_pass(const flow::Phrase& problem);

/// A command of which `would` is what it came to now. "At seven", "in five minutes", "when the washer is done": an
/// Errand, nothing now. "Until ten", "for half an hour": now, and an Ending. `request.targets` has to be resolved.
Grounded put_off(const flow::Request& request, Grounded would, const Promising& in);

/// Cancels commands that were put off.
Grounded ground_errand(const flow::Request& request, const Promising& in);

/// "turn on the porch light": the first deed of these Sets, or all of them together, as it is said of the future.
flow::Phrase future_phrase(const std::vector<flow::Step>& steps);
/// The same as arguments of another phrase: its key in "reason", its own in "reason.…".
void add_reason(const flow::Phrase& what, Arguments& with);

}  // namespace hearth::decide
