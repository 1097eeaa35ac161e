#include "understand/grammar/automaton.h"

#include <algorithm>
#include <unordered_map>

#include "base/wire_lists.h"

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
  automaton.states_.shrink_to_fit();
  automaton.character_arcs_.shrink_to_fit();
  automaton.list_arcs_.shrink_to_fit();
  automaton.ends_.shrink_to_fit();
  return automaton;
}

void Automaton::store(wire::Writer& out) const {
  wire::write_plain(out, states_);
  wire::write_plain(out, character_arcs_);
  wire::write_plain(out, list_arcs_);
  wire::write_plain(out, ends_);
  out.varint(gaps_);
}

Result<Automaton> Automaton::restore(wire::Reader& in, size_t symbols, size_t blocks) {
  Automaton automaton;
  automaton.states_ = TRY(wire::read_plain<State>(in));
  automaton.character_arcs_ = TRY(wire::read_plain<CharacterArc>(in));
  automaton.list_arcs_ = TRY(wire::read_plain<ListArc>(in));
  automaton.ends_ = TRY(wire::read_plain<uint32_t>(in));
  automaton.gaps_ = TRY(in.varint());
  if (!automaton.refers_to_what_is_there(symbols, blocks)) return corrupt("an arc that leads nowhere", in.place());
  return automaton;
}

bool Automaton::refers_to_what_is_there(size_t symbols, size_t blocks) const {
  const auto within = [](size_t first, size_t count, size_t size) { return first <= size && count <= size - first; };
  const auto state = [&](StateId to) { return to < states_.size(); };
  return !states_.empty() && std::ranges::all_of(states_, [&](const State& s) {
    return within(s.first_character, s.characters, character_arcs_.size()) &&
           within(s.first_list, s.lists, list_arcs_.size()) && within(s.first_end, s.ends, ends_.size()) &&
           (s.gap == kNone || state(s.gap));
  }) && std::ranges::all_of(character_arcs_, [&](const CharacterArc& arc) {
    return state(arc.to);
  }) && std::ranges::all_of(list_arcs_, [&](const ListArc& arc) {
    return state(arc.to) && arc.symbol < symbols;
  }) && std::ranges::all_of(ends_, [&](uint32_t block) { return block < blocks; });
}

}  // namespace hearth::understand
