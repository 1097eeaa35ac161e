// The requests that wait for one lane: who is next, and who need not be started any more.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "graph/executor.h"

namespace hearth::graph {

/// A return on its way to the graph that it belongs to.
struct Outgoing {
  const Graph* graph;
  Return back;
};

/// Earliest deadline first; of one deadline in the order of asking. Never gives out a request of a node that is busy.
/// Not thread-safe: its executor guards it, together with the LaneRecord of the nodes. What becomes of requests that
/// are not given out is appended to `back`, to be sent once the guard is open.
class LaneQueue {
 public:
  /// Applies the edge's policy.
  void admit(Request request, std::vector<Outgoing>& back);
  /// The request to run now; marks its node busy. Sends back what is late, would be, or is for a node left alone.
  /// `skip`: passes over so many that could run, if there are more; for executors that shuffle.
  std::optional<Request> next(Time now, Duration steady, std::vector<Outgoing>& back, size_t skip = 0);
  /// Takes out the requests that `wanted` picks; they come back Cancelled.
  template <class Wanted>
  void cancel(Wanted&& wanted, std::vector<Outgoing>& back) {
    for (auto at = waiting_.begin(); at != waiting_.end();) {
      at = wanted(std::as_const(at->second))
               ? end(at, Return::Cancelled, cancelled("taken back before it was started"), back)
               : std::next(at);
    }
  }
  size_t size() const { return waiting_.size(); }

 private:
  using Place = std::pair<Time, uint64_t>;  // deadline, order of asking
  using Waiting = std::map<Place, Request>;
  Waiting::iterator end(Waiting::iterator at, Return::Fate fate, std::optional<Error> error,
                        std::vector<Outgoing>& back);
  Waiting::iterator oldest_of(const Edge& edge);

  Waiting waiting_;
  uint64_t asked_ = 0;
};

/// The return of a request, with the node's counters brought up to date.
Return make_return(const Request& request, Return::Fate fate, std::optional<Error> error);

/// Runs a request that next() gave out, on the calling thread. Nothing escapes it.
Return perform(const Request& request, Time now, std::stop_token stop);

/// Brings the node's record up to date after perform and tells whether its state changed: the fault to report, if any.
/// Call under the executor's guard. `began` and `ended` are steady times; the node stays busy until the executor has
/// sent the return and clears its record's `busy`, so that the returns of a node keep their order.
std::optional<Fault> settle(const Request& request, const Return& back, Duration began, Duration ended, bool overran);

}  // namespace hearth::graph
