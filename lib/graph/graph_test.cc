#include "graph/graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/inline_executor.h"

namespace hearth::graph {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::HasSubstr;

struct Word {
  std::string text;
  uint64_t id = 0, trace = 0;
  Time deadline = kNever;
};
Envelope envelope(const Word& word) { return {word.id, word.trace, word.deadline}; }

struct Number {
  int value = 0;
  uint64_t id = 0, trace = 0;
};
Envelope envelope(const Number& number) { return {number.id, number.trace}; }

using Diary = std::vector<std::string>;

/// Writes what it gets into the diary and passes it on with its own mark.
struct Relay : Node {
  In<Word> in{this, "in", &Relay::handle};
  Out<Word> out{this, "out"};
  Relay(std::string name, Diary& into) : Node(std::move(name)), diary(into) {}
  Result<void> handle(const Word& word, Context& context) {
    diary.push_back(name() + ":" + word.text);
    if (word.text == "bad") return invalid("cannot read it");
    out.send({word.text == "loop" ? word.text : word.text + "'"}, context);
    return {};
  }
  Diary& diary;
};

struct Counting : Node {
  In<Word> in{this, "in", &Counting::handle};
  Out<Number> out{this, "out"};
  using Node::Node;
  Result<void> handle(const Word& word, Context& context) {
    if (word.text == "throw") throw std::runtime_error("no");
    if (word.text == "fail") return internal("broken");
    out.send({static_cast<int>(word.text.size())}, context);
    return {};
  }
};

struct Sleeper : Node {
  In<Number> in{this, "in", &Sleeper::handle, Need::Optional};
  Diary& diary;
  Sleeper(std::string name, Diary& into) : Node(std::move(name)), diary(into) {}
  Result<void> start(Context& context) override {
    context.wake_at(context.now() + seconds(5), "first");
    return {};
  }
  Result<void> wake(std::string_view key, Time due, Context& context) override {
    diary.push_back(std::string(key) + "@" + std::to_string((context.now() - due).count()));
    if (key == "first") {
      context.wake_at(context.now() + seconds(1), "second");
      context.wake_at(context.now() + seconds(2), "never");
      context.wake_at(context.now() + seconds(3), "second");
      context.cancel_wake("never");
    }
    return {};
  }
  Result<void> handle(const Number& number, Context& context) {
    diary.push_back(std::to_string(number.value) + " of " + std::to_string(context.message()) + " in " +
                    std::to_string(context.trace()));
    return {};
  }
};

struct GraphTest : testing::Test {
  GraphTest() {
    sinks.returned = [this](Return back) { returns.push_back(std::move(back)); };
    sinks.wake = [this](Wake wake) { wakes.push_back(std::move(wake)); };
    sinks.fault = [this](Fault fault) { faults.push_back(std::move(fault)); };
  }
  /// Lets lanes and wakes run until nothing is left that is due now, as an engine does.
  void settle() {
    for (bool more = true; more;) {
      more = executor.run_pending() > 0;
      for (const Return& back : std::exchange(returns, {})) {
        fates.push_back(std::string(to_string(back.fate)));
        graph.deliver(back, clock.now());
        more = true;
      }
      executor.fire_wakes();
      for (const Wake& wake : std::exchange(wakes, {})) {
        ASSERT_TRUE(graph.deliver_wake(wake.node, wake.key, wake.due, clock.now()).ok());
        more = true;
      }
    }
  }

  SimulatedClock clock{from_microseconds(1'000'000'000)};
  InlineExecutor executor{clock};
  Sinks sinks;
  std::vector<Return> returns;
  std::vector<Wake> wakes;
  std::vector<Fault> faults;
  std::vector<std::string> fates;
  Diary diary;
  Graph graph;
};

TEST_F(GraphTest, HouseNodesRunDepthFirstInTheOrderOfAdding) {
  Relay a("a", diary), b("b", diary), c("c", diary), d("d", diary);
  for (Relay* node : {&a, &b, &c, &d}) graph.add(*node);
  graph.connect(graph.source<Word>(), a.in);
  graph.connect(a.out, d.in);  // connected first, added last
  graph.connect(a.out, b.in);
  graph.connect(b.out, c.in);
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"x"}, clock.now());
  EXPECT_THAT(diary, ElementsAre("a:x", "b:x'", "c:x''", "d:x'"));
}

TEST_F(GraphTest, ALaterEdgeRunsAfterEverythingElse) {
  Relay a("a", diary), b("b", diary), c("c", diary);
  for (Relay* node : {&a, &b, &c}) graph.add(*node);
  graph.connect(graph.source<Word>(), a.in);
  graph.connect(a.out, b.in, {.later = true});
  graph.connect(a.out, c.in);
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"x"}, clock.now());
  EXPECT_THAT(diary, ElementsAre("a:x", "c:x'", "b:x'"));
}

