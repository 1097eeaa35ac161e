// Pairs of acceptance sentences joined by a connector: each half must mean what it means alone.
#pragma once

#include <string>

#include "engine/models.h"
#include "score/scorer.h"

namespace hearth::score {

/// Draws 600 pairs a language (fewer by `limit`) with seed 5 from the sentences under `suite`/tests/LANGUAGE/ that hold
/// none of the language's connectors, and joins each by one of the connectors. Both files' things stand in one home,
/// furnished for both tests; drawn is only what is understood alone there and finds its things. Right: the pair's
/// requests are those of both halves, with their slots and targets. The judge is the understanding alone; nothing is
/// carried out. Errors: those of reading the suite.
Result<Score> score_suite_pairs(const engine::ModelFiles& files, const std::string& suite, const ScoreOptions& options,
                                const std::string& name);

}  // namespace hearth::score
