// All lanes on the caller's thread, in one order: for tests, stories and simulated years.
#pragma once

#include <array>
#include <optional>

#include "base/clock.h"
#include "graph/executor.h"
#include "graph/lane_queue.h"
#include "graph/wake_table.h"

namespace hearth::graph {

/// Nothing happens until the owner asks: requests wait for run_pending, wakes for fire_wakes. Everything here belongs
/// to one thread, which is also the house thread; call neither from within a handler or sink.
class InlineExecutor : public Executor {
 public:
  /// `clock` must outlive the executor. With a SimulatedClock that no handler moves, every request takes no time.
  explicit InlineExecutor(const Clock& clock) : clock_(clock) {}

  /// Runs one request: realtime before interactive before background, each lane earliest deadline first. False when
  /// none is waiting. Its Return has been given to the sink.
  virtual bool run_one();
  /// Runs until no request is waiting. Returns how many it ran.
  size_t run_pending();
  size_t waiting() const;

  /// When the first wake is due; nothing when none is armed.
  std::optional<Time> next_wake() const { return wakes_.next(); }
  /// Gives every wake that is due to its sink. Returns how many.
  size_t fire_wakes();

  void submit(Request request) override;
  void wake_at(Node& node, std::string_view key, Time time) override { wakes_.set(node, key, time); }
  void cancel_wake(Node& node, std::string_view key) override { wakes_.cancel(node, key); }
  void cancel(const Graph& graph, uint64_t trace) override;
  void detach(const Graph& graph) override;

 protected:
  void send(std::vector<Outgoing>& back);
  /// Runs a request that a lane gave out, to its Return.
  Return run(const Request& request);

  const Clock& clock_;
  std::array<LaneQueue, kLanes> lanes_;

 private:
  WakeTable wakes_;
};

}  // namespace hearth::graph