TEST_F(GraphTest, ALaterLoopThatNeverEndsIsCutAndReported) {
  Relay a("a", diary), b("b", diary);
  graph.add(a);
  graph.add(b);
  graph.connect(graph.source<Word>(), a.in);
  graph.connect(a.out, b.in);
  graph.connect(b.out, a.in, {.later = true});
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"loop"}, clock.now());
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_THAT(faults[0].error.message, HasSubstr("endless"));
}

TEST_F(GraphTest, AHandlersErrorCostsThatMessageOnly) {
  Relay a("a", diary), b("b", diary);
  graph.add(a);
  graph.add(b);
  graph.connect(graph.source<Word>(), a.in);
  graph.connect(graph.source<Word>(), b.in);
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"bad", 7, 3}, clock.now());
  graph.deliver(Word{"good"}, clock.now());
  EXPECT_THAT(diary, ElementsAre("a:bad", "b:bad", "a:good", "b:good"));
  ASSERT_EQ(faults.size(), 2u);
  EXPECT_EQ(faults[0].node, "a");
  EXPECT_EQ(faults[0].port, "in");
  EXPECT_EQ(faults[0].message, 7u);
  EXPECT_EQ(faults[0].trace, 3u);
}

TEST_F(GraphTest, WhatAHouseHandlerThrowsCostsThatMessageOnly) {
  Counting thrower("thrower");
  Relay after("after", diary);
  graph.add(thrower);
  graph.add(after);
  graph.connect(graph.source<Word>(), thrower.in);
  graph.connect(graph.source<Word>(), after.in, {.later = true});
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"throw", 7, 3}, clock.now());
  graph.deliver(Word{"good"}, clock.now());
  EXPECT_THAT(diary, ElementsAre("after:throw", "after:good"));
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].node, "thrower");
  EXPECT_EQ(faults[0].message, 7u);
  EXPECT_THAT(faults[0].error.message, HasSubstr("exception"));
}

TEST_F(GraphTest, ObserversNumberWhatNodesSendButNotWhatComesIn) {
  Relay a("a", diary), b("b", diary);
  graph.add(a);
  graph.add(b);
  graph.connect(graph.source<Word>(), a.in);
  graph.connect(a.out, b.in);
  uint64_t number = 40;
  std::vector<Emission> seen;
  graph.observe<Word>([&](Word& word, const Emission& emission, Context&) {
    word.id = ++number;
    seen.push_back(emission);
  });
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"x", 9, 5, clock.now() + seconds(1)}, clock.now());
  ASSERT_EQ(seen.size(), 2u);
  EXPECT_EQ(seen[0].node, "a");
  EXPECT_EQ(seen[0].port, "out");
  EXPECT_EQ(seen[0].cause, 9u);
  EXPECT_EQ(seen[0].trace, 5u);
  EXPECT_EQ(seen[0].deadline, clock.now() + seconds(1));
  EXPECT_EQ(seen[1].cause, 41u) << "b handled what the observer had numbered";
  EXPECT_EQ(seen[1].trace, 5u) << "and inherited the trace";
}

TEST_F(GraphTest, ALaneNodesEmissionsComeHomeWithItsReturn) {
  Counting lane("lane");
  Sleeper home("home", diary);
  graph.add(lane, Lane::Interactive);
  graph.add(home);
  graph.connect(graph.source<Word>(), lane.in, {.capacity = 4, .policy = Refuse});
  graph.connect(lane.out, home.in);
  graph.observe<Number>([&](Number& number, const Emission& emission, Context&) {
    EXPECT_EQ(emission.node, "lane");
    EXPECT_EQ(emission.cause, 12u);
    EXPECT_EQ(emission.request, 1u);
    number.id = 77;
  });
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"four", 12, 6}, clock.now());
  EXPECT_TRUE(diary.empty());
  EXPECT_EQ(executor.run_pending(), 1u);
  ASSERT_EQ(returns.size(), 1u);
  EXPECT_EQ(returns[0].node, "lane");
  EXPECT_EQ(returns[0].port, "in");
  EXPECT_EQ(returns[0].fate, Return::Done);
  ASSERT_EQ(returns[0].emissions.size(), 1u);
  EXPECT_EQ(returns[0].emissions[0].out, graph.find_out("lane", "out"));
  graph.deliver(returns[0], clock.now());
  EXPECT_THAT(diary, ElementsAre("4 of 77 in 6"));
}

