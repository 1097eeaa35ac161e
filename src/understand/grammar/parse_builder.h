// Turns a way through the automaton into a Parse: slots, values, context.
#pragma once

#include <optional>
#include <string_view>

#include "understand/grammar/grammar.h"
#include "understand/grammar/skip_words.h"

namespace hearth::understand {

/// Everything that a path refers to, for one text.
struct PathSource {
  const std::shared_ptr<const CompiledLanguage>& language;
  const HomeTries& home;
  const Lattice& lattice;
  std::string_view sentence;  ///< as it was given
  const SkippedText& text;    ///< as it was matched
  const Context& context;
};

/// Nothing if the surroundings forbid this reading, or if the words skipped were inside its open text.
std::optional<Parse> build_parse(const Path& path, const PathSource& source);

/// Home Assistant's order: the household's own sentences, score, intent by name; then fewer words skipped, then the
/// order of the source.
bool better(const Parse& a, const Parse& b);

/// Whether both mean the same: block and slot values.
bool same_meaning(const Parse& a, const Parse& b);

}  // namespace hearth::understand
