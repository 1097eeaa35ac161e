// Names that stand among words of which nothing else was understood.
#pragma once

#include <string_view>
#include <vector>

#include "home/home.h"

namespace hearth::understand {

/// The things whose name or alias stands in the text as whole words, as people say them; only those with the longest
/// name, so that "the desk lamp" is not every "lamp". Names of fewer than three bytes are not looked for. By id; empty
/// when no name is there. Any thread; takes as long as the home has names.
std::vector<home::EntityId> heard_in(std::string_view text, const home::Home& home);

}  // namespace hearth::understand
