#include "understand/grammar/automaton.h"

#include <algorithm>
#include <unordered_map>

namespace hearth::understand {
namespace {

constexpr size_t kMaxStates = 1'000'000;
constexpr size_t kMaxMembers = 30'000'000;  // of all sets together: some 120 MB

struct NodesHash {
  size_t operator()(const std::vector<NodeId>& nodes) const {
    uint64_t hash = nodes.size();
    for (const NodeId node : nodes) {
      hash = (hash ^ node) * 0x9e3779b97f4a7c15ULL;
      hash ^= hash >> 29;
    }
    return hash;
  }
};

/// Sets of graph nodes, each one state, numbered as they are met.
class StateSets {
 public:
  StateId state(std::vector<NodeId> nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    const auto [place, fresh] = ids_.emplace(std::move(nodes), static_cast<StateId>(order_.size()));
    if (fresh) {
      order_.push_back(&place->first);
      members_ += place->first.size();
    }
    return place->second;
  }
  size_t members() const { return members_; }
  size_t size() const { return order_.size(); }
  const std::vector<NodeId>& nodes(StateId state) const { return *order_[state]; }

 private:
  std::unordered_map<std::vector<NodeId>, StateId, NodesHash> ids_;
  std::vector<const std::vector<NodeId>*> order_;  // keys of ids_, which stay where they are
  size_t members_ = 0;
};

}  // namespace

Result<Automaton> Automaton::determinise(const Graph& graph, std::vector<NodeId> starts) {
  Automaton automaton;
  StateSets sets;
  sets.state(std::move(starts));
  std::vector<Arc> arcs;
  for (StateId id = 0; id < sets.size(); ++id) {
    if (sets.size() > kMaxStates || sets.members() > kMaxMembers) {
      return invalid("expected sentences that need at most a million states", "all sentences together");
    }
    arcs.clear();
    for (const NodeId node : sets.nodes(id)) {
      const auto more = graph.arcs(node);
      arcs.insert(arcs.end(), more.begin(), more.end());
    }
    std::sort(arcs.begin(), arcs.end());
    State state;
    state.first_character = static_cast<uint32_t>(automaton.character_arcs_.size());
    state.first_list = static_cast<uint32_t>(automaton.list_arcs_.size());
    state.first_end = static_cast<uint32_t>(automaton.ends_.size());
    for (size_t i = 0; i < arcs.size();) {
      const Label label = arcs[i].label;
      std::vector<NodeId> targets;
      for (; i < arcs.size() && arcs[i].label == label; ++i) targets.push_back(arcs[i].to);
      if (label >= kFirstEnd) {
        automaton.ends_.push_back(label - kFirstEnd);
        ++state.ends;
        continue;
      }
      const StateId to = sets.state(std::move(targets));
      if (label >= kFirstList) {
        automaton.list_arcs_.push_back({label - kFirstList, to});
        ++state.lists;
      } else if (label == kGap) {
        state.gap = to;
        ++automaton.gaps_;
      } else {
        automaton.character_arcs_.push_back({label, to});
        ++state.characters;
      }
    }
    automaton.states_.push_back(state);
  }
  return automaton;
}

}  // namespace hearth::understand
