// Ports: the typed ends of edges. A node declares them as members; the graph joins them.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <typeindex>
#include <utility>
#include <vector>

#include "base/result.h"
#include "graph/context.h"

namespace hearth::graph {

class InPort;

/// One joined pair of ports. Owned by the graph, fixed once it is open, but for the measures.
struct Edge {
  enum Way : uint8_t {
    Call,     ///< house to house: a call
    After,    ///< house to house, after the current entry has drained
    Request,  ///< into a lane, made on the house thread
    Direct,   ///< lane to lane, made on the sending lane: only for types that the house does not observe
  };
  OutPort* from = nullptr;
  InPort* to = nullptr;
  size_t capacity = 0;
  Policy policy = DropOldest;
  bool later = false;
  std::function<uint64_t(const void*)> key;
  Way way = Call;
  EdgeMeasures measures;
};

/// What can hold a handler: a node, or a part of one.
class Receiver {};

/// What the observers of a message learn of its sending.
struct Emission {
  std::string_view node, port;  ///< the sender; the node is empty for a source
  uint64_t trace = 0;           ///< the message's own, or inherited
  Time deadline = kNever;       ///< the same
  uint64_t cause = 0;           ///< number of the message that was handled when this one was sent; 0 when there is none
  uint64_t request = 0;         ///< the lane request that it came back with; 0 when a house node sent it
};

enum class Need : uint8_t { Required, Optional };  ///< an Optional input may stay unconnected

class InPort {
 public:
  InPort(Node* node, std::string_view name, std::type_index type, Need need);
  InPort(const InPort&) = delete;
  InPort& operator=(const InPort&) = delete;

  Node* node() const { return node_; }
  std::string_view name() const { return name_; }
  std::type_index type() const { return type_; }
  Need need() const { return need_; }
  NodeMeasures& measures() const { return *measures_; }
  /// Calls the handler with a message of type().
  virtual Result<void> call_erased(const void* message, Context& context) = 0;

 protected:
  ~InPort() = default;

 private:
  Node* const node_;
  NodeMeasures* const measures_;
  const std::string_view name_;
  const std::type_index type_;
  const Need need_;
};

/// An input with its one handler, a member function of the node: `Result<void> handle(const T&, Context&)`.
/// `name` must outlive the port (a literal does).
template <class T>
class In final : public InPort {
 public:
  template <class N, class Holder>
  In(N* node, std::string_view name, Result<void> (Holder::*handler)(const T&, Context&), Need need = Need::Required)
      : In(node, name, static_cast<Holder*>(node), handler, need) {}

  /// For a part of a node that handles messages itself, as Join does.
  template <class Holder>
  In(Node* node, std::string_view name, Holder* holder, Result<void> (Holder::*handler)(const T&, Context&), Need need)
      : InPort(node, name, typeid(T), need),
        receiver_(holder),
        handler_(static_cast<Result<void> (Receiver::*)(const T&, Context&)>(handler)) {}

  Result<void> call(const T& message, Context& context) { return (receiver_->*handler_)(message, context); }
  Result<void> call_erased(const void* message, Context& context) override {
    return call(*static_cast<const T*>(message), context);
  }

 private:
  Receiver* const receiver_;
  Result<void> (Receiver::* const handler_)(const T&, Context&);
};

class OutPort {
 public:
  OutPort(Node* node, std::string_view name, std::type_index type);
  OutPort(const OutPort&) = delete;
  OutPort& operator=(const OutPort&) = delete;
  virtual ~OutPort() = default;

  Node* node() const { return node_; }  ///< null for a source
  std::string_view node_name() const;
  std::string_view name() const { return name_; }
  std::type_index type() const { return type_; }
  uint64_t sent() const { return sent_.get(); }  ///< messages so far, each to all of its edges; any thread
  /// House thread: sends a message of type() that a lane node emitted through this port. Observers get a copy to
  /// number.
  virtual void deliver_erased(const std::shared_ptr<const void>& message, Context& context) = 0;

