// What a person could say to the house, to be told to somebody whom it did not understand.
#pragma once

#include "decide/draft.h"
#include "memory/present.h"

namespace hearth::decide {

/// A sentence about that thing, as the argument "reason" of a phrase that quotes it: something that would make a
/// difference now ("turn on" where it is off), needs no right and no yes, and is read by the sentences of every
/// language that the house speaks. Nothing for what is gone, out of reach, or of no kind that has an example.
std::optional<Arguments> example_about(const memory::Present& present, home::EntityId thing);

/// Examples about things of that room, by id, and behind them some that need no thing. Never empty.
std::vector<Arguments> examples_in(const memory::Present& present, home::AreaId room);

}  // namespace hearth::decide
