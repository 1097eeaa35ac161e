#include "graph/threaded_executor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>
#include <semaphore>

#include "base/queue.h"
#include "graph/graph.h"

namespace hearth::graph {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

struct Job {
  std::function<Result<void>(Context&)> body;
  uint64_t trace = 0;
};
Envelope envelope(const Job& job) { return {0, job.trace}; }

struct Worker : Node {
  In<Job> in{this, "in", &Worker::work};
  explicit Worker(std::string name = "worker") : Node(std::move(name)) {}
  Result<void> work(const Job& job, Context& context) { return job.body ? job.body(context) : Result<void>(); }
  Result<void> wake(std::string_view, Time, Context&) override { return {}; }
};

/// A house whose sinks fill queues.
struct House {
  explicit House(Executor& executor, std::vector<Worker*> workers, Lane lane = Lane::Interactive) {
    for (Worker* worker : workers) {
      graph.add(*worker, lane);
      graph.connect(graph.source<Job>(), worker->in, {.capacity = 100, .policy = Refuse});
    }
    Sinks sinks;
    sinks.returned = [this](Return back) { EXPECT_TRUE(returns.try_push(std::move(back))); };
    sinks.wake = [this](Wake wake) { EXPECT_TRUE(wakes.try_push(std::move(wake))); };
    sinks.fault = [this](Fault fault) { EXPECT_TRUE(faults.try_push(std::move(fault))); };
    EXPECT_TRUE(graph.open(executor, std::move(sinks)).ok());
  }
  void ask(Job job) { graph.deliver(job, clock.now()); }
  std::string fate() {
    const std::optional<Return> back = returns.pop(seconds(5));
    return back ? back->node + " " + std::string(to_string(back->fate)) : "nothing came back";
  }
  SystemClock clock;
  Queue<Return> returns{1000};
  Queue<Wake> wakes{1000};
  Queue<Fault> faults{1000};
  Graph graph;
};

struct ThreadedExecutorTest : testing::Test {
  SystemClock clock;
};

TEST_F(ThreadedExecutorTest, LanesRunBesideTheHouse) {
  ThreadedExecutor executor(clock, {.interactive = 2});
  Worker a("a"), b("b");
  House house(executor, {&a, &b});
  std::latch both(2);
  house.ask({[&](Context&) {
    both.arrive_and_wait();
    return ok();
  }});  // ends only when both run at once
  EXPECT_THAT((std::vector{house.fate(), house.fate()}), UnorderedElementsAre("a done", "b done"));
}

TEST_F(ThreadedExecutorTest, ReturnsOfANodeComeInOrder) {
  ThreadedExecutor executor(clock, {.interactive = 4});
  Worker a("a");
  House house(executor, {&a});
  for (int i = 0; i < 100; ++i) house.ask({});
  for (uint64_t number = 1; number <= 100; ++number) {
    const std::optional<Return> back = house.returns.pop(seconds(5));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->request, number);
  }
}

TEST_F(ThreadedExecutorTest, CancellingATraceStopsWhatRunsAndTakesBackWhatWaits) {
  ThreadedExecutor executor(clock, {.interactive = 1});
  Worker a("a");
  House house(executor, {&a});
  std::binary_semaphore started{0};
  house.ask({[&](Context& context) -> Result<void> {
               started.release();
               while (!context.stop().stop_requested()) std::this_thread::yield();
               return cancelled("asked to");
             },
             7});
  house.ask({{}, 7});
  house.ask({{}, 8});
  started.acquire();
  executor.cancel(house.graph, 7);
  EXPECT_EQ(house.fate(), "a cancelled");
  EXPECT_EQ(house.fate(), "a cancelled");
  EXPECT_EQ(house.fate(), "a done");
}

TEST_F(ThreadedExecutorTest, WakesComeWhenDueAndASoonerOneIsNotMissed) {
  ThreadedExecutor executor(clock, {.interactive = 1});
  Worker a("a");
  House house(executor, {&a});
  executor.wake_at(a, "far", clock.now() + seconds(1000));
  executor.wake_at(a, "soon", clock.now() + milliseconds(30));
  executor.wake_at(a, "past", clock.now() - seconds(3));
  executor.wake_at(a, "gone", clock.now() + milliseconds(10));
  executor.cancel_wake(a, "gone");
  EXPECT_EQ(house.wakes.pop(seconds(5))->key, "past");
  EXPECT_EQ(house.wakes.pop(seconds(5))->key, "soon");
  EXPECT_FALSE(house.wakes.pop(milliseconds(20)));
}

