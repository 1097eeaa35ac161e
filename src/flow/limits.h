// How much of a kind a message may hold, where sender and receiver must agree.
#pragma once

#include <cstddef>

namespace hearth::flow {

/// Of the candidates of a slot; as many as this mean that there may be more. Nobody guesses among more than can be read
/// out: the room is asked for.
inline constexpr size_t kMostCandidates = 50;

}  // namespace hearth::flow
