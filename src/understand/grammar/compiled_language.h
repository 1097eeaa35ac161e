// A language ready to match: the automaton and everything that its arcs refer to.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "understand/grammar/automaton.h"
#include "understand/grammar/home_names.h"
#include "understand/grammar/language.h"
#include "understand/grammar/value_list.h"

namespace hearth::understand {

/// A list as one template uses it.
struct ListSymbol {
  uint32_t list = 0;  ///< index of CompiledLanguage::lists
  uint32_t slot = 0;  ///< index of CompiledLanguage::slots
  uint64_t domains = kAnyDomain;
  bool capture = false;  ///< for the reply, no slot
  bool glued = false;    ///< letters of the template may follow at once
  bool operator==(const ListSymbol&) const = default;
};

/// Sizes, for logs and benchmarks.
struct GrammarSize {
  size_t sentences = 0, blocks = 0, nodes = 0, states = 0, arcs = 0;
};

/// Immutable once compiled. Of `source` only what a reading refers to is left: no sentences, lists or rules.
struct CompiledLanguage {
  Language source;
  Automaton automaton;
  std::vector<ListSymbol> symbols;
  std::vector<ValueList> lists;
  std::vector<std::string> slots;
  std::vector<std::string> domains;  ///< that requires_context names; bit n is domains[n]
  Trie skip_words;
  GrammarSize size;
};

/// `problems`: takes what is wrong with single sentences, which are then left out; null: the first is the error.
/// Errors: InvalidInput naming file, sentence and column: bad syntax, an unknown list or rule, a rule that contains
/// itself, more than 63 domains, sentences too large to compile.
Result<CompiledLanguage> compile_language(Language source, std::vector<Error>* problems = nullptr);

}  // namespace hearth::understand
