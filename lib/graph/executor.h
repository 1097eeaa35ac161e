// What runs the lanes and keeps the wakes of one or many graphs.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "graph/node.h"

namespace hearth::graph {

/// A message on its way to a lane node, or a wake of one (then `edge` is null).
struct Request {
  Node* node = nullptr;
  Edge* edge = nullptr;
  uint64_t number =
      0;  ///< counts from 1 in the order of asking, so it is the same in a replay; streams have kStream set
  std::shared_ptr<const void> message;
  Envelope envelope;
  uint64_t key = 0;  ///< for CoalesceByKey
  std::string wake_key;
  Time wake_due{};
  Duration asked{};  ///< steady time of asking
  std::string_view port() const { return edge != nullptr ? edge->to->name() : std::string_view("wake"); }
};
inline constexpr uint64_t kStream = uint64_t{1} << 63;  ///< in numbers of requests that no house thread made

/// What became of one request. There is exactly one for each.
struct Return {
  enum Fate : uint8_t {
    Done,       ///< the handler ran, in time or not
    Shed,       ///< could not have finished by its deadline, so it was not started
    Dropped,    ///< a full queue, or a newer one of the same key
    Late,       ///< its deadline passed before it was started
    Failed,     ///< the handler returned an error or threw, hung, or the node is left alone after failing
    Cancelled,  ///< by its trace, or the executor stopped
  };
  std::string node, port;  ///< the lane node that was asked; port "wake" when it was woken
  uint64_t request = 0;
  uint64_t cause = 0;  ///< number of the message that was asked with
  uint64_t trace = 0;
  Time deadline = kNever;
  Fate fate = Done;
  std::optional<Error> error;
  std::vector<Emitted> emissions;  ///< in the order of sending; only with Done
  uint64_t view = 0;               ///< the entry that the handler saw the house as of; 0: it did not look
  Duration ran{}, queued{};        ///< by the injected steady clock

  bool stream() const { return (request & kStream) != 0; }  ///< asked by a door or a lane: a house may not care
};
std::string_view to_string(Return::Fate fate);
inline Envelope envelope(const Return& back) { return {back.cause, back.trace, back.deadline}; }

/// A time that a node asked for has come.
struct Wake {
  std::string node, key;
  Time due{};
};

/// An error that a handler returned, or trouble with a lane node.
struct Fault {
  std::string node, port;
  uint64_t message = 0, trace = 0;  ///< what was handled; 0 when unknown
  Error error;
};

/// Where a graph's news goes. `returned` and `wake` are called from any thread, also from within a submit, and so may
/// do no more than put what they get into a queue. `fault` is called on the house thread for errors of house nodes, and
/// from any thread when a lane node is left alone, switched off or well again.
struct Sinks {
  std::function<void(Return)> returned;
  std::function<void(Wake)> wake;
  std::function<void(Fault)> fault;
};

/// Thread-safe. Several graphs may share one; each gets what is its own through its sinks.
class Executor {
 public:
  virtual ~Executor() = default;
  /// Takes a request to the lane of its node. Never blocks, never runs it before returning.
  virtual void submit(Request request) = 0;
  virtual void wake_at(Node& node, std::string_view key, Time time) = 0;
  virtual void cancel_wake(Node& node, std::string_view key) = 0;
  /// Takes back what this trace asked for: queued requests come back Cancelled, running ones are asked to stop.
  virtual void cancel(const Graph& graph, uint64_t trace) = 0;
  /// Takes back everything of a graph, wakes included, and waits until none of its nodes runs.
  virtual void detach(const Graph& graph) = 0;
};

/// Runs nothing: in a replay, what lanes and wakes did is read from the journal.
class RecordedExecutor final : public Executor {
 public:
  void submit(Request) override {}
  void wake_at(Node&, std::string_view, Time) override {}
  void cancel_wake(Node&, std::string_view) override {}
  void cancel(const Graph&, uint64_t) override {}
  void detach(const Graph&) override {}
};

}  // namespace hearth::graph
