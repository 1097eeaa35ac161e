// Finds which of many written forms start at a place of a text: list values, number words, names of the home.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/wire.h"

namespace hearth::understand {

/// Immutable; lookups are safe from any thread. A gap in a form (space, hyphen, underscore) reads any gap in the text.
class Trie {
 public:
  struct Entry {
    std::u32string form;  ///< as read_name returns it; an empty one is never found
    uint32_t value = 0;
  };
  /// The values at [first, first + count) of `values()` have a form that ends before position `end`.
  struct Hit {
    uint32_t end = 0, first = 0, count = 0;
  };

  Trie() = default;
  explicit Trie(std::vector<Entry> entries);

  /// Appends every form that starts at `from`, shortest first.
  void find(std::u32string_view text, size_t from, std::vector<Hit>& hits) const;

  /// Values of the forms, in the order that hits refer to.
  const std::vector<uint32_t>& values() const { return values_; }
  size_t size() const { return nodes_.size(); }

  /// For files of this machine and build; see stored_grammar.h.
  void store(wire::Writer& out) const;
  /// Values are below `values`. Errors: Corrupt.
  static Result<Trie> restore(wire::Reader& in, size_t values);

 private:
  struct Node {
    char32_t character = 0;
    uint32_t first_child = 0, child_count = 0;
    uint32_t first_value = 0, value_count = 0;
  };

  const Node* child(const Node& node, char32_t character) const;

  std::vector<Node> nodes_;  // children of a node stand together, sorted
  std::vector<uint32_t> values_;
};

/// Space, hyphen and underscore separate words alike.
inline bool is_gap(char32_t c) { return c == U' ' || c == U'-' || c == U'_'; }

}  // namespace hearth::understand
