// What few words do to the timer that was spoken of last: "make it fifteen", "five more minutes", "and one for twenty".
#pragma once

#include <optional>
#include <vector>

#include "understand/dialogue/patch.h"
#include "understand/dialogue/recent.h"

namespace hearth::understand {

/// True when the last act was about a timer: patches are about it then.
bool spoke_of_timer(const Recent& recent);

/// "Cancel that one". After the start of a timer this is Undo, for a timer is known by its length, and two may share
/// it.
flow::Request cancel_timer(const Recent& recent);

/// `more`: the words are added to what was said ("and …"), so a length is that of one more timer; else it takes the
/// place of the last one, and the first request is Undo with its slot "instead". Empty: a timer takes no such thing.
std::vector<flow::Request> change_timer(const Patch& patch, const Recent& recent, bool more);

/// What begins a correction: Undo, whose slot "instead" is the number of the Meaning whose deed is taken back.
flow::Request take_back(const Recent& recent);

}  // namespace hearth::understand
