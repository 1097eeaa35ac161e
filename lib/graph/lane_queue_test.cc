#include "graph/lane_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/graph.h"
#include "graph/inline_executor.h"
#include "graph/shuffled_executor.h"

namespace hearth::graph {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;

struct Job {
  int number = 0;
  uint64_t trace = 0;
  Time deadline = kNever;
  Duration takes{};
  bool fails = false;
};
Envelope envelope(const Job& job) { return {static_cast<uint64_t>(job.number), job.trace, job.deadline}; }

/// Takes as long as the job says, by the simulated clock.
struct Worker : Node {
  In<Job> in{this, "in", &Worker::work};
  Worker(SimulatedClock& its_clock, std::vector<int>& into) : Node("worker"), clock(its_clock), done(into) {}
  Result<void> work(const Job& job, Context&) {
    clock.advance(job.takes);
    if (job.fails) return internal("broken");
    done.push_back(job.number);
    return {};
  }
  SimulatedClock& clock;
  std::vector<int>& done;
};

struct LaneQueueTest : testing::Test {
  void open(EdgeOptions<Job> options) {
    graph.add(worker, Lane::Interactive);
    graph.connect(graph.source<Job>(), worker.in, std::move(options));
    Sinks sinks;
    sinks.returned = [this](Return back) {
      if (back.fate != Return::Done)
        ended.push_back(std::to_string(back.cause) + " " + std::string(to_string(back.fate)));
      errors.push_back(back.error ? back.error->message : "");
    };
    sinks.fault = [this](Fault fault) { faults.push_back(fault.error.message); };
    ASSERT_TRUE(graph.open(executor, std::move(sinks)).ok());
  }
  void ask(Job job) { graph.deliver(job, clock.now()); }

