#include "understand/grammar/graph.h"

#include <algorithm>

namespace hearth::understand {
namespace {

uint64_t hash_of(std::span<const Arc> arcs) {
  uint64_t hash = 0x9e3779b97f4a7c15ULL;
  for (const Arc& arc : arcs) {
    hash ^= (static_cast<uint64_t>(arc.label) << 32 | arc.to) + 0x9e3779b97f4a7c15ULL + (hash << 6) + (hash >> 2);
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
  }
  return hash;
}

}  // namespace

Graph::Graph() { arcs_.reserve(1 << 16); }

NodeId Graph::node(std::vector<Arc> arcs) {
  std::sort(arcs.begin(), arcs.end());
  arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
  const uint64_t hash = hash_of(arcs);
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto candidate = first; candidate != last; ++candidate) {
    if (std::ranges::equal(this->arcs(candidate->second), arcs)) return candidate->second;
  }
  const auto id = static_cast<NodeId>(nodes_.size());
  nodes_.push_back({static_cast<uint32_t>(arcs_.size()), static_cast<uint32_t>(arcs.size())});
  arcs_.insert(arcs_.end(), arcs.begin(), arcs.end());
  by_hash_.emplace(hash, id);
  return id;
}

std::span<const Arc> Graph::arcs(NodeId node) const {
  const Range range = nodes_[node];
  return {arcs_.data() + range.begin, range.count};
}

}  // namespace hearth::understand
