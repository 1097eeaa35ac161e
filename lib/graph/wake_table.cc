#include "graph/wake_table.h"

namespace hearth::graph {

void WakeTable::set(Node& node, std::string_view key, Time due) {
  cancel(node, key);
  const Place place{due, ++asked_};
  by_time_.emplace(place, Entry{&node, std::string(key)});
  by_node_[&node].emplace(key, place);
}

void WakeTable::cancel(const Node& node, std::string_view key) {
  const auto keys = by_node_.find(&node);
  if (keys == by_node_.end()) return;
  const auto found = keys->second.find(key);
  if (found == keys->second.end()) return;
  by_time_.erase(found->second);
  keys->second.erase(found);
  if (keys->second.empty()) by_node_.erase(keys);
}

void WakeTable::forget(const Graph& graph) {
  std::erase_if(by_time_, [&](const auto& entry) { return entry.second.node->graph() == &graph; });
  std::erase_if(by_node_, [&](const auto& entry) { return entry.first->graph() == &graph; });
}

std::optional<Time> WakeTable::next() const {
  if (by_time_.empty()) return std::nullopt;
  return by_time_.begin()->first.first;
}

std::vector<std::pair<const Graph*, Wake>> WakeTable::take_due(Time now) {
  std::vector<std::pair<const Graph*, Wake>> due;
  while (!by_time_.empty() && by_time_.begin()->first.first <= now) {
    const auto& [place, entry] = *by_time_.begin();
    due.emplace_back(entry.node->graph(), Wake{entry.node->name(), entry.key, place.first});
    const Node& node = *entry.node;
    const std::string key = entry.key;
    cancel(node, key);
  }
  return due;
}

}  // namespace hearth::graph