  SimulatedClock clock{from_microseconds(1'000'000'000)};
  InlineExecutor executor{clock};
  std::vector<int> done;
  std::vector<std::string> ended, errors, faults;
  Worker worker{clock, done};
  Graph graph;
};

TEST_F(LaneQueueTest, EarliestDeadlineFirstThenOrderOfAsking) {
  open({.capacity = 8});
  ask({.number = 1});
  ask({.number = 2, .deadline = clock.now() + seconds(9)});
  ask({.number = 3, .deadline = clock.now() + seconds(1)});
  ask({.number = 4});
  executor.run_pending();
  EXPECT_THAT(done, ElementsAre(3, 2, 1, 4));
}

TEST_F(LaneQueueTest, DropOldestDropsTheOneAskedForFirst) {
  open({.capacity = 2, .policy = DropOldest});
  ask({.number = 1, .deadline = clock.now() + seconds(1)});
  ask({.number = 2});
  ask({.number = 3});
  EXPECT_THAT(ended, ElementsAre("1 dropped"));
  executor.run_pending();
  EXPECT_THAT(done, ElementsAre(2, 3));
  EXPECT_EQ(graph.health().edges[0].dropped, 1u);
  EXPECT_EQ(graph.health().edges[0].queued, 0u);
}

TEST_F(LaneQueueTest, DropNewestKeepsWhatWaits) {
  open({.capacity = 2, .policy = DropNewest});
  for (int number : {1, 2, 3}) ask({.number = number});
  EXPECT_THAT(ended, ElementsAre("3 dropped"));
  EXPECT_THAT(errors, ElementsAre(""));
}

TEST_F(LaneQueueTest, RefuseSaysSo) {
  open({.capacity = 1, .policy = Refuse});
  for (int number : {1, 2}) ask({.number = number});
  EXPECT_THAT(ended, ElementsAre("2 dropped"));
  EXPECT_THAT(errors, ElementsAre("the queue is full and refuses; it holds 1"));
}

TEST_F(LaneQueueTest, CoalesceReplacesTheQueuedOneOfTheSameKey) {
  open({.capacity = 2, .policy = CoalesceByKey, .key = [](const Job& job) { return uint64_t(job.number % 10); }});
  for (int number : {1, 2, 11, 3}) ask({.number = number});
  EXPECT_THAT(ended, ElementsAre("1 dropped", "2 dropped"));
  executor.run_pending();
  EXPECT_THAT(done, ElementsAre(11, 3));
  EXPECT_EQ(graph.health().edges[0].coalesced, 1u);
  EXPECT_EQ(graph.health().edges[0].dropped, 1u);
}

TEST_F(LaneQueueTest, CoalesceWithoutAKeyTakesTheTrace) {
  open({.capacity = 4, .policy = CoalesceByKey});
  ask({.number = 1, .trace = 5});
  ask({.number = 2, .trace = 6});
  ask({.number = 3, .trace = 5});
  executor.run_pending();
  EXPECT_THAT(done, ElementsAre(2, 3));
}

TEST_F(LaneQueueTest, LateWhenTheDeadlineHasPassedBeforeTheStart) {
  open({.capacity = 4});
  ask({.number = 1, .deadline = clock.now() + seconds(1)});
  clock.advance(seconds(2));
  executor.run_pending();
  EXPECT_THAT(ended, ElementsAre("1 late"));
  EXPECT_EQ(graph.health().nodes[0].late, 1u);
}

TEST_F(LaneQueueTest, ShedsWhatCannotFinishAndLearnsToTryAgain) {
  open({.capacity = 4});
  for (int number : {1, 2, 3, 4}) {
    ask({.number = number, .takes = seconds(2)});
    executor.run_pending();
  }
  ask({.number = 5, .deadline = clock.now() + milliseconds(100)});
  executor.run_pending();
  EXPECT_THAT(ended, ElementsAre("5 shed"));
  int tried = 5;
  while (done.back() < 5 && tried < 100) {
    ask({.number = ++tried, .deadline = clock.now() + milliseconds(100)});
    executor.run_pending();
  }
  EXPECT_EQ(done.back(), tried) << "shed forever";
  EXPECT_GT(tried, 8);
}

TEST_F(LaneQueueTest, ANodeThatKeepsFailingIsLeftAloneAndThenTriedAgain) {
  open({.capacity = 4});
  for (int number : {1, 2, 3, 4}) {
    ask({.number = number, .fails = true});
    executor.run_pending();
  }
  EXPECT_THAT(ended, ElementsAre("1 failed", "2 failed", "3 failed", "4 failed"));
  EXPECT_EQ(errors[2], "broken");
  EXPECT_EQ(errors[3], "left alone after failing repeatedly");
  EXPECT_THAT(faults, ElementsAre("failed 3 times in a row, tried again in 1 s: broken"));
  EXPECT_EQ(graph.health().nodes[0].state, NodeState::Failing);
  clock.advance(seconds(1));
  ask({.number = 5, .fails = true});
  executor.run_pending();
  EXPECT_EQ(faults.back(), "failed 4 times in a row, tried again in 2 s: broken");
  clock.advance(seconds(2));
  ask({.number = 6});
  executor.run_pending();
  EXPECT_THAT(done, ElementsAre(6));
  EXPECT_EQ(faults.back(), "is well again");
  EXPECT_EQ(graph.health().nodes[0].state, NodeState::Well);
}

TEST_F(LaneQueueTest, ClosingGivesEverythingBack) {
  open({.capacity = 4});
  ask({.number = 1});
  ask({.number = 2});
  graph.close();
  EXPECT_THAT(ended, ElementsAre("1 cancelled", "2 cancelled"));
  EXPECT_EQ(executor.run_pending(), 0u);
}

struct Lamp : Node {
  In<Job> in{this, "in", &Lamp::shine};
  using Node::Node;
  Result<void> shine(const Job&, Context&) { return {}; }
};

std::string shuffled_order(uint64_t seed) {
  SimulatedClock clock(from_microseconds(0));
  ShuffledExecutor executor(clock, seed);
  Lamp a("a"), b("b"), c("c");
  std::string order;
  Graph graph;
  for (Lamp* lamp : {&a, &b, &c}) graph.add(*lamp, lamp == &a ? Lane::Realtime : Lane::Interactive);
  for (Lamp* lamp : {&a, &b, &c}) graph.connect(graph.source<Job>(), lamp->in, {.capacity = 8});
  Sinks sinks;
  sinks.returned = [&](Return back) { order += back.node + std::to_string(back.cause); };
  EXPECT_TRUE(graph.open(executor, std::move(sinks)).ok());
  for (int number : {1, 2, 3}) graph.deliver(Job{.number = number}, clock.now());
  executor.run_pending();
  graph.close();
  return order;
}

TEST(ShuffledExecutor, OneSeedOneOrderAndManySeedsManyOrders) {
  std::set<std::string> orders;
  for (uint64_t seed = 0; seed < 50; ++seed) {
    const std::string order = shuffled_order(seed);
    EXPECT_EQ(order, shuffled_order(seed));
    EXPECT_EQ(order.size(), 18u) << "each of the nine requests comes back once";
    orders.insert(order);
  }
  EXPECT_GT(orders.size(), 30u);
}

}  // namespace
}  // namespace hearth::graph
