// What people call a thing beside the names that it was given: "the radio" for the kitchen radio, "the left bedside
// lamp" for "bedside lamp left".
#pragma once

#include <string>
#include <vector>

#include "home/home.h"
#include "understand/linking/name_words.h"

namespace hearth::understand {

/// Shorter and turned forms of `own`, the thing's names; folded, none of them twice, none of `own`. Without its room
/// goes only what opens no way into the house and is no scene, sensor or person; never by a word that means a kind.
std::vector<std::string> implied_names(const std::vector<std::string>& own, const home::Entity& entity,
                                       const home::Home& home, const NameWords& words);

/// Forms that `names` have by the lines of `forms` ("* light|* lamp"), after the names themselves; folded, none twice.
std::vector<std::string> with_forms(std::vector<std::string> names, const std::vector<std::string>& forms);

}  // namespace hearth::understand
