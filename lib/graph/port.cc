#include "graph/port.h"

#include "graph/graph.h"
#include "graph/join_state.h"

namespace hearth::graph {

std::string_view to_string(Lane lane) {
  switch (lane) {
    case Lane::House:
      return "house";
    case Lane::Realtime:
      return "realtime";
    case Lane::Interactive:
      return "interactive";
    case Lane::Background:
      return "background";
  }
  return "unknown";
}

std::string_view to_string(Return::Fate fate) {
  switch (fate) {
    case Return::Done:
      return "done";
    case Return::Shed:
      return "shed";
    case Return::Dropped:
      return "dropped";
    case Return::Late:
      return "late";
    case Return::Failed:
      return "failed";
    case Return::Cancelled:
      return "cancelled";
  }
  return "unknown";
}

InPort::InPort(Node* node, std::string_view name, std::type_index type, Need need)
    : node_(node), measures_(&node->measures_), name_(name), type_(type), need_(need) {
  node->inputs_.push_back(this);
}

OutPort::OutPort(Node* node, std::string_view name, std::type_index type) : node_(node), name_(name), type_(type) {
  if (node != nullptr) node->outputs_.push_back(this);
}

std::string_view OutPort::node_name() const { return node_ != nullptr ? std::string_view(node_->name()) : ""; }

Emission OutPort::emission(const Envelope& own, const Context& context) const {
  const Envelope full = context.inherit(own);
  return {node_name(), name_, full.trace, full.deadline, context.message(), context.run().request};
}

void OutPort::dispatch_other(Edge& edge, std::shared_ptr<const void> message, const Envelope& own, Context& context) {
  Graph& graph = *context.run().graph;
  switch (edge.way) {
    case Edge::Request:
      return graph.ask(edge, std::move(message), own, false);
    case Edge::After:
      return graph.after(edge, std::move(message), own);
    case Edge::Direct:  // went straight from lane to lane when it was sent
    case Edge::Call:
      return;
  }
}

void OutPort::collect(std::shared_ptr<const void> message, const Envelope& own, Context& context) {
  for (Edge* edge : edges_) {
    if (edge->way == Edge::Direct) context.run().graph->ask(*edge, message, own, true);
  }
  if (returns_) context.run().collected->push_back({this, std::move(message)});
}

void report_fault(const InPort& port, const Envelope& handled, Error error, Context& context) {
  port.measures().errors.add();
  const Sinks& sinks = context.run().graph->sinks();
  if (!sinks.fault) return;
  sinks.fault({port.node()->name(), std::string(port.name()), handled.id, handled.trace, std::move(error)});
}

void Context::wake_at(Time time, std::string_view key) { run_.graph->executor().wake_at(*node_, key, time); }

void Context::cancel_wake(std::string_view key) { run_.graph->executor().cancel_wake(*node_, key); }

Result<void> Node::wake(std::string_view key, Time, Context&) {
  return internal("woken for \"" + std::string(key) + "\", which it never asked for", name_);
}

}  // namespace hearth::graph
