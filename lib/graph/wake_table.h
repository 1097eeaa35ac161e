// When which node wants to be woken.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/executor.h"

namespace hearth::graph {

/// One time for each node and key. Not thread-safe: its executor guards it.
class WakeTable {
 public:
  /// Replaces the time of a key that is already there.
  void set(Node& node, std::string_view key, Time due);
  void cancel(const Node& node, std::string_view key);
  /// Forgets all wakes of a graph.
  void forget(const Graph& graph);
  /// The time of the first; nothing when the table is empty.
  std::optional<Time> next() const;
  /// Takes out those that are due, the earliest first, of one time in the order in which they were asked for.
  std::vector<std::pair<const Graph*, Wake>> take_due(Time now);

 private:
  using Place = std::pair<Time, uint64_t>;  // due, order of asking
  struct Entry {
    Node* node;
    std::string key;
  };
  std::map<Place, Entry> by_time_;
  std::map<const Node*, std::map<std::string, Place, std::less<>>> by_node_;  // only looked up, never walked
  uint64_t asked_ = 0;
};

}  // namespace hearth::graph
