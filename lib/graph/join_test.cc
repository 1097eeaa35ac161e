#include "graph/join.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/id.h"
#include "graph/graph.h"
#include "graph/inline_executor.h"

namespace hearth::graph {
namespace {

using std::chrono::seconds;
using testing::ElementsAre;

// As a message of a house looks: what the graph needs stands in its head.
struct Head {
  Id<struct MessageTag, uint64_t> id;
  Id<struct TraceTag, uint64_t> trace;
  Time deadline = kNever;
};
struct Fact {
  Head head;
  int value = 0;
};
struct Guess {
  Head head;
  double value = 0;
};

struct Ranker : Node {
  Join<Fact, Guess, Fact> parts{this, {"fact", "guess", "other"}, &Ranker::rank, {.patience = seconds(2), .most = 2}};
  Out<Fact> out{this, "out"};
  std::vector<std::string> seen;
  Ranker() : Node("ranker") {}
  Result<void> rank(const std::optional<Fact>& fact, const std::optional<Guess>& guess,
                    const std::optional<Fact>& other, Context& context) {
    seen.push_back(std::to_string(context.trace()) + ":" + (fact ? std::to_string(fact->value) : "-") +
                   (guess ? "g" : "-") + (other ? std::to_string(other->value) : "-"));
    return {};
  }
};

struct JoinTest : testing::Test {
  JoinTest() {
    graph.add(ranker);
    graph.connect(facts, ranker.parts.in<0>());
    graph.connect(graph.source<Guess>(), ranker.parts.in<1>());
    graph.connect(graph.source<Fact>(), ranker.parts.in<2>());
  }
  void open() {
    graph.add(relay);
    graph.connect(graph.source<Relayed>(), relay.in);
    Sinks sinks;
    sinks.wake = [this](Wake wake) {
      ASSERT_TRUE(graph.deliver_wake(wake.node, wake.key, wake.due, clock.now()).ok());
    };
    sinks.fault = [this](Fault fault) { faults.push_back(fault.error.message); };
    ASSERT_TRUE(graph.open(executor, std::move(sinks)).ok());
  }
  struct Relayed {
    Fact fact;
  };
  struct Relay : Node {
    In<Relayed> in{this, "in", &Relay::pass};
    Out<Fact> out{this, "out"};
    Relay() : Node("relay") {}
    Result<void> pass(const Relayed& relayed, Context& context) {
      out.send(relayed.fact, context);
      return {};
    }
  };
  static Head head(uint64_t trace, Time deadline = kNever) { return {{7}, {trace}, deadline}; }
  void fact(uint64_t trace, int value, Time deadline = kNever) {
    graph.deliver(Relayed{{head(trace, deadline), value}}, clock.now());
  }
  void guess(uint64_t trace) { graph.deliver(Guess{head(trace), 0.5}, clock.now()); }
  void other(uint64_t trace, int value) { graph.deliver(Fact{head(trace), value}, clock.now()); }

  SimulatedClock clock{from_microseconds(1'000'000)};
  InlineExecutor executor{clock};
  Ranker ranker;
  Relay relay;
  Out<Fact>& facts = relay.out;
  std::vector<std::string> faults;
  Graph graph;
};

TEST_F(JoinTest, CallsOnceWhenAllIsThereWhateverTheOrder) {
  open();
  guess(1);
  other(2, 9);
  fact(1, 3);
  other(1, 4);
  guess(2);
  fact(2, 8);
  EXPECT_THAT(ranker.seen, ElementsAre("1:3g4", "2:8g9"));
  clock.advance(seconds(10));
  EXPECT_EQ(executor.fire_wakes(), 0u) << "the wakes are gone with the parts";
}

TEST_F(JoinTest, TheEarliestDeadlineEndsTheWait) {
  open();
  guess(1);
  fact(1, 3, clock.now() + seconds(1));
  clock.advance(seconds(1));
  executor.fire_wakes();
  EXPECT_THAT(ranker.seen, ElementsAre("1:3g-"));
  other(1, 4);
  clock.advance(seconds(10));
  executor.fire_wakes();
  EXPECT_THAT(ranker.seen, ElementsAre("1:3g-")) << "what comes too late is spent";
}

TEST_F(JoinTest, PatienceEndsTheWaitWithoutADeadline) {
  open();
  guess(1);
  clock.advance(seconds(2));
  executor.fire_wakes();
  EXPECT_THAT(ranker.seen, ElementsAre("1:-g-"));
}

TEST_F(JoinTest, TheLaterOfTwoOnOneInputCounts) {
  open();
  fact(1, 3);
  fact(1, 5);
  guess(1);
  other(1, 1);
  EXPECT_THAT(ranker.seen, ElementsAre("1:5g1"));
}

TEST_F(JoinTest, OneTraceTooManyEndsTheOldest) {
  open();
  guess(1);
  guess(2);
  guess(3);
  EXPECT_THAT(ranker.seen, ElementsAre("1:-g-"));
}

TEST_F(JoinTest, AMessageWithoutATraceIsAnError) {
  open();
  guess(0);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_THAT(faults[0], testing::HasSubstr("without a trace"));
}

}  // namespace
}  // namespace hearth::graph
