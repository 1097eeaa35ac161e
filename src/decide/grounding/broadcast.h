// What one person has the house tell everybody else.
#pragma once

#include "decide/draft.h"
#include "home/home.h"

namespace hearth::decide {

/// One Say for each satellite but `from`, in the words of the slot "message" as they were said; those of the slot
/// "area" alone where a room was named. Refused where there is nobody else to tell, or nothing to tell.
Grounded ground_broadcast(const flow::Request& request, const flow::Address& from, const home::Home& home);

}  // namespace hearth::decide
