// A node: typed ports, one handler an input, and a class that knows nothing of graphs inside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "graph/context.h"
#include "graph/port.h"

namespace hearth::graph {

class JoinState;

/// What executors remember of a lane node. Guarded by the executor that runs it.
struct LaneRecord {
  bool busy = false;
  unsigned failures = 0;      // in a row
  Duration retry_at{};        // steady time before which a failing node is left alone
  Duration mean{}, spread{};  // running estimate of how long it takes
};

/// Borrowed by the graph and must outlive it. On the house: called on the house thread alone, keeps nothing of its own
/// that outlives a message. On a lane: never called twice at once, but on changing threads.
class Node : public Receiver {
 public:
  /// `name` is unique in its graph and stays the same between versions: wakes and returns carry it
  /// ("understand.intent").
  explicit Node(std::string name) : name_(std::move(name)) {}
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  virtual ~Node() = default;

  /// Called on the house thread each time the house starts, lane nodes included, before any message: arms wakes.
  /// An error keeps the house from starting.
  virtual Result<void> start(Context&) { return {}; }
  /// Called when a time that `wake_at` named has come. `due` may lie well behind `now`: the house may have been off.
  virtual Result<void> wake(std::string_view key, Time due, Context& context);

  const std::string& name() const { return name_; }
  Lane lane() const { return lane_; }
  Graph* graph() const { return graph_; }
  NodeMeasures& measures() { return measures_; }
  const NodeMeasures& measures() const { return measures_; }
  LaneRecord& record() { return record_; }
  const std::vector<InPort*>& inputs() const { return inputs_; }
  const std::vector<OutPort*>& outputs() const { return outputs_; }
  const std::vector<JoinState*>& joins() const { return joins_; }

 private:
  friend class Graph;
  friend class InPort;
  friend class OutPort;
  friend class JoinState;

  const std::string name_;
  Graph* graph_ = nullptr;
  size_t index_ = 0;  // order of adding
  Lane lane_ = Lane::House;
  std::vector<InPort*> inputs_;
  std::vector<OutPort*> outputs_;
  std::vector<JoinState*> joins_;
  NodeMeasures measures_;
  LaneRecord record_;
};

}  // namespace hearth::graph