TEST_F(GraphTest, WakesComeInOrderAndOneTimeAKey) {
  Sleeper sleeper("sleeper", diary);
  graph.add(sleeper);
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  ASSERT_TRUE(graph.start(clock.now()).ok());
  settle();
  EXPECT_TRUE(diary.empty());
  clock.advance(seconds(6));
  settle();
  EXPECT_THAT(diary, ElementsAre("first@1000000"));
  EXPECT_EQ(executor.next_wake(), clock.now() + seconds(3));
  clock.advance(seconds(3));
  settle();
  EXPECT_THAT(diary, ElementsAre("first@1000000", "second@0"));
  EXPECT_FALSE(executor.next_wake());
  EXPECT_FALSE(graph.deliver_wake("nobody", "x", clock.now(), clock.now()).ok());
}

TEST_F(GraphTest, WhatThrowsOrFailsComesBackFailed) {
  Counting lane("lane");
  graph.add(lane, Lane::Background);
  graph.connect(graph.source<Word>(), lane.in, {.capacity = 4});
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"throw"}, clock.now());
  graph.deliver(Word{"fail"}, clock.now());
  executor.run_pending();
  ASSERT_EQ(returns.size(), 2u);
  EXPECT_EQ(returns[0].fate, Return::Failed);
  EXPECT_THAT(returns[0].error->message, HasSubstr("exception"));
  EXPECT_EQ(returns[1].error->message, "broken");
}

/// Hears of every return.
struct Clerk : Node {
  In<Return> back{this, "back", &Clerk::note};
  Diary& diary;
  explicit Clerk(Diary& into) : Node("clerk"), diary(into) {}
  Result<void> note(const Return& one, Context& context) {
    diary.push_back(one.node + " " + std::string(to_string(one.fate)) + " in " + std::to_string(context.trace()));
    return {};
  }
};

TEST_F(GraphTest, TheHouseHearsWhateverBecameOfARequest) {
  Counting lane("lane");
  Clerk clerk(diary);
  graph.add(lane, Lane::Interactive);
  graph.add(clerk);
  graph.connect(graph.source<Word>(), lane.in, {.capacity = 4});
  graph.connect(graph.source<Return>(), clerk.back);
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"soon", 1, 1, clock.now() + milliseconds(1)}, clock.now());
  graph.deliver(Word{"fine", 2, 2}, clock.now());
  graph.deliver(Word{"gone", 3, 3}, clock.now());
  clock.advance(milliseconds(2));
  executor.cancel(graph, 3);
  settle();
  EXPECT_THAT(diary, ElementsAre("lane cancelled in 3", "lane late in 1", "lane done in 2"));
}

struct LanePair : GraphTest {
  LanePair() {
    graph.add(first, Lane::Realtime);
    graph.add(second, Lane::Interactive);
    graph.connect(graph.source<Word>(), first.in, {.capacity = 4});
    graph.connect(first.out, second.in, {.capacity = 4});
  }
  Relay first{"first", diary}, second{"second", diary};
};

TEST_F(LanePair, AStreamGoesFromLaneToLane) {
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"x", 5, 9}, clock.now());
  EXPECT_EQ(executor.run_pending(), 2u) << "without the house in between";
  EXPECT_THAT(diary, ElementsAre("first:x", "second:x'"));
  ASSERT_EQ(returns.size(), 2u);
  EXPECT_TRUE(returns[0].emissions.empty());
  EXPECT_FALSE(returns[0].stream());
  EXPECT_TRUE(returns[1].stream());
  EXPECT_EQ(returns[1].trace, 9u);
}

TEST_F(LanePair, WhatTheHouseObservesGoesThroughIt) {
  graph.observe<Word>([](Word& word, const Emission&, Context&) { word.text += "!"; });
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"x"}, clock.now());
  EXPECT_EQ(executor.run_pending(), 1u);
  ASSERT_EQ(returns.size(), 1u);
  ASSERT_EQ(returns[0].emissions.size(), 1u);
  EXPECT_EQ(returns[0].emissions[0].out, &first.out);
  settle();
  EXPECT_THAT(diary, ElementsAre("first:x", "second:x'!"));
}

TEST_F(LanePair, ADoorFeedsALanePastTheHouse) {
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.feed(std::make_shared<const Word>(Word{"sound"}));
  executor.run_pending();
  EXPECT_THAT(diary, ElementsAre("first:sound", "second:sound'"));
  EXPECT_TRUE(returns.at(0).stream());
}

TEST_F(GraphTest, WhatNobodyTakesIsNoError) {
  ASSERT_TRUE(graph.open(executor, sinks).ok());
  graph.deliver(Word{"x"}, clock.now());
  graph.feed(std::make_shared<const Number>());
  EXPECT_TRUE(returns.empty());
}

}  // namespace
}  // namespace hearth::graph