 protected:
  friend class Graph;
  Emission emission(const Envelope& own, const Context& context) const;
  /// Takes the slow ways: a request to a lane, a later edge.
  void dispatch_other(Edge& edge, std::shared_ptr<const void> message, const Envelope& own, Context& context);
  void collect(std::shared_ptr<const void> message, const Envelope& own, Context& context);

  std::vector<Edge*> edges_;     // in the order in which their nodes were added
  const void* hooks_ = nullptr;  // std::vector<Observer<T>>; null when nobody observes T
  bool only_calls_ = true;       // no edge but Call
  bool returns_ = false;         // on a lane: something on the house wants what is sent here
  Counter sent_;                 // house thread

 private:
  Node* const node_;
  const std::string_view name_;
  const std::type_index type_;
};

template <class T>
using Observer = std::function<void(T&, const Emission&, Context&)>;

/// Reports a house handler's error; it costs that message only.
void report_fault(const InPort& port, const Envelope& handled, Error error, Context& context);

/// Runs a handler; what escapes from it is an error like any other. The house thread never unwinds further.
template <class Handler>
Result<void> contained(Handler&& handler) {
  try {
    return std::forward<Handler>(handler)();
  } catch (const std::exception& thrown) {
    return internal(std::string("an exception escaped the handler: ") + thrown.what());
  } catch (...) { return internal("something that is no std::exception escaped the handler"); }
}

/// Calls one handler on the house thread.
template <class T>
inline void hop(In<T>& in, const T& message, const Envelope& own, Context& sender) {
  Run& run = sender.run();
  NodeMeasures& node = in.measures();
  run.enter(node, own.trace);
  if (own.deadline < run.now) node.late.add();
  Context context(run, in.node(), own);
  Result<void> handled = contained([&] { return in.call(message, context); });
  if (!handled.ok()) [[unlikely]]
    report_fault(in, own, std::move(handled).error(), context);
}

/// An output. `name` must outlive the port (a literal does).
template <class T>
class Out : public OutPort {
 public:
  Out(Node* node, std::string_view name) : OutPort(node, name, typeid(T)) {}

  /// Sends to every input connected, in the order in which their nodes were added. From a house node they have all run
  /// when this returns, but for lanes and `later` edges; from a lane node the message goes home with the Return, or
  /// straight to another lane when the house does not observe its type. Costs no allocation between house nodes.
  void send(T message, Context& context) {
    if (!context.run().on_house()) {
      const Envelope own = context.inherit(envelope_of(message));
      return collect(std::make_shared<T>(std::move(message)), own, context);
    }
    if (hooks_ != nullptr) observe(message, context);
    dispatch(message, context);
  }

  void deliver_erased(const std::shared_ptr<const void>& message, Context& context) override {
    send(*static_cast<const T*>(message.get()), context);
  }

 protected:
  /// May move from `message`: it is the last to use it.
  void dispatch(T& message, Context& context) {
    const Envelope own = context.inherit(envelope_of(message));
    sent_.add();
    if (only_calls_) {
      for (Edge* edge : edges_) hop(static_cast<In<T>&>(*edge->to), message, own, context);
      return;
    }
    const auto shared = std::make_shared<T>(std::move(message));
    for (Edge* edge : edges_) {
      if (edge->way == Edge::Call) {
        hop(static_cast<In<T>&>(*edge->to), std::as_const(*shared), own, context);
      } else {
        dispatch_other(*edge, shared, own, context);
      }
    }
  }

 private:
  friend class Graph;
  void observe(T& message, Context& context) {
    const Emission sent = emission(envelope_of(message), context);
    for (const auto& hook : *static_cast<const std::vector<Observer<T>>*>(hooks_)) hook(message, sent, context);
  }
};

}  // namespace hearth::graph
