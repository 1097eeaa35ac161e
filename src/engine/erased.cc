#include "engine/erased.h"

#include <typeindex>

#include "flow/codec.h"

namespace hearth::engine {
namespace {

template <class Function, size_t... I>
void for_each_kind(Function&& function, std::index_sequence<I...>) {
  (function(std::integral_constant<size_t, I>{}), ...);
}
/// Calls `function(integral_constant<kind>)` for every kind of message.
template <class Function>
void for_each_kind(Function&& function) {
  for_each_kind(std::forward<Function>(function), std::make_index_sequence<std::variant_size_v<flow::Message>>{});
}

std::optional<flow::Message> as_message(std::type_index type, const void* message) {
  std::optional<flow::Message> found;
  for_each_kind([&]<size_t Kind>(std::integral_constant<size_t, Kind>) {
    using T = std::variant_alternative_t<Kind, flow::Message>;
    if (type == typeid(T)) found.emplace(std::in_place_index<Kind>, *static_cast<const T*>(message));
  });
  return found;
}

std::optional<size_t> kind_of(std::type_index type) {
  std::optional<size_t> found;
  for_each_kind([&]<size_t Kind>(std::integral_constant<size_t, Kind>) {
    if (type == typeid(std::variant_alternative_t<Kind, flow::Message>)) found = Kind;
  });
  return found;
}

flow::LaneReturn::Status status_of(graph::Return::Fate fate) {
  switch (fate) {
    case graph::Return::Done:
      return flow::LaneReturn::Done;
    case graph::Return::Shed:
      return flow::LaneReturn::Shed;
    case graph::Return::Dropped:
      return flow::LaneReturn::Dropped;
    case graph::Return::Late:
      return flow::LaneReturn::Late;
    case graph::Return::Failed:
      return flow::LaneReturn::Failed;
    case graph::Return::Cancelled:
      return flow::LaneReturn::Cancelled;
  }
  return flow::LaneReturn::Failed;
}

graph::Return::Fate fate_of(flow::LaneReturn::Status status) {
  switch (status) {
    case flow::LaneReturn::Done:
      return graph::Return::Done;
    case flow::LaneReturn::Shed:
      return graph::Return::Shed;
    case flow::LaneReturn::Dropped:
      return graph::Return::Dropped;
    case flow::LaneReturn::Late:
      return graph::Return::Late;
    case flow::LaneReturn::Failed:
      return graph::Return::Failed;
    case flow::LaneReturn::Cancelled:
      return graph::Return::Cancelled;
  }
  return graph::Return::Failed;
}

}  // namespace

flow::LaneReturn to_entry(const graph::Return& back) {
  flow::LaneReturn entry;
  entry.head.trace.value = back.trace;
  entry.head.deadline = back.deadline;
  entry.node = back.node;
  entry.port = back.port;
  entry.request.value = back.cause;
  entry.status = status_of(back.fate);
  entry.error = back.error;
  entry.view = back.view;
  for (const graph::Emitted& sent : back.emissions) {
    const auto message = as_message(sent.out->type(), sent.message.get());
    if (message) entry.results.emplace_back(sent.out->name(), flow::encode(*message));
  }
  return entry;
}

Result<graph::Return> from_entry(const flow::LaneReturn& entry, const graph::Graph& graph,
                                 std::vector<std::string>& missing) {
  graph::Return back;
  back.node = entry.node;
  back.port = entry.port;
  back.cause = entry.request.value;
  back.trace = entry.head.trace.value;
  back.deadline = entry.head.deadline;
  back.fate = fate_of(entry.status);
  back.error = entry.error;
  for (const auto& [port, bytes] : entry.results) {
    graph::OutPort* out = graph.find_out(entry.node, port);
    const std::optional<size_t> kind = out == nullptr ? std::nullopt : kind_of(out->type());
    if (!kind) {
      missing.push_back(entry.node + "." + port);
      continue;
    }
    flow::Message message = TRY(flow::decode(*kind, bytes));
    std::visit(
        [&]<class T>(T& alternative) {
          back.emissions.push_back({out, std::make_shared<const T>(std::move(alternative))});
        },
        message);
  }
  return back;
}

void deliver(graph::Graph& graph, const flow::Message& message, Time now) {
  std::visit([&](const auto& alternative) { graph.deliver(alternative, now); }, message);
}

}  // namespace hearth::engine
