// Which reading of a sentence is taken.
#pragma once

#include <span>

#include "decide/draft.h"
#include "flow/meaning.h"

namespace hearth::decide {

struct Ranked {
  const flow::Reading* chosen = nullptr;     ///< null: none is likely enough
  const flow::Reading* runner_up = nullptr;  ///< the next one that wants something else; may be null
  flow::Because because;
};

/// Takes the first reading that reaches `threshold` and wants something; where the likeliest reaches it, before
/// all others one that wants what is at hand. Points into `meaning`.
Ranked rank(const flow::Meaning& meaning, float threshold, std::span<const flow::Intent> at_hand);

}  // namespace hearth::decide