TEST_F(ThreadedExecutorTest, AWakeOfALaneNodeRunsOnItsLane) {
  ThreadedExecutor executor(clock, {.interactive = 1});
  Worker a("a");
  House house(executor, {&a}, Lane::Background);
  executor.wake_at(a, "now", clock.now());
  const std::optional<Wake> wake = house.wakes.pop(seconds(5));
  ASSERT_TRUE(wake);
  ASSERT_TRUE(house.graph.deliver_wake(wake->node, wake->key, wake->due, clock.now()).ok());
  const std::optional<Return> back = house.returns.pop(seconds(5));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->port, "wake");
  EXPECT_EQ(back->fate, Return::Done);
}

TEST_F(ThreadedExecutorTest, AMovedClockIsHeeded) {
  SimulatedClock simulated(from_microseconds(0));
  ThreadedExecutor executor(simulated, {.interactive = 1});
  Worker a("a");
  House house(executor, {&a});
  executor.wake_at(a, "later", simulated.now() + seconds(3600));
  simulated.advance(seconds(3600));
  executor.clock_moved();
  const std::optional<Wake> wake = house.wakes.pop(seconds(5));
  ASSERT_TRUE(wake);
  EXPECT_EQ(wake->key, "later");
}

TEST_F(ThreadedExecutorTest, AHangingCallIsAnsweredForAndItsNodeSwitchedOff) {
  std::binary_semaphore release{0}, gone{0};
  Worker bad("bad"), good("good");
  ThreadedExecutor executor(clock, {.interactive = 1, .stuck_after = milliseconds(50)});
  House house(executor, {&bad, &good});
  house.ask({[&](Context& context) {
    if (context.node()->name() == "bad") {
      release.acquire();
      gone.release();
    }
    return ok();
  }});
  EXPECT_EQ(house.fate(), "bad failed");
  EXPECT_EQ(house.fate(), "good done") << "a new worker goes on with the lane";
  const std::optional<Fault> fault = house.faults.pop(seconds(5));
  ASSERT_TRUE(fault);
  EXPECT_THAT(fault->error.message, HasSubstr("hung"));
  EXPECT_EQ(house.graph.health().nodes[0].state, NodeState::Off);
  house.ask({});
  EXPECT_THAT((std::vector{house.fate(), house.fate()}), UnorderedElementsAre("bad failed", "good done"));
  const auto began = std::chrono::steady_clock::now();
  const Status stopped = executor.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, seconds(1));
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(stopped.error().place, "bad");
  release.release();
  gone.acquire();
  std::this_thread::sleep_for(milliseconds(100));  // lets the abandoned worker leave its node
  EXPECT_FALSE(house.returns.try_pop()) << "it was answered for already";
}

TEST_F(ThreadedExecutorTest, StoppingAnswersForEverythingWithinASecond) {
  std::atomic<bool> release{false}, gone{false};
  Worker busy("busy"), stubborn("stubborn");
  ThreadedExecutor executor(clock, {.interactive = 2, .patience = milliseconds(300)});
  House house(executor, {&busy, &stubborn});
  std::latch started(3);
  house.ask({[&](Context& context) -> Result<void> {
    started.count_down();
    if (context.node()->name() == "stubborn") {
      while (!release) std::this_thread::sleep_for(milliseconds(1));
      gone = true;
      return {};
    }
    while (!context.stop().stop_requested()) std::this_thread::yield();
    return cancelled("asked to");
  }});
  house.ask({});
  started.arrive_and_wait();
  const auto began = std::chrono::steady_clock::now();
  const Status stopped = executor.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, seconds(1));
  ASSERT_FALSE(stopped.ok());
  EXPECT_EQ(stopped.error().place, "stubborn");
  EXPECT_EQ(house.returns.size(), 4u);
  while (const std::optional<Return> back = house.returns.try_pop()) EXPECT_EQ(back->fate, Return::Cancelled);
  house.ask({});
  EXPECT_EQ(house.fate(), "busy cancelled") << "stopped lanes take nothing";
  release = true;
  while (!gone) std::this_thread::yield();
  std::this_thread::sleep_for(milliseconds(100));
}

TEST_F(ThreadedExecutorTest, TwoHousesShareLanesAndNothingElse) {
  ThreadedExecutor executor(clock, {.interactive = 1});
  Worker a("same"), b("same");
  House first(executor, {&a}), second(executor, {&b});
  second.ask({});
  EXPECT_EQ(second.fate(), "same done");
  first.graph.close();
  second.ask({});
  EXPECT_EQ(second.fate(), "same done");
  EXPECT_FALSE(first.returns.try_pop());
}

}  // namespace
}  // namespace hearth::graph
