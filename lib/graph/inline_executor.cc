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

Return InlineExecutor::run(const Request& request) {
  const Duration began = clock_.steady();
  Return back = perform(request, clock_.now(), {});
  const Duration ended = clock_.steady();
  back.ran = ended - began;
  back.queued = began - request.asked;
  const std::optional<Fault> fault = settle(request, back, began, ended, clock_.now() > request.envelope.deadline);
  request.node->record().busy = false;
  const Sinks& sinks = request.node->graph()->sinks();
  if (fault && sinks.fault) sinks.fault(*fault);
  return back;
}

bool InlineExecutor::run_one() {
  std::vector<Outgoing> back;
  std::optional<Request> request;
  for (size_t lane = 0; lane < kLanes && !request; ++lane) {
    request = lanes_[lane].next(clock_.now(), clock_.steady(), back);
  }
  send(back);
  if (!request) return false;
  back.push_back({request->node->graph(), run(*request)});
  send(back);
  return true;
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
