// Running one request on a lane, and what its node's record learns from it.
#include <algorithm>

#include "graph/graph.h"
#include "graph/join_state.h"
#include "graph/lane_queue.h"

namespace hearth::graph {

namespace {

constexpr unsigned kFailuresAllowed = 3;
constexpr Duration kFirstPause = std::chrono::seconds(1);
constexpr Duration kLongestPause = std::chrono::minutes(5);

Result<void> call(const Request& request, Context& context) {
  Result<void> done = contained([&] {
    if (request.edge == nullptr) return wake_node(*request.node, request.wake_key, request.wake_due, context);
    return request.edge->to->call_erased(request.message.get(), context);
  });
  if (done.ok() || !done.error().place.empty()) return done;
  Error error = std::move(done).error();
  error.place = request.node->name();
  return error;
}

/// Whether an error speaks against the node rather than against the message that it was given.
bool blames_node(const Error& error) {
  return error.kind == Error::Internal || error.kind == Error::Unavailable || error.kind == Error::Timeout ||
         error.kind == Error::Corrupt;
}

}  // namespace

Return make_return(const Request& request, Return::Fate fate, std::optional<Error> error) {
  NodeMeasures& node = request.node->measures();
  switch (fate) {
    case Return::Done:
      break;
    case Return::Shed:
      node.shed.add();
      break;
    case Return::Dropped:
      node.dropped.add();
      break;
    case Return::Late:
      node.late.add();
      break;
    case Return::Failed:
      node.errors.add();
      break;
    case Return::Cancelled:
      node.cancelled.add();
      break;
  }
  return {.node = request.node->name(),
          .port = std::string(request.port()),
          .request = request.number,
          .cause = request.envelope.id,
          .trace = request.envelope.trace,
          .deadline = request.envelope.deadline,
          .fate = fate,
          .error = std::move(error)};
}

Return perform(const Request& request, Time now, std::stop_token stop) {
  std::vector<Emitted> emissions;
  Run run{.graph = request.node->graph(),
          .now = now,
          .collected = &emissions,
          .request = request.number,
          .stop = std::move(stop)};
  Context context(run, request.node, request.envelope);
  run.enter(request.node->measures(), request.envelope.trace);
  Result<void> handled = call(request, context);
  run.leave();
  Return back{.node = request.node->name(),
              .port = std::string(request.port()),
              .request = request.number,
              .cause = request.envelope.id,
              .trace = request.envelope.trace,
              .deadline = request.envelope.deadline};
  back.view = run.view;
  if (handled.ok()) {
    back.emissions = std::move(emissions);
    return back;
  }
  back.fate = handled.error().kind == Error::Cancelled ? Return::Cancelled : Return::Failed;
  back.error = std::move(handled).error();
  return back;
}

std::optional<Fault> settle(const Request& request, const Return& back, Duration began, Duration ended, bool overran) {
  Node& node = *request.node;
  NodeMeasures& measures = node.measures();
  LaneRecord& record = node.record();
  if (back.fate == Return::Failed) measures.errors.add();
  if (back.fate == Return::Cancelled) {
    measures.cancelled.add();
    return std::nullopt;
  }
  const Duration ran = ended - began;
  const Duration off = ran > record.mean ? ran - record.mean : record.mean - ran;
  record.spread += (off - record.spread) / 4;
  record.mean += (ran - record.mean) / 8;

  const bool bad = overran || (back.error && blames_node(*back.error));
  const NodeState state = measures.state.load(std::memory_order_relaxed);
  if (!bad) {
    record.failures = 0;
    if (state != NodeState::Failing) return std::nullopt;
    measures.state.store(NodeState::Well, std::memory_order_relaxed);
    return Fault{node.name(), std::string(request.port()), 0, 0,
                 Error{Error::Unavailable, "is well again", node.name()}};
  }
  if (++record.failures < kFailuresAllowed) return std::nullopt;
  const unsigned doublings = std::min(record.failures - kFailuresAllowed, 9u);
  const Duration pause = std::min(kFirstPause * (int64_t{1} << doublings), kLongestPause);
  record.retry_at = ended + pause;
  measures.state.store(NodeState::Failing, std::memory_order_relaxed);
  std::string why = back.error ? back.error->message : "ran past its deadline";
  return Fault{node.name(), std::string(request.port()), request.envelope.id, request.envelope.trace,
               unavailable("failed " + std::to_string(record.failures) + " times in a row, tried again in " +
                               std::to_string(pause.count() / 1000000) + " s: " + why,
                           node.name())};
}

}  // namespace hearth::graph
