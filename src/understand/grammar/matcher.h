// Walks a text through the automaton once and finds every way that leads to its end.
#pragma once

#include "understand/grammar/compiled_language.h"
#include "understand/grammar/lattice.h"
#include "understand/grammar/spoken_text.h"

namespace hearth::understand {

/// Keeps memory from text to text; one for each thread. The references must outlive it.
class Matcher {
 public:
  /// Longer texts are no commands and match nothing.
  static constexpr size_t kMaxCharacters = 500;

  /// All ways through `text`. The result holds until the next call.
  const Lattice& match(const CompiledLanguage& language, const HomeTries& home, const SpokenText& text);

 private:
  struct Slot {
    uint64_t key = 0;
    uint32_t item = 0, round = 0;
  };

  void start(const CompiledLanguage& language, const HomeTries& home, std::u32string_view text);
  void visit(uint32_t item);
  void read_gap(uint32_t item, const Lattice::Item& at, bool gap);
  void read_list(uint32_t item, const ListArc& arc);
  void read_forms(uint32_t item, const ListArc& arc, const ValueList& list, const Trie& forms);
  void read_numbers(uint32_t item, const ListArc& arc, const ValueList& list);
  void read_wildcard(uint32_t item, const ListArc& arc);
  /// The automaton reaches `state` at `position`, coming from item `from`.
  void reach(StateId state, uint32_t position, bool after_value, uint32_t from, Score gain,
             uint32_t hit = Lattice::kNone);
  void reach_value(const ListArc& arc, uint32_t from, Score gain, const ValueHit& hit, bool after_value);
  uint32_t find_or_add(StateId state, uint32_t position, bool after_value);
  void grow();

  const CompiledLanguage* language_ = nullptr;
  const HomeTries* home_ = nullptr;
  std::u32string_view text_;
  Lattice lattice_;
  std::vector<uint32_t> first_at_, last_at_;  // items by position
  std::vector<Slot> table_;                   // items by state, position and after_value
  uint32_t round_ = 0;
  /// What the tries found at the position being visited.
  struct Lookup {
    const Trie* forms;
    uint32_t first, count;
  };
  std::vector<Lookup> lookups_;
  std::vector<Trie::Hit> trie_hits_;
  std::vector<NumberHit> number_hits_;
};

}  // namespace hearth::understand
