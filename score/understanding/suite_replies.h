// What has to be known for the reply to a sentence of the acceptance suite: its slots, and the things of its little
// home that it asks for. The rules are those of the suite's own project.
#pragma once

#include "act/wording/replies.h"
#include "score/understanding/ha_suite.h"

namespace hearth::score {

/// - A slot of words is what its list says, one of numbers the words it was spoken in; a name or room as the home
///   writes it.
/// - A thing is asked for when every slot fits it; where a name alone fits a single thing, its room is not asked.
/// - Of timers a name chooses, where one is called so, and a room; how long they were set for does not.
/// - The clock stands at 2013-09-17 01:02.
act::ReplyContext reply_context(const SuiteFile& file, const SuiteTest& test, const understand::Parse& parse);

}  // namespace hearth::score
