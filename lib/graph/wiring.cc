// Building a graph, and what is checked before it opens.
#include <cxxabi.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "graph/graph.h"

namespace hearth::graph {

namespace {

std::string full_name(const InPort& port) { return port.node()->name() + "." + std::string(port.name()); }
std::string full_name(const OutPort& port) {
  return port.node() == nullptr ? "source" : port.node()->name() + "." + std::string(port.name());
}

/// A type's name as a person writes it, less its namespaces.
std::string plain_name(std::type_index type) {
  int failed = 0;
  const std::unique_ptr<char, void (*)(void*)> readable(abi::__cxa_demangle(type.name(), nullptr, nullptr, &failed),
                                                        std::free);
  std::string name = failed == 0 ? readable.get() : type.name();
  return name.substr(name.rfind(':') + 1);
}

/// Finds a way from a node back to itself over edges that are not `later`.
class CycleSearch {
 public:
  CycleSearch(const std::vector<Node*>& nodes, const std::deque<Edge>& edges) : nodes_(nodes) {
    for (const Edge& edge : edges) {
      if (!edge.later && edge.from->node() != nullptr) leaving_[edge.from->node()].push_back(&edge);
    }
  }
  /// The edges of the first cycle in the order of adding; empty when there is none.
  std::vector<const Edge*> run() {
    for (const Node* node : nodes_) {
      if (visit(node)) return cycle_;
    }
    return {};
  }

 private:
  bool visit(const Node* node) {
    if (done_.contains(node)) return false;
    open_.insert(node);
    for (const Edge* edge : leaving_[node]) {
      path_.push_back(edge);
      const Node* next = edge->to->node();
      if (open_.contains(next)) {
        const auto first =
            std::find_if(path_.begin(), path_.end(), [&](const Edge* e) { return e->from->node() == next; });
        cycle_.assign(first, path_.end());
        return true;
      }
      if (visit(next)) return true;
      path_.pop_back();
    }
    open_.erase(node);
    done_.insert(node);
    return false;
  }

  const std::vector<Node*>& nodes_;
  std::map<const Node*, std::vector<const Edge*>> leaving_;  // only looked up, never walked
  std::set<const Node*> open_, done_;
  std::vector<const Edge*> path_, cycle_;
};

}  // namespace

void Graph::add(Node& node, Lane lane) {
  CHECK(!open_);
  CHECK(node.graph_ == nullptr);
  node.graph_ = this;
  node.index_ = nodes_.size();
  node.lane_ = lane;
  nodes_.push_back(&node);
}

void Graph::place(Node& node, Lane lane) {
  CHECK(!open_);
  CHECK(node.graph_ == this);
  node.lane_ = lane;
}

void Graph::connect_erased(OutPort& from, InPort& to, size_t capacity, Policy policy, bool later,
                           std::function<uint64_t(const void*)> key) {
  CHECK(!open_);
  Edge& edge = edges_.emplace_back();
  edge.from = &from;
  edge.to = &to;
  edge.capacity = capacity;
  edge.policy = policy;
  edge.later = later;
  edge.key = std::move(key);
}

Status Graph::check() const {
  std::set<std::string_view> names;
  for (const Node* node : nodes_) {
    if (!names.insert(node->name()).second)
      return invalid("two nodes have this name; each needs its own", node->name());
  }
  std::set<const InPort*> reached;
  for (const Edge& edge : edges_) {
    const std::string place = full_name(*edge.from) + " to " + full_name(*edge.to);
    const bool foreign = edge.from->node() != nullptr && edge.from->node()->graph() != this;
    if (foreign || edge.to->node()->graph() != this) {
      return invalid("connects a node that was not added to this graph", place);
    }
    if (edge.to->node()->lane() != Lane::House && edge.capacity == 0) {
      return invalid("crosses from " +
                         std::string(edge.from->node() ? to_string(edge.from->node()->lane()) : "outside") +
                         " into the " + std::string(to_string(edge.to->node()->lane())) +
                         " lane; such an edge needs a capacity and a policy",
                     place);
    }
    reached.insert(edge.to);
  }
  for (const Node* node : nodes_) {
    for (const InPort* port : node->inputs()) {
      if (port->need() == Need::Required && !reached.contains(port)) {
        return invalid("nothing is connected to this input; connect it or declare it Optional", full_name(*port));
      }
    }
  }
  const std::vector<const Edge*> cycle = CycleSearch(nodes_, edges_).run();
  if (cycle.empty()) return {};
  std::string way;
  for (const Edge* edge : cycle) way += full_name(*edge->from) + " to " + full_name(*edge->to) + ", ";
  way.resize(way.size() - 2);
  return invalid("these edges form a cycle; mark the one that feeds back as later", way);
}

void Graph::resolve() {
  for (Edge& edge : edges_) {
    const bool from_lane = edge.from->node() != nullptr && edge.from->node()->lane() != Lane::House;
    const bool to_lane = edge.to->node()->lane() != Lane::House;
    const bool observed = hooks_.contains(edge.from->type());
    if (to_lane) {
      edge.way = from_lane && !observed ? Edge::Direct : Edge::Request;
    } else {
      edge.way = edge.later ? Edge::After : Edge::Call;
    }
    edge.from->edges_.push_back(&edge);
  }
  const auto fix = [this](OutPort& port) {
    std::stable_sort(port.edges_.begin(), port.edges_.end(),
                     [](const Edge* a, const Edge* b) { return a->to->node()->index_ < b->to->node()->index_; });
    const auto hooks = hooks_.find(port.type());
    port.hooks_ = hooks == hooks_.end() || port.node() == nullptr ? nullptr : hooks->second.get();
    port.only_calls_ =
        std::all_of(port.edges_.begin(), port.edges_.end(), [](const Edge* e) { return e->way == Edge::Call; });
    port.returns_ = port.hooks_ != nullptr || std::any_of(port.edges_.begin(), port.edges_.end(),
                                                          [](const Edge* e) { return e->way != Edge::Direct; });
  };
  for (Node* node : nodes_) {
    for (OutPort* port : node->outputs()) fix(*port);
  }
  for (auto& [type, port] : sources_) fix(*port);
}

Status Graph::open(Executor& executor, Sinks sinks) {
  CHECK(!open_);
  TRY(check());
  resolve();
  executor_ = &executor;
  sinks_ = std::move(sinks);
  open_ = true;
  return {};
}

Health Graph::health() const {
  Health health;
  for (const Node* node : nodes_) {
    const NodeMeasures& seen = node->measures();
    health.nodes.push_back({node->name(), node->lane(), seen.state.load(std::memory_order_relaxed), seen.count.get(),
                            seen.errors.get(), seen.shed.get(), seen.late.get(), seen.dropped.get(),
                            seen.cancelled.get(), seen.latency.quantile(0.5), seen.latency.quantile(0.99),
                            seen.spans.read()});
  }
  for (const Edge& edge : edges_) {
    health.edges.push_back({full_name(*edge.from), full_name(*edge.to), edge.capacity, edge.measures.queued.get(),
                            edge.measures.dropped.get(), edge.measures.coalesced.get(), plain_name(edge.from->type()),
                            edge.policy, edge.way == Edge::Call || edge.way == Edge::After, edge.from->sent()});
  }
  return health;
}

}  // namespace hearth::graph
