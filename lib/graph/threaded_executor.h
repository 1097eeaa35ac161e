// The lanes of a running program: workers, a keeper of wakes, and a way out of calls that hang.
#pragma once

#include <array>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "graph/executor.h"
#include "graph/lane_queue.h"
#include "graph/wake_table.h"

namespace hearth::graph {

struct ThreadedOptions {
  unsigned interactive = 0;                            ///< workers of that lane; 0: cores less two, at least one
  bool background_yields = true;                       ///< the background worker has the lowest priority (nice 19)
  Duration stuck_after = std::chrono::seconds(30);     ///< a call that takes longer hangs
  Duration patience = std::chrono::milliseconds(800);  ///< how long stop and detach wait for what still runs
};

/// One realtime worker, a few interactive ones, one background worker of lowest priority, and one thread that keeps the
/// wakes and watches for calls that hang: such a worker is replaced, its request comes back Failed and its node is
/// switched off. Thread-safe. Sinks are called without any lock held. Call neither stop nor detach from a sink or a
/// handler.
class ThreadedExecutor final : public Executor {
 public:
  /// `clock` must outlive the executor. Wakes follow its `now`, also when the system's wall clock is set.
  explicit ThreadedExecutor(const Clock& clock, ThreadedOptions options = {});
  ~ThreadedExecutor() override;  ///< stops

  /// Cancels what waits, asks what runs to stop, and returns within a second. Errors: Timeout, naming the nodes that
  /// are still inside a call; their requests have come back Cancelled, and they must not be destroyed any more.
  Status stop();
  /// Looks again at what is due: for a clock that is moved by hand.
  void clock_moved();

  void submit(Request request) override;
  void wake_at(Node& node, std::string_view key, Time time) override;
  void cancel_wake(Node& node, std::string_view key) override;
  void cancel(const Graph& graph, uint64_t trace) override;
  void detach(const Graph& graph) override;

 private:
  struct Worker {
    explicit Worker(Lane its_lane) : lane(its_lane) {}
    const Lane lane;
    // Guarded by State::mutex.
    std::thread thread;
    std::optional<Request> running;
    std::stop_source stop;
    Duration began{};
    bool sending = false;    // is calling sinks: nobody may abandon it, and detach waits for it
    bool abandoned = false;  // its call hangs; whoever abandoned it has sent the Return
    bool exited = false;
    std::string hung;  // the node whose call hangs
  };
  using Returns = std::vector<Outgoing>;

  // Shared with the workers, for one that hangs may outlive the executor; it then touches no more than this.
  struct State {
    State(const Clock& its_clock, const ThreadedOptions& its_options) : clock(its_clock), options(its_options) {}
    const Clock& clock;
    const ThreadedOptions options;

    std::mutex mutex;
    // Guarded by mutex, together with the LaneRecord of every node that is here.
    std::array<LaneQueue, kLanes> lanes;
    std::vector<std::shared_ptr<Worker>> workers;
    WakeTable wakes;
    std::vector<std::string> hung;      // nodes whose calls have not come back
    std::vector<const Graph*> closing;  // take nothing more of these
    bool watching = false;              // the keeper will look at running calls in time
    bool waking = false;                // the keeper is calling sinks
    bool stopping = false;

    std::array<std::condition_variable, kLanes> work;  // a request came
    std::condition_variable keeper;                    // there is a sooner wake, or something to watch
    std::condition_variable settled;                   // a worker or the keeper has finished something
  };

  static void work(std::shared_ptr<State> state, std::shared_ptr<Worker> me);
  static bool run_next(State& state, Worker& me, std::unique_lock<std::mutex>& lock);
  static void finish(State& state, Worker& me, Return back, std::unique_lock<std::mutex>& lock);
  static void keep(const std::shared_ptr<State>& state);
  static void sleep(State& state, std::unique_lock<std::mutex>& lock);
  static void replace_stuck(const std::shared_ptr<State>& state, Returns& returns);
  static void send(Returns& returns);
  static void add_worker(const std::shared_ptr<State>& state, Lane lane);
  static void abandon(State& state, Worker& worker, Return::Fate fate, Error error, Returns& returns);

  const std::shared_ptr<State> state_;
  std::thread keeper_;
};

}  // namespace hearth::graph
