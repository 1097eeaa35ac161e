// The messages of an explanation in words.
#pragma once

#include "engine/queries.h"

namespace hearth::engine {

/// One message of a chain as a sentence; empty where there is nothing to say of it.
std::string sentence_of(const flow::Entry& entry, const Wording& wording, const home::Home& home);

}  // namespace hearth::engine
