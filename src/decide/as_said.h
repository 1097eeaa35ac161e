// Whether the reply that Home Assistant has for a sentence is true of what comes of it.
#pragma once

#include "decide/draft.h"
#include "flow/request.h"

namespace hearth::decide {

/// Names that reply in the one phrase of `grounded.done`, with the slots it may tell of: as "reply" where it can be
/// said instead, as "reply_abroad" where only a listener of whose language there are no phrases is served better by it.
/// `tier`: of the steps. Nothing is named where more is to be said than a reply to the bare sentence can: what was
/// remembered, left out, set otherwise than it was said, or happens later.
void name_reply(const flow::Request& request, home::Tier tier, Grounded& grounded);

/// The phrase alone is said.
void drop_reply(flow::Phrase& words);

}  // namespace hearth::decide
