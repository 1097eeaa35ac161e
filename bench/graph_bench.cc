// What one hop from node to node costs: a plain virtual call, our house thread with deadline, trace, span and
// histogram, oneTBB's flow graph; and what the way to a lane and home again costs. All chains are kHops long and carry
// the same message; times are per hop where the name says so.
#include <benchmark/benchmark.h>
#include <oneapi/tbb/flow_graph.h>
#include <oneapi/tbb/task_arena.h>

#include <memory>
#include <vector>

#include "base/clock.h"
#include "base/queue.h"
#include "graph/graph.h"
#include "graph/inline_executor.h"
#include "graph/threaded_executor.h"

namespace {

using namespace hearth;
using graph::Context;
using graph::Lane;

constexpr int kHops = 16;
constexpr int64_t kStart = 1'000'000'000;

struct Message {
  uint64_t id = 1, trace = 7;
  Time deadline = from_microseconds(kStart + 1'000'000);
  int value = 0;
};
graph::Envelope envelope(const Message& message) { return {message.id, message.trace, message.deadline}; }

/// Counts per hop what one pass through a chain took.
void per_hop(benchmark::State& state) {
  state.counters["per_hop"] =
      benchmark::Counter(kHops, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

struct Link {
  virtual ~Link() = default;
  virtual void handle(const Message& message) = 0;
};
struct AddingLink final : Link {
  explicit AddingLink(Link* its_next) : next(its_next) {}
  void handle(const Message& message) override {
    Message sent = message;
    ++sent.value;
    if (next != nullptr) next->handle(sent);
    benchmark::DoNotOptimize(sent);
  }
  Link* next;
};

void VirtualCall(benchmark::State& state) {
  std::vector<std::unique_ptr<AddingLink>> links;
  for (int i = 0; i < kHops; ++i)
    links.push_back(std::make_unique<AddingLink>(links.empty() ? nullptr : links.back().get()));
  const Message message;
  for (auto _ : state) links.back()->handle(message);
  per_hop(state);
}
BENCHMARK(VirtualCall);

struct Adder : graph::Node {
  graph::In<Message> in{this, "in", &Adder::add};
  graph::Out<Message> out{this, "out"};
  using Node::Node;
  Result<void> add(const Message& message, Context& context) {
    Message sent = message;
    ++sent.value;
    out.send(sent, context);
    return {};
  }
};

void InlineChain(benchmark::State& state, bool observed) {
  SimulatedClock clock(from_microseconds(kStart));
  graph::InlineExecutor executor(clock);
  std::vector<std::unique_ptr<Adder>> adders;
  graph::Graph graph;
  for (int i = 0; i < kHops; ++i) {
    adders.push_back(std::make_unique<Adder>("adder" + std::to_string(i)));
    graph.add(*adders.back());
    if (i == 0) graph.connect(graph.source<Message>(), adders[0]->in);
    if (i > 0) graph.connect(adders[i - 1]->out, adders[i]->in);
  }
  uint64_t numbered = 0;
  if (observed)
    graph.observe<Message>([&](Message& message, const graph::Emission&, Context&) { message.id = ++numbered; });
  if (!graph.open(executor, {}).ok()) return state.SkipWithError("does not open");
  const Message message;
  for (auto _ : state) graph.deliver(message, clock.now());
  if (graph.health().nodes.back().count != static_cast<uint64_t>(state.iterations()))
    state.SkipWithError("lost a message");
  per_hop(state);
}
BENCHMARK_CAPTURE(InlineChain, hop, false);
BENCHMARK_CAPTURE(InlineChain, hop_observed, true);

/// `Policy`: queueing is oneTBB's default, lightweight the one that runs a body within the call where it can.
template <class Policy>
void TbbChain(benchmark::State& state) {
  namespace flow = oneapi::tbb::flow;
  oneapi::tbb::task_arena arena(1);
  arena.execute([&] {
    flow::graph graph;
    using Node = flow::function_node<Message, Message, Policy>;
    std::vector<std::unique_ptr<Node>> nodes;
    for (int i = 0; i < kHops; ++i) {
      nodes.push_back(std::make_unique<Node>(graph, flow::serial, [](const Message& message) noexcept {
        Message sent = message;
        ++sent.value;
        return sent;
      }));
      if (i > 0) flow::make_edge(*nodes[i - 1], *nodes[i]);
    }
    const Message message;
    for (auto _ : state) {
      nodes[0]->try_put(message);
      graph.wait_for_all();
    }
  });
  per_hop(state);
}
BENCHMARK_TEMPLATE(TbbChain, oneapi::tbb::flow::queueing);
BENCHMARK_TEMPLATE(TbbChain, oneapi::tbb::flow::lightweight);

/// One message from the house to a lane and home again, one at a time.
void LaneRoundTrip(benchmark::State& state) {
  SystemClock clock;
  graph::ThreadedExecutor executor(clock, {.interactive = 1});
  Queue<graph::Return> inbox(16);
  Adder lane("lane"), home("home");
  graph::Graph graph;
  graph.add(lane, Lane::Interactive);
  graph.add(home);
  graph.connect(graph.source<Message>(), lane.in, {.capacity = 4, .policy = graph::Refuse});
  graph.connect(lane.out, home.in);
  graph::Sinks sinks;
  sinks.returned = [&](graph::Return back) { benchmark::DoNotOptimize(inbox.try_push(std::move(back))); };
  if (!graph.open(executor, std::move(sinks)).ok()) return state.SkipWithError("does not open");
  Message message;
  message.deadline = kNever;
  for (auto _ : state) {
    graph.deliver(message, clock.now());
    graph.deliver(*inbox.pop(), clock.now());
  }
}
BENCHMARK(LaneRoundTrip)->UseRealTime();

/// What a lane takes when it is kept busy: 64 messages at a time.
void LaneThroughput(benchmark::State& state) {
  constexpr int kBatch = 64;
  SystemClock clock;
  graph::ThreadedExecutor executor(clock, {.interactive = 1});
  Queue<graph::Return> inbox(2 * kBatch);
  Adder lane("lane"), home("home");
  graph::Graph graph;
  graph.add(lane, Lane::Interactive);
  graph.add(home);
  graph.connect(graph.source<Message>(), lane.in, {.capacity = kBatch, .policy = graph::Refuse});
  graph.connect(lane.out, home.in);
  graph::Sinks sinks;
  sinks.returned = [&](graph::Return back) { benchmark::DoNotOptimize(inbox.try_push(std::move(back))); };
  if (!graph.open(executor, std::move(sinks)).ok()) return state.SkipWithError("does not open");
  Message message;
  message.deadline = kNever;
  for (auto _ : state) {
    for (int i = 0; i < kBatch; ++i) graph.deliver(message, clock.now());
    for (int i = 0; i < kBatch; ++i) graph.deliver(*inbox.pop(), clock.now());
  }
  state.counters["per_message"] =
      benchmark::Counter(kBatch, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(LaneThroughput)->UseRealTime();

/// A message through a bounded queue to another thread and an answer back: what any inbox costs at least.
void InboxHop(benchmark::State& state) {
  Queue<int> there(4), back(4);
  std::thread other([&] {
    while (const std::optional<int> number = there.pop()) back.push(*number);
  });
  for (auto _ : state) {
    there.push(1);
    benchmark::DoNotOptimize(back.pop());
  }
  there.close();
  other.join();
}
BENCHMARK(InboxHop)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
