#include "answer/why/nodes.h"

#include <gtest/gtest.h>

#include "base/clock.h"
#include "graph/graph.h"
#include "graph/inline_executor.h"

namespace hearth::answer {
namespace {

struct Listener : graph::Node {
  graph::In<flow::Answer> answer{this, "answer", &Listener::hear};
  std::vector<flow::Answer> heard;
  Listener() : Node("test.listener") {}
  Result<void> hear(const flow::Answer& given, graph::Context&) {
    heard.push_back(given);
    return {};
  }
};

class WhyNodeTest : public testing::Test {
 protected:
  WhyNodeTest() {
    graph.add(node, graph::Lane::Interactive);
    graph.add(listener);
    graph.connect(graph.source<flow::Meaning>(), node.meaning, {.capacity = 8, .policy = graph::Refuse});
    graph.connect(node.answer, listener.answer);
    graph::Sinks sinks;
    sinks.returned = [this](graph::Return back) { returns.push_back(std::move(back)); };
    EXPECT_TRUE(graph.open(executor, std::move(sinks)).ok());
  }
  void ask(flow::Meaning meaning) {
    graph.deliver(meaning, clock.now());
    executor.run_pending();
    for (const graph::Return& back : std::exchange(returns, {})) graph.deliver(back, clock.now());
  }
  template <class T>
  flow::MessageId add(T message) {
    flow::Entry entry;
    entry.seq = message.head.id = {journal.last().value + 1};
    entry.trace = {entry.seq.value};
    entry.message = std::move(message);
    journal.append({.entries = {entry}, .durability = {}, .written = {}});
    return entry.seq;
  }

  memory::MemoryJournal journal;
  Published<memory::View> view;
  WhyNode node{&journal, view};
  Listener listener;
  SimulatedClock clock{from_microseconds(0)};
  graph::InlineExecutor executor{clock};
  graph::Graph graph;
  std::vector<graph::Return> returns;
};

TEST_F(WhyNodeTest, OneAnswerForEachMeaning) {
  flow::Meaning meaning;
  meaning.head.id = {5};
  ask(meaning);
  ASSERT_EQ(listener.heard.size(), 1U);
  EXPECT_TRUE(listener.heard[0].absent);
  EXPECT_EQ(listener.heard[0].meaning, (flow::MessageId{5}));
  EXPECT_EQ(listener.heard[0].source, "answer.why");
}

TEST_F(WhyNodeTest, WhyIsAnsweredFromTheJournal) {
  flow::Plan refused;
  refused.verdict = flow::Plan::Decline;
  refused.head.because = {{flow::Faculty::Safety, {"decline.not_allowed", {}}, {}, 1}};
  const flow::MessageId plan = add(refused);
  flow::Meaning meaning;
  flow::Request why;
  why.intent = flow::Intent::Why;
  why.question = flow::Question{"why_not", "why not", {}};
  meaning.readings = {{{why}, 0.95F}};
  meaning.head.id = add(meaning);
  ask(meaning);
  ASSERT_EQ(listener.heard.size(), 1U);
  EXPECT_FALSE(listener.heard[0].absent);
  EXPECT_EQ(listener.heard[0].words.key, "why.declined");
  EXPECT_EQ(listener.heard[0].head.from, (std::vector<flow::MessageId>{meaning.head.id, plan}));
  EXPECT_FALSE(listener.heard[0].evidence.empty());
}

TEST_F(WhyNodeTest, SaysSoWhenNothingHappened) {
  flow::Meaning meaning;
  flow::Request why;
  why.intent = flow::Intent::Why;
  meaning.readings = {{{why}, 0.95F}};
  meaning.head.id = add(meaning);
  ask(meaning);
  EXPECT_EQ(listener.heard.at(0).words.key, "why.nothing");
}

}  // namespace
}  // namespace hearth::answer
