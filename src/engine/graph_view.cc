// The graph as a page draws it: sources, nodes and doors, and the edges between them.
#include <map>

#include "engine/vitals.h"

namespace hearth::engine {
namespace {

std::string_view to_string(graph::Policy policy) {
  switch (policy) {
    case graph::DropOldest:
      return "drop_oldest";
    case graph::DropNewest:
      return "drop_newest";
    case graph::CoalesceByKey:
      return "coalesce";
    case graph::Refuse:
      return "refuse";
  }
  return "refuse";
}

/// "act.runner.plan" is the port "plan" of "act.runner".
std::pair<std::string, std::string> node_and_port(const std::string& full) {
  const size_t dot = full.rfind('.');
  if (dot == std::string::npos) return {full, full};
  return {full.substr(0, dot), full.substr(dot + 1)};
}

Json outer_node(const std::string& name, uint64_t count, uint64_t errors, bool well) {
  graph::Health one;
  one.nodes.push_back({.name = name});
  one.nodes[0].count = count;
  one.nodes[0].errors = errors;
  Json row = nodes_json(one).at(0);
  row["lane"] = "source";
  row["state"] = well ? "well" : "failing";
  return row;
}

}  // namespace

Json graph_json(const Vitals& vitals) {
  std::map<std::string, uint64_t> sources;
  Json edges = Json::array();
  for (const graph::EdgeHealth& edge : vitals.graph.edges) {
    auto [from, from_port] = node_and_port(edge.from);
    auto [to, to_port] = node_and_port(edge.to);
    if (from == "source") {
      from += "." + edge.type;
      sources[from] = edge.count;
    }
    edges.push_back({{"from", from},
                     {"from_port", from_port},
                     {"to", to},
                     {"to_port", to_port},
                     {"type", edge.type},
                     {"capacity", edge.call ? 0 : edge.capacity},
                     {"policy", edge.call ? "call" : to_string(edge.policy)},
                     {"count", edge.count},
                     {"queued", edge.queued},
                     {"dropped", edge.dropped},
                     {"coalesced", edge.coalesced}});
  }
  Json nodes = Json::array();
  for (const auto& [name, count] : sources) nodes.push_back(outer_node(name, count, 0, true));
  for (Json& node : nodes_json(vitals.graph)) nodes.push_back(std::move(node));
  for (const connect::DoorHealth& door : vitals.doors) {
    nodes.push_back(outer_node("door." + door.name, door.in + door.out, door.errors, door.connected));
  }
  const House::Health& house = vitals.house;
  return {{"at_ms", to_seconds(vitals.steady) * 1e3},
          {"seq", vitals.seq},
          {"inbox",
           {{"entries", house.entries},
            {"waiting", house.waiting},
            {"coalesced", house.coalesced},
            {"dropped", house.dropped}}},
          {"nodes", std::move(nodes)},
          {"edges", std::move(edges)}};
}

}  // namespace hearth::engine
