// An epsilon-free graph of characters, shared from the ends: equal suffixes are one node.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace hearth::understand {

/// What an arc reads. Below 0x110000: that code point. The ranges above hold everything else.
using Label = uint32_t;
inline constexpr Label kGap = 0x110000;          ///< a space of the template
inline constexpr Label kFirstList = 0x00200000;  ///< + index of a ListSymbol
inline constexpr Label kFirstEnd = 0x80000000;   ///< + index of a block: a template ends here

using NodeId = uint32_t;

struct Arc {
  Label label = 0;
  NodeId to = 0;
  auto operator<=>(const Arc&) const = default;
};

class Graph {
 public:
  Graph();

  /// The node with exactly these arcs; made once. `arcs` is sorted on the way.
  NodeId node(std::vector<Arc> arcs);
  std::span<const Arc> arcs(NodeId node) const;
  size_t size() const { return nodes_.size(); }

 private:
  struct Range {
    uint32_t begin, count;
  };
  std::vector<Arc> arcs_;
  std::vector<Range> nodes_;
  std::unordered_multimap<uint64_t, NodeId> by_hash_;
};

}  // namespace hearth::understand
