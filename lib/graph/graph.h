// The graph of one house: nodes, edges, and the way of one entry through them.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string_view>
#include <typeindex>
#include <vector>

#include "base/result.h"
#include "graph/executor.h"
#include "graph/health.h"
#include "graph/node.h"

namespace hearth::graph {

/// Where messages of type T come in from outside the graph; belongs to no node.
template <class T>
class Source final : public Out<T> {
 public:
  Source() : Out<T>(nullptr, "source") {}

 private:
  friend class Graph;
  using Out<T>::send;
};

/// Build it on one thread (add, place, connect, observe), `open` it once, then call `start` and `deliver…` from one
/// thread at a time: the house thread. `health` and `feed` may be called from any thread once it is open.
class Graph {
 public:
  Graph();
  ~Graph();
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;

  /// Borrows the node, which must outlive the graph. The order of adding is the order in which nodes run.
  void add(Node& node, Lane lane = Lane::House);
  /// Moves an added node to a lane.
  void place(Node& node, Lane lane);

  template <class T>
  void connect(Out<T>& from, In<T>& to, EdgeOptions<std::type_identity_t<T>> options = {}) {
    std::function<uint64_t(const void*)> key;
    if (options.key)
      key = [of = std::move(options.key)](const void* message) { return of(*static_cast<const T*>(message)); };
    connect_erased(from, to, options.capacity, options.policy, options.later, std::move(key));
  }
  /// The entrance for messages of type T from outside; connect it like any other output. While building alone.
  template <class T>
  Source<T>& source() {
    CHECK(!open_);
    std::unique_ptr<OutPort>& place = sources_[typeid(T)];
    if (!place) place = std::make_unique<Source<T>>();
    return static_cast<Source<T>&>(*place);
  }
  /// Calls `observer` on the house thread with every T that a node sends, before anybody gets it: it may number and
  /// change the message. Not called for what comes in through a source. Observers of a type run in this order.
  template <class T>
  void observe(Observer<T> observer) {
    auto& hooks = hooks_[typeid(T)];
    if (!hooks) hooks = std::make_shared<std::vector<Observer<T>>>();
    static_cast<std::vector<Observer<T>>*>(hooks.get())->push_back(std::move(observer));
  }

  /// Checks the wiring and fixes it. Errors (InvalidInput, naming node and port): two nodes of one name, a connected
  /// node that was not added, an input without a connection, a cycle without a `later` edge, an edge into a lane
  /// without a capacity. `executor` must outlive the graph.
  Status open(Executor& executor, Sinks sinks);
  /// Calls every node's `start`. Again when a replay comes to a recorded start. Errors: the first node's that refused.
  Status start(Time now);

  /// Ends it: takes every request and wake back from the executor (the returns still reach the sink), and waits until
  /// no lane node of this graph runs. Deliver nothing afterwards. The destructor does it too.
  void close();

  /// Takes one message from outside through the house; returns when all it led to has drained.
  template <class T>
  void deliver(const T& message, Time now) {
    begin();
    Run run{.graph = this, .now = now};
    if (const auto entrance = sources_.find(typeid(T)); entrance != sources_.end()) {
      Context context(run, nullptr, {});
      T copy(message);
      static_cast<Source<T>&>(*entrance->second).dispatch(copy, context);
    }
    drain(run);
  }
  /// Delivers what a lane node sent, as if it had sent it now, then the Return itself to whoever is connected to
  /// source<Return>().
  void deliver(const Return& back, Time now);
  /// Wakes a node. `as` is what its emissions inherit and name as cause. Errors: NotFound when there is no such node,
  /// as in a journal of a build that had it.
  Status deliver_wake(std::string_view node, std::string_view key, Time due, Time now, const Envelope& as = {});

  /// From any thread: takes a message from a door straight to lane nodes, past the house (sound, pictures).
  template <class T>
  void feed(std::shared_ptr<const T> message) {
    const Envelope own = envelope_of(*message);
    feed_erased(typeid(T), std::move(message), own);
  }

  /// Null when there is none.
  Node* find(std::string_view node) const;
  OutPort* find_out(std::string_view node, std::string_view port) const;
  const std::vector<Node*>& nodes() const { return nodes_; }
  const std::deque<Edge>& edges() const { return edges_; }
  /// Any thread, once open.
  Health health() const;

  // For ports and executors.
  Executor& executor() const { return *executor_; }
  const Sinks& sinks() const { return sinks_; }
  void ask(Edge& edge, std::shared_ptr<const void> message, const Envelope& own, bool stream);
  void after(Edge& edge, std::shared_ptr<const void> message, const Envelope& own);

 private:
  struct Deferred {
    Edge* edge;
    std::shared_ptr<const void> message;
    Envelope own;
  };
  void connect_erased(OutPort& from, InPort& to, size_t capacity, Policy policy, bool later,
                      std::function<uint64_t(const void*)> key);
  void feed_erased(std::type_index type, std::shared_ptr<const void> message, const Envelope& own);
  Status check() const;
  void resolve();
  void begin();
  void drain(Run& run);

  std::vector<Node*> nodes_;  // in the order of adding
  std::deque<Edge> edges_;    // in the order of connecting
  std::map<std::type_index, std::unique_ptr<OutPort>> sources_;
  std::map<std::type_index, std::shared_ptr<void>> hooks_;
  Executor* executor_ = nullptr;
  Sinks sinks_;
  bool open_ = false;

  // House thread alone.
  bool running_ = false;
  uint64_t requests_ = 0;
  std::deque<Deferred> later_;

  std::atomic<uint64_t> streams_{0};
};

}  // namespace hearth::graph
