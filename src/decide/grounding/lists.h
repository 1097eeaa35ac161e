// Shopping and other lists that the household keeps with the house.
#pragma once

#include "decide/dialogue_policy/questions.h"
#include "memory/promises.h"

namespace hearth::decide {

/// Steps that add an item, or complete or remove the one that is meant. Asks when no item was named.
Grounded ground_list(const flow::Request& request, const memory::Promises& promises, Time until);

}  // namespace hearth::decide
