#include "graph/inline_executor.h"

#include "graph/graph.h"

namespace hearth::graph {

void InlineExecutor::submit(Request request) {
  std::vector<Outgoing> back;
  request.asked = clock_.steady();
  lanes_[static_cast<size_t>(request.node->lane())].admit(std::move(request), back);
  send(back);
}

void InlineExecutor::send(std::vector<Outgoing>& back) {
  for (Outgoing& one : back) {
    if (one.graph->sinks().returned) one.graph->sinks().returned(std::move(one.back));
  }
  back.clear();
}

bool InlineExecutor::run_one() {
  std::vector<Outgoing> back;
  for (LaneQueue& lane : lanes_) {
    const Duration began = clock_.steady();
    const std::optional<Request> request = lane.next(clock_.now(), began, back);
    if (!request) continue;
    send(back);
    Return done = perform(*request, clock_.now(), {});
    const Duration ended = clock_.steady();
    done.ran = ended - began;
    done.queued = began - request->asked;
    const Time deadline = request->envelope.deadline;
    const std::optional<Fault> fault = settle(*request, done, began, ended, clock_.now() > deadline);
    const Sinks& sinks = request->node->graph()->sinks();
    if (fault && sinks.fault) sinks.fault(*fault);
    if (sinks.returned) sinks.returned(std::move(done));
    return true;
  }
  send(back);
  return false;
}

size_t InlineExecutor::run_pending() {
  size_t count = 0;
  while (run_one()) ++count;
  return count;
}

size_t InlineExecutor::waiting() const {
  size_t count = 0;
  for (const LaneQueue& lane : lanes_) count += lane.size();
  return count;
}

size_t InlineExecutor::fire_wakes() {
  const auto due = wakes_.take_due(clock_.now());
  for (const auto& [graph, wake] : due) {
    if (graph->sinks().wake) graph->sinks().wake(wake);
  }
  return due.size();
}

void InlineExecutor::cancel(const Graph& graph, uint64_t trace) {
  std::vector<Outgoing> back;
  for (LaneQueue& lane : lanes_) {
    lane.cancel([&](const Request& one) { return one.node->graph() == &graph && one.envelope.trace == trace; }, back);
  }
  send(back);
}

void InlineExecutor::detach(const Graph& graph) {
  std::vector<Outgoing> back;
  for (LaneQueue& lane : lanes_) {
    lane.cancel([&](const Request& one) { return one.node->graph() == &graph; }, back);
  }
  wakes_.forget(graph);
  send(back);
}

}  // namespace hearth::graph
