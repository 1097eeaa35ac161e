// How a graph fares, as one snapshot for pages and checks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/measure.h"
#include "graph/types.h"

namespace hearth::graph {

struct NodeHealth {
  std::string name;
  Lane lane = Lane::House;
  NodeState state = NodeState::Well;
  uint64_t count = 0, errors = 0, shed = 0, late = 0, dropped = 0, cancelled = 0;
  int64_t p50_ns = 0, p99_ns = 0;  ///< upper bounds, within 25 %
  std::vector<Span> spans;         ///< the last ones, oldest first
};

struct EdgeHealth {
  std::string from, to;  ///< "node.port"; a source is "source"
  uint64_t capacity = 0, queued = 0, dropped = 0, coalesced = 0;
  std::string type;  ///< of its messages, without namespaces: "Meaning"
  Policy policy = DropOldest;
  bool call = false;   ///< within the house: nothing waits there
  uint64_t count = 0;  ///< messages sent over it
};

struct Health {
  std::vector<NodeHealth> nodes;
  std::vector<EdgeHealth> edges;
};

}  // namespace hearth::graph
