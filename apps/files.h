// Where the programs find what they need to run: beside the repository's build, or installed.
#pragma once

#include "engine/models.h"

namespace hearth::apps {

/// HEARTH_DATA in the environment, else the folder that the build knew.
engine::ModelFiles model_files();

}  // namespace hearth::apps
