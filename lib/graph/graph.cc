#include "graph/graph.h"

#include "graph/join_state.h"

namespace hearth::graph {

namespace {

// More deliveries on `later` edges than this in one entry are a loop that feeds itself.
constexpr size_t kMostLater = 4096;

}  // namespace

Graph::Graph() = default;
Graph::~Graph() { close(); }

void Graph::close() {
  if (executor_ == nullptr) return;
  executor_->detach(*this);  // until it returns, lane nodes may still ask for more
  executor_ = nullptr;
  open_ = false;
}

Result<void> wake_node(Node& node, std::string_view key, Time due, Context& context) {
  for (JoinState* join : node.joins()) {
    bool mine = false;
    Result<void> woken = join->wake(key, context, mine);
    if (mine) return woken;
  }
  return node.wake(key, due, context);
}

void Graph::begin() {
  CHECK(open_);
  CHECK(!running_);  // one entry at a time; sinks and observers only queue
  running_ = true;
}

void Graph::drain(Run& run) {
  for (size_t done = 0; !later_.empty(); ++done) {
    const Deferred next = std::move(later_.front());
    later_.pop_front();
    Context context(run, next.edge->to->node(), next.own);
    if (done == kMostLater) {
      later_.clear();
      report_fault(*next.edge->to, next.own, internal("gets an endless stream of messages over a later edge"), context);
      break;
    }
    run.enter(next.edge->to->measures(), next.own.trace);
    Result<void> handled = contained([&] { return next.edge->to->call_erased(next.message.get(), context); });
    if (!handled.ok()) report_fault(*next.edge->to, next.own, std::move(handled).error(), context);
  }
  run.leave();
  running_ = false;
}

Status Graph::start(Time now) {
  begin();
  Run run{.graph = this, .now = now};
  Status started;
  for (Node* node : nodes_) {
    Context context(run, node, {});
    started = contained([&] { return node->start(context); });
    if (!started.ok()) {
      Error error = std::move(started).error();
      error.place = error.place.empty() ? node->name() : node->name() + ", " + error.place;
      started = std::move(error);
      break;
    }
  }
  drain(run);
  return started;
}

void Graph::deliver(const Return& back, Time now) {
  const Envelope as = envelope(back);
  begin();
  Run run{.graph = this, .now = now, .request = back.request};
  for (const Emitted& sent : back.emissions) {
    Context context(run, sent.out->node(), as);
    sent.out->deliver_erased(sent.message, context);
  }
  if (const auto entrance = sources_.find(typeid(Return)); entrance != sources_.end()) {
    Context context(run, nullptr, as);
    Return copy(back);
    static_cast<Source<Return>&>(*entrance->second).dispatch(copy, context);
  }
  drain(run);
}

Status Graph::deliver_wake(std::string_view name, std::string_view key, Time due, Time now, const Envelope& as) {
  CHECK(open_);
  Node* node = find(name);
  if (node == nullptr)
    return not_found("there is no such node to wake for \"" + std::string(key) + '"', std::string(name));
  if (node->lane() != Lane::House) {
    Request request{.node = node, .number = ++requests_, .envelope = as, .wake_key = std::string(key), .wake_due = due};
    executor_->submit(std::move(request));
    return {};
  }
  begin();
  Run run{.graph = this, .now = now};
  Context context(run, node, as);
  run.enter(node->measures(), as.trace);
  Result<void> woken = contained([&] { return wake_node(*node, key, due, context); });
  if (!woken.ok()) {
    node->measures().errors.add();
    if (sinks_.fault) sinks_.fault({node->name(), "wake", as.id, as.trace, std::move(woken).error()});
  }
  drain(run);
  return {};
}

void Graph::ask(Edge& edge, std::shared_ptr<const void> message, const Envelope& own, bool stream) {
  const uint64_t key = edge.key ? edge.key(message.get()) : own.trace;
  const uint64_t number = stream ? (kStream | (streams_.fetch_add(1, std::memory_order_relaxed) + 1)) : ++requests_;
  executor_->submit({.node = edge.to->node(),
                     .edge = &edge,
                     .number = number,
                     .message = std::move(message),
                     .envelope = own,
                     .key = key});
}

void Graph::after(Edge& edge, std::shared_ptr<const void> message, const Envelope& own) {
  later_.push_back({&edge, std::move(message), own});
}

void Graph::feed_erased(std::type_index type, std::shared_ptr<const void> message, const Envelope& own) {
  CHECK(open_);
  const auto entrance = sources_.find(type);
  if (entrance == sources_.end()) return;
  for (Edge* edge : entrance->second->edges_) {
    CHECK(edge->way == Edge::Request);  // what a door feeds may only reach lanes
    ask(*edge, message, own, true);
  }
}

Node* Graph::find(std::string_view name) const {
  for (Node* node : nodes_) {
    if (node->name() == name) return node;
  }
  return nullptr;
}

OutPort* Graph::find_out(std::string_view name, std::string_view port) const {
  const Node* node = find(name);
  if (node == nullptr) return nullptr;
  for (OutPort* out : node->outputs()) {
    if (out->name() == port) return out;
  }
  return nullptr;
}

}  // namespace hearth::graph
