#include "engine/vitals.h"

#include <fmt/format.h>

#include "engine/version.h"

namespace hearth::engine {
namespace {

const char* text_of(graph::NodeState state) {
  switch (state) {
    case graph::NodeState::Well:
      return "well";
    case graph::NodeState::Failing:
      return "failing";
    case graph::NodeState::Off:
      return "off";
  }
  return "unknown";
}

Json door_json(const connect::DoorHealth& health) {
  return {{"name", health.name}, {"connected", health.connected}, {"detail", health.detail},    {"in", health.in},
          {"out", health.out},   {"errors", health.errors},       {"unusable", health.unusable}};
}

Json edges_json(const graph::Health& health) {
  Json edges = Json::array();
  for (const graph::EdgeHealth& edge : health.edges) {
    edges.push_back({{"from", edge.from},
                     {"to", edge.to},
                     {"capacity", edge.capacity},
                     {"queued", edge.queued},
                     {"dropped", edge.dropped},
                     {"coalesced", edge.coalesced}});
  }
  return edges;
}

}  // namespace

std::vector<std::string> problems(const Vitals& vitals) {
  std::vector<std::string> lines;
  if (!vitals.journal.disk_ok) lines.push_back("the journal cannot be written: " + vitals.journal.reason);
  if (!vitals.moved_aside.empty()) {
    lines.push_back("the journal was corrupt; it lies in " + vitals.moved_aside + " and a new one was begun");
  }
  for (const graph::NodeHealth& node : vitals.graph.nodes) {
    if (node.state == graph::NodeState::Off) {
      lines.push_back(fmt::format("{} is off after {} errors; a restart turns it on again", node.name, node.errors));
    }
  }
  if (!vitals.missing.empty()) lines.push_back("missing: " + vitals.missing);
  if (!vitals.phrases.empty()) lines.push_back(vitals.phrases);
  for (const connect::DoorHealth& door : vitals.doors) {
    if (!door.connected) lines.push_back(fmt::format("the door {} is away: {}", door.name, door.detail));
  }
  return lines;
}

Json nodes_json(const graph::Health& health) {
  Json nodes = Json::array();
  for (const graph::NodeHealth& node : health.nodes) {
    const std::string inputs = node.name + ".";
    uint64_t queued = 0;
    for (const graph::EdgeHealth& edge : health.edges) {
      if (edge.to.starts_with(inputs) && edge.to.find('.', inputs.size()) == std::string::npos) queued += edge.queued;
    }
    nodes.push_back({{"name", node.name},
                     {"lane", graph::to_string(node.lane)},
                     {"state", text_of(node.state)},
                     {"count", node.count},
                     {"errors", node.errors},
                     {"shed", node.shed},
                     {"late", node.late},
                     {"dropped", node.dropped},
                     {"cancelled", node.cancelled},
                     {"queued", queued},
                     {"p50_us", static_cast<double>(node.p50_ns) / 1e3},
                     {"p99_us", static_cast<double>(node.p99_ns) / 1e3}});
  }
  return nodes;
}

Json to_json(const Vitals& vitals) {
  Json doors = Json::array();
  for (const connect::DoorHealth& door : vitals.doors) doors.push_back(door_json(door));
  const House::Health& house = vitals.house;
  Json all{{"version", kVersion},
           {"time", to_iso8601(vitals.now)},
           {"problems", problems(vitals)},
           {"clock", {{"zone", vitals.zone}, {"stepped_s", vitals.stepped_s}}},
           {"doors", std::move(doors)},
           {"house",
            {{"entries", house.entries},
             {"waiting", house.waiting},
             {"coalesced", house.coalesced},
             {"dropped", house.dropped},
             {"unknown_keys", house.unknown_keys},
             {"faults", house.faults},
             {"last_fault", house.last_fault}}},
           {"journal",
            {{"file", vitals.journal_file},
             {"written", vitals.journal.written},
             {"lost", vitals.journal.lost},
             {"bytes", vitals.journal.bytes},
             {"ok", vitals.journal.disk_ok},
             {"reason", vitals.journal.reason},
             {"moved_aside", vitals.moved_aside}}},
           {"missing", vitals.missing},
           {"phrases", vitals.phrases},
           {"nodes", nodes_json(vitals.graph)},
           {"edges", edges_json(vitals.graph)}};
  if (vitals.live) {
    all["live"] = {{"sockets", vitals.live->sockets}, {"sent", vitals.live->sent}, {"behind", vitals.live->behind}};
  }
  return all;
}

}  // namespace hearth::engine
