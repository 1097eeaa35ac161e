// All ways through the automaton that a text allows, kept as edges that point back.
#pragma once

#include <cstdint>
#include <vector>

#include "understand/grammar/automaton.h"

namespace hearth::understand {

/// How good a way is, as one number: sums compare like hassil's order does (a name before none, a longer name, fewer
/// wildcards, more literal letters, fewer letters in wildcards). Holds for texts below 1,024 characters.
using Score = int64_t;
inline constexpr Score kLiteral = 1LL << 11;
inline constexpr Score kWildcard = -(1LL << 22);
inline constexpr Score kWildcardLetter = -1;
inline constexpr Score kNameLetter = 1LL << 33;
inline constexpr Score kName = 1LL << 44;

/// A list value found in the text.
struct ValueHit {
  uint32_t symbol = 0;          ///< index of a ListSymbol
  uint32_t begin = 0, end = 0;  ///< characters of the text
  uint32_t value = 0;           ///< index of a ListValue or of a HomeTries::Group
  double number = 0;            ///< of a range
};

/// Reused from text to text by one thread, so that matching allocates nothing once warm.
struct Lattice {
  static constexpr uint32_t kNone = ~0U;

  /// The automaton in a state at a position. `after_value`: a list value was the last thing read.
  struct Item {
    StateId state = 0;
    uint32_t position = 0;
    uint32_t first_edge = kNone;
    uint32_t next = kNone;  ///< the next item at this position
    bool after_value = false;
  };
  /// How an item was reached.
  struct Edge {
    uint32_t from = 0;      ///< an item
    uint32_t next = kNone;  ///< another edge to the same item
    uint32_t hit = kNone;   ///< a value, if this edge reads one
    Score gain = 0;
  };

  std::vector<Item> items;  ///< the first is the start
  std::vector<Edge> edges;
  std::vector<ValueHit> hits;
  std::vector<uint32_t> finals;  ///< items at the end of the text in which a sentence ends
  bool truncated = false;        ///< the text allowed more than 100,000 edges; the rest was left out
};

/// One whole way through a text.
struct Path {
  Score score = 0;
  uint32_t block = 0;
  std::vector<uint32_t> hits;  ///< in the order of the text
};

/// The best `limit` ways, best first: exact, however many there are. Equal scores come in a fixed order.
std::vector<Path> best_paths(const Automaton& automaton, const Lattice& lattice, size_t limit);

}  // namespace hearth::understand
