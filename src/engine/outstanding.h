// Which requests to lanes have not come back: what a crash loses, and recovery has to answer for.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "graph/graph.h"
#include "memory/projection.h"

namespace hearth::engine {

/// Folds every message that the wiring hands to a lane, and every LaneReturn.
class Outstanding final : public memory::Projection {
 public:
  /// Reads from the wiring which kinds of message go to which lane nodes. `graph` must be open.
  void learn_wiring(const graph::Graph& graph);

  std::string_view name() const override { return "outstanding"; }
  void apply(const flow::Entry& entry) override;
  std::string save() const override;
  Status restore(std::string_view bytes) override;

  /// A failed return for each request that never came back, in order; its trace is that of the request.
  std::vector<flow::LaneReturn> lost(const std::string& reason) const;

 private:
  struct Key {
    flow::MessageId request;
    std::string node, port;
    auto operator<=>(const Key&) const = default;
  };
  std::map<size_t, std::vector<std::pair<std::string, std::string>>> lanes_;  ///< by kind: lane node and port
  std::map<Key, flow::TraceId> open_;
};

}  // namespace hearth::engine
