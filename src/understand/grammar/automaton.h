// The graph made deterministic: what the matcher walks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "base/wire.h"
#include "understand/grammar/graph.h"

namespace hearth::understand {

using StateId = uint32_t;

/// A list value leads on.
struct ListArc {
  uint32_t symbol = 0;  ///< index of a ListSymbol
  StateId to = 0;
};

/// Immutable. State 0 is the start; the automaton has no cycle.
class Automaton {
 public:
  static constexpr StateId kNone = ~0U;

  Automaton() = default;
  /// Every node of `starts` is a place to begin. Errors: InvalidInput past a million states.
  static Result<Automaton> determinise(const Graph& graph, std::vector<NodeId> starts);

  /// For files of this machine and build; see stored_grammar.h.
  void store(wire::Writer& out) const;
  /// `symbols`, `blocks`: how many there are to refer to. Errors: Corrupt.
  static Result<Automaton> restore(wire::Reader& in, size_t symbols, size_t blocks);

  /// Where the state goes on reading `character`, or kNone.
  StateId next(StateId state, char32_t character) const {
    const State& s = states_[state];
    const CharacterArc* arc = character_arcs_.data() + s.first_character;
    const CharacterArc* end = arc + s.characters;
    while (arc != end && arc->character < character) ++arc;
    return arc != end && arc->character == character ? arc->to : kNone;
  }
  /// Where the state goes on at a space of the template, or kNone.
  StateId gap(StateId state) const { return states_[state].gap; }
  std::span<const ListArc> lists(StateId state) const {
    return {list_arcs_.data() + states_[state].first_list, states_[state].lists};
  }
  /// Blocks of which a sentence ends here.
  std::span<const uint32_t> ends(StateId state) const {
    return {ends_.data() + states_[state].first_end, states_[state].ends};
  }

  size_t states() const { return states_.size(); }
  size_t arcs() const { return character_arcs_.size() + list_arcs_.size() + gaps_; }

 private:
  struct CharacterArc {
    char32_t character = 0;
    StateId to = 0;
  };
  struct State {
    uint32_t first_character = 0, first_list = 0, first_end = 0;
    StateId gap = kNone;
    uint16_t characters = 0, lists = 0, ends = 0, unused = 0;
  };

  bool refers_to_what_is_there(size_t symbols, size_t blocks) const;

  std::vector<State> states_;
  std::vector<CharacterArc> character_arcs_;
  std::vector<ListArc> list_arcs_;
  std::vector<uint32_t> ends_;
  size_t gaps_ = 0;
};

}  // namespace hearth::understand
