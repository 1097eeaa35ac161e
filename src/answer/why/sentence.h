// One spoken sentence for a whole chain.
#pragma once

#include "flow/message.h"

namespace hearth::answer {

/// `chain`: as walk_back returns it. The phrase stands in phrases/<language>/why.toml; its argument "reason" is the key
/// of the decisive reason, "reason.<name>" are that reason's own arguments.
flow::Phrase sentence_of(const std::vector<flow::Entry>& chain);

}  // namespace hearth::answer
