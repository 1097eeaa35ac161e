// Several items of a list in one breath: "milk, eggs and bread".
#pragma once

#include "flow/request.h"
#include "understand/talk_words.h"

namespace hearth::understand {

/// Gives a request about a list a slot "part" for each of its items, where it names several; "mac and cheese" is one.
void part_items(flow::Request& request, const TalkWords& words);

}  // namespace hearth::understand
