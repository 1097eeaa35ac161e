// Every faculty that can be measured.
#pragma once

#include <memory>

#include "engine/models.h"
#include "score/scorer.h"

namespace hearth::score {

/// In the order in which they are listed. `files`: what the houses that are measured load.
std::vector<std::unique_ptr<Scorer>> scorers(const engine::ModelFiles& files);

}  // namespace hearth::score
