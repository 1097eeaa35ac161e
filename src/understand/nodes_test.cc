#include "understand/nodes.h"

#include "base/clock.h"
#include "graph/graph.h"
#include "graph/inline_executor.h"
#include "understand/test_home.h"

namespace hearth::understand {
namespace {

struct Listener : graph::Node {
  graph::In<flow::Meaning> meaning{this, "meaning", &Listener::hear};
  std::vector<flow::Meaning> heard;
  Listener() : Node("test.listener") {}
  Result<void> hear(const flow::Meaning& meant, graph::Context&) {
    heard.push_back(meant);
    return {};
  }
};

class UnderstandNodeTest : public testing::Test {
 protected:
  UnderstandNodeTest() : view(std::make_shared<const memory::View>(home.view())), node(sentences(), view) {
    graph.add(node, graph::Lane::Interactive);
    graph.add(listener);
    graph.connect(graph.source<flow::Utterance>(), node.utterance, {.capacity = 8, .policy = graph::Refuse});
    graph.connect(node.meaning, listener.meaning);
    graph::Sinks sinks;
    sinks.returned = [this](graph::Return back) { returns.push_back(std::move(back)); };
    EXPECT_TRUE(graph.open(executor, std::move(sinks)).ok());
  }
  /// One command that needs no file.
  static const SentencesByLanguage& sentences() {
    static const SentencesByLanguage all = [] {
      const char* commands =
          "language: en\n"
          "intents: {HassTurnOn: {data: [{sentences: ['turn on [the] {name}'], response: default}]}}\n";
      const auto read = [](const char* text) { return read_language(parse_yaml(text, "test").value()).value(); };
      SentencesByLanguage found;
      found.emplace(
          "en", compile_sentences(read(commands),
                                  {.commands = {},
                                   .replies = read("{language: en, intents: {Choose: {data: [{sentences: [all]}]}}}"),
                                   .follow_ups = {}})
                    .value());
      return found;
    }();
    return all;
  }
  void say(std::string text, bool final = true, Time deadline = kNever) {
    flow::Utterance said;
    said.head.id = {7};
    said.head.trace = {7};
    said.head.deadline = deadline;
    said.text = std::move(text);
    said.language = "en";
    said.final = final;
    said.speaker = home::PersonId{2};
    said.heard = {{1}, TestHome::kStudySatellite, "c"};
    graph.deliver(said, clock.now());
    executor.run_pending();
    for (const graph::Return& back : std::exchange(returns, {})) {
      last_fate = back.fate;
      graph.deliver(back, clock.now());
    }
  }

  TestHome home;
  Published<memory::View> view;
  UnderstandNode node;
  Listener listener;
  SimulatedClock clock{from_microseconds(1'000'000)};
  graph::InlineExecutor executor{clock};
  graph::Graph graph;
  std::vector<graph::Return> returns;
  graph::Return::Fate last_fate = graph::Return::Done;
};

TEST_F(UnderstandNodeTest, OneMeaningForEachFinalUtterance) {
  say("turn on the kitchen");
  EXPECT_TRUE(listener.heard.empty() == false && listener.heard[0].readings.empty());
  say("turn on the kitchen light", false);
  EXPECT_EQ(listener.heard.size(), 1U);
  say("turn on the kitchen light");
  ASSERT_EQ(listener.heard.size(), 2U);
  const flow::Meaning& meaning = listener.heard[1];
  ASSERT_EQ(meaning.readings.size(), 1U);
  EXPECT_EQ(meaning.readings[0].requests[0].targets, std::vector<home::EntityId>{{3}});
  EXPECT_EQ(meaning.head.from, std::vector<flow::MessageId>{{7}});
  EXPECT_EQ(meaning.heard, (flow::Address{{1}, TestHome::kStudySatellite, "c"}));
  EXPECT_EQ(meaning.speaker, home::PersonId{2});
}

TEST_F(UnderstandNodeTest, SeesTheNewestHome) {
  home.add("light", "Porch light", TestHome::kHall, {TestHome::settable(home::Capability::OnOff)});
  say("turn on the porch light");
  EXPECT_TRUE(listener.heard.at(0).readings.empty());
  view.publish(std::make_shared<const memory::View>(home.view()));
  say("turn on the porch light");
  EXPECT_EQ(listener.heard.at(1).readings.size(), 1U);
}

TEST_F(UnderstandNodeTest, NothingIsSaidTooLate) {
  say("turn on the kitchen light", true, clock.now() - std::chrono::seconds(1));
  EXPECT_TRUE(listener.heard.empty());
  EXPECT_NE(last_fate, graph::Return::Done);
}

}  // namespace
}  // namespace hearth::understand
