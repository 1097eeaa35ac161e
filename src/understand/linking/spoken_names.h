// What people may call the things and places of a home.
#pragma once

#include "home/home.h"
#include "understand/grammar/home_names.h"

namespace hearth::understand {

/// Names and aliases of all that is present and exposed to voice; a thing without a name of its own goes by its
/// device's. Ids are those of the home.
HomeNames spoken_names(const home::Home& home);

/// The areas and floors alone.
HomeNames spoken_places(const home::Home& home);

}  // namespace hearth::understand
