// What a handler may ask of the world while it handles one message.
#pragma once

#include <memory>
#include <stop_token>
#include <string_view>
#include <vector>

#include "graph/measure.h"
#include "graph/types.h"

namespace hearth::graph {

class Graph;
class Node;
class OutPort;

/// A message that a lane node sent, on its way to the house. Its type is what `out` sends.
struct Emitted {
  OutPort* out = nullptr;
  std::shared_ptr<const void> message;
};

/// One entry's way through the house, or one request's run on a lane. Internal to the graph: handlers see Context.
struct Run {
  Graph* graph = nullptr;
  Time now{};
  std::vector<Emitted>* collected = nullptr;  // where a lane's emissions go; null on the house thread
  uint64_t request = 0;                       // the lane request whose return is being delivered, or that runs
  std::stop_token stop;
  uint64_t view = 0;  // what the handler said that it saw

  // The node entered last is charged for the time until the next is entered: one clock read a hop.
  NodeMeasures* open = nullptr;
  Span span;

  bool on_house() const { return collected == nullptr; }
  void enter(NodeMeasures& node, uint64_t trace) {
    const int64_t tick = ticks();
    if (open != nullptr) {
      span.lasted = tick - span.began;
      open->record(span);
    }
    open = &node;
    span.trace = trace;
    span.began = tick;
    node.count.add();
  }
  void leave() {
    if (open == nullptr) return;
    span.lasted = ticks() - span.began;
    open->record(span);
    open = nullptr;
  }
};

/// Lives for one call of a handler; keep no reference to it.
class Context {
 public:
  Context(Run& run, Node* node, const Envelope& handled) : run_(run), node_(node), handled_(handled) {}

  /// On the house thread the time of the entry, however often it is asked; on a lane the time at which the run began.
  Time now() const { return run_.now; }
  /// Until when the message that is handled is of use; kNever when nobody set one. Emissions inherit it.
  Time deadline() const { return handled_.deadline; }
  bool late() const { return handled_.deadline < run_.now; }
  /// The trace of the message that is handled; 0 when it has none. Emissions inherit it.
  uint64_t trace() const { return handled_.trace; }
  /// The number of the message that is handled; 0 when it has none.
  uint64_t message() const { return handled_.id; }
  /// On a lane: asks whether the request was cancelled; a handler that runs for long looks at it. Never set on the
  /// house.
  const std::stop_token& stop() const { return run_.stop; }

  /// On a lane: names the newest entry that the handler's picture of the house reflects. The Return carries it home, so
  /// that the journal can tell what an answer was based on.
  void saw(uint64_t entry) const { run_.view = entry; }

  /// Wakes this node at `time` (or at once when that lies behind): its `wake` gets `key`. One wake a key: asking again
  /// moves it. Wakes do not outlive the process; `Node::start` arms them again.
  void wake_at(Time time, std::string_view key);
  void cancel_wake(std::string_view key);

  // For ports.
  Run& run() const { return run_; }
  Node* node() const { return node_; }
  const Envelope& handled() const { return handled_; }
  /// `own` with what it leaves open taken from the message that is handled.
  Envelope inherit(Envelope own) const {
    if (own.trace == 0) own.trace = handled_.trace;
    if (own.deadline == kNever) own.deadline = handled_.deadline;
    return own;
  }

 private:
  Run& run_;
  Node* node_;
  const Envelope handled_;
};

}  // namespace hearth::graph
