// The texts that are left when words without meaning ("please", "could you") are taken out.
#pragma once

#include <vector>

#include "understand/grammar/spoken_text.h"
#include "understand/grammar/trie.h"

namespace hearth::understand {

/// A text, and what was taken out of it.
struct SkippedText {
  enum class Where : uint8_t { Nowhere, Everywhere, Start, End } where = Where::Nowhere;
  SpokenText text;
};

/// The text itself first, then those that differ from it.
std::vector<SkippedText> skip_words(SpokenText text, const Trie& words);

}  // namespace hearth::understand
