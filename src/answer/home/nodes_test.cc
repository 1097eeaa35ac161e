#include <gtest/gtest.h>

#include "answer/home/nodes.h"
#include "base/clock.h"
#include "graph/graph.h"
#include "graph/inline_executor.h"

namespace hearth::answer {
namespace {

using home::Capability;

struct Listener : graph::Node {
  graph::In<flow::Answer> answer{this, "answer", &Listener::hear};
  std::vector<flow::Answer> heard;
  Listener() : Node("test.listener") {}
  Result<void> hear(const flow::Answer& given, graph::Context&) {
    heard.push_back(given);
    return {};
  }
};

/// Lights 1 and 2, lock 3, thermometer 4, window 5, weather 6, Anna 7.
class HomeAnswerTest : public testing::Test {
 protected:
  HomeAnswerTest() {
    flow::Inventory inventory;
    inventory.listing.door = "simulator";
    const auto add = [&](const char* kind, const char* name, Capability capability) {
      home::Entity entity;
      entity.key = name;
      entity.kind = kind;
      entity.names = {{name, "en"}};
      entity.traits = {{capability, true, true, 0, 0, 0, {}}, {Capability::Available, true, false, 0, 0, 0, {}}};
      inventory.listing.entities.push_back(std::move(entity));
    };
    add("light", "desk lamp", Capability::OnOff);
    add("light", "ceiling light", Capability::OnOff);
    add("lock", "front door", Capability::Lock);
    add("sensor", "thermometer", Capability::Temperature);
    add("binary_sensor", "window", Capability::Contact);
    add("weather", "home", Capability::Text);
    add("person", "Anna", Capability::Presence);
    fold(inventory);
    graph.add(node);
    graph.add(listener);
    graph.connect(graph.source<flow::Meaning>(), node.meaning);
    graph.connect(node.answer, listener.answer);
    EXPECT_TRUE(graph.open(executor, {}).ok());
  }
  template <class T>
  flow::MessageId fold(T message) {
    flow::Entry entry;
    entry.seq = message.head.id = {++last};
    entry.at = now;
    entry.message = std::move(message);
    present.apply(entry);
    promises.apply(entry);
    return entry.seq;
  }
  void see(uint32_t entity, Capability capability, home::Value value) {
    flow::Observation seen;
    seen.entity = {entity};
    seen.capability = capability;
    seen.value = std::move(value);
    fold(seen);
  }
  flow::Answer ask(flow::Request request) {
    flow::Meaning meaning;
    meaning.head.id = {77};
    meaning.readings = {{{std::move(request)}, 0.95F}};
    graph.deliver(meaning, now);
    EXPECT_FALSE(listener.heard.empty());
    return listener.heard.back();
  }
  static flow::Request question(std::string kind, std::vector<home::EntityId> targets, std::string state = {}) {
    flow::Request request;
    request.intent = flow::Intent::GetState;
    request.question = flow::Question{std::move(kind), {}, {}};
    request.targets = std::move(targets);
    if (!state.empty()) request.slots.push_back({"state", state, state, {}});
    return request;
  }
  static std::vector<double> entities(const flow::Phrase& phrase) {
    std::vector<double> found;
    for (const auto& [key, value] : phrase.with) {
      if (key == "entity") found.push_back(std::get<double>(value));
    }
    return found;
  }

  uint64_t last = 0;
  Time now = from_microseconds(1'700'000'000'000'000);
  memory::Present present;
  memory::Promises promises;
  HomeAnswerNode node{present, promises, calendar::Zone::find("Europe/Berlin").value()};
  Listener listener;
  SimulatedClock clock{now};
  graph::InlineExecutor executor{clock};
  graph::Graph graph;
};

TEST_F(HomeAnswerTest, CommandsAreNotItsBusiness) {
  flow::Request command;
  command.intent = flow::Intent::TurnOn;
  EXPECT_TRUE(ask(command).absent);
  EXPECT_EQ(ask(command).source, "answer.home");
  EXPECT_EQ(ask(command).meaning, (flow::MessageId{77}));
}

TEST_F(HomeAnswerTest, IsIt) {
  see(3, Capability::Lock, true);
  EXPECT_EQ(ask(question("is", {{3}}, "locked")).words.key, "state.yes");
  EXPECT_EQ(ask(question("is", {{3}}, "locked")).value, flow::Value(true));
  EXPECT_EQ(ask(question("is", {{3}}, "unlocked")).words.key, "state.no");
  EXPECT_FALSE(ask(question("is", {{3}}, "locked")).evidence.empty());
}

TEST_F(HomeAnswerTest, WhatIsIt) {
  see(5, Capability::Contact, true);
  const flow::Answer answer = ask(question("state", {{5}}));
  EXPECT_EQ(answer.words.key, "state.one");
  EXPECT_EQ(answer.value, flow::Value(true));
}

TEST_F(HomeAnswerTest, UnknownIsSaid) {
  EXPECT_EQ(ask(question("is", {{3}}, "locked")).words.key, "state.unknown");
  see(3, Capability::Lock, true);
  see(3, Capability::Available, false);
  const flow::Answer answer = ask(question("is", {{3}}, "locked"));
  EXPECT_EQ(answer.words.key, "state.unknown");
  ASSERT_EQ(answer.assumptions.size(), 1U);
  EXPECT_EQ(answer.assumptions[0].key, "state.unreachable");
}

TEST_F(HomeAnswerTest, OldIsSaid) {
  see(3, Capability::Lock, true);
  now += std::chrono::hours(30);
  const flow::Answer answer = ask(question("is", {{3}}, "locked"));
  EXPECT_EQ(answer.words.key, "state.yes");
  ASSERT_EQ(answer.assumptions.size(), 1U);
  EXPECT_EQ(answer.assumptions[0].key, "state.stale");
  EXPECT_LT(answer.confidence, 0.9F);
}

TEST_F(HomeAnswerTest, OverSeveral) {
  see(1, Capability::OnOff, true);
  see(2, Capability::OnOff, false);
  const std::vector<home::EntityId> lights{{1}, {2}};
  EXPECT_EQ(ask(question("any", lights, "on")).words.key, "state.any_yes");
  EXPECT_EQ(ask(question("all", lights, "on")).words.key, "state.all_no");
  EXPECT_EQ(entities(ask(question("all", lights, "on")).words), std::vector<double>{2});
  EXPECT_EQ(entities(ask(question("which", lights, "off")).words), std::vector<double>{2});
  EXPECT_EQ(ask(question("how_many", lights, "on")).value, flow::Value(1.0));
  EXPECT_EQ(ask(question("any", {{2}}, "on")).words.key, "state.any_no");
  const flow::Answer none = ask(question("any", {}, "on"));
  EXPECT_EQ(none.words.key, "state.nothing_such");
}

TEST_F(HomeAnswerTest, HowWarm) {
  see(4, Capability::Temperature, 20.5);
  flow::Request request = question("temperature", {{4}});
  request.intent = flow::Intent::ClimateGetTemperature;
  const flow::Answer answer = ask(request);
  EXPECT_EQ(answer.words.key, "state.temperature");
  EXPECT_EQ(answer.value, flow::Value(20.5));
}

TEST_F(HomeAnswerTest, TimersAndLists) {
  EXPECT_EQ(ask(question("timers", {})).words.key, "timers.none");
  flow::Plan plan;
  plan.verdict = flow::Plan::Do;
  flow::Promise timer;
  timer.seconds = 300;
  timer.due = now + std::chrono::seconds(300);
  flow::Promise milk;
  milk.kind = flow::Promise::Item;
  milk.list = "shopping";
  milk.about = flow::literal("milk");
  plan.steps = {timer, milk};
  const flow::MessageId id = fold(plan);
  for (const uint16_t step : {uint16_t{0}, uint16_t{1}}) {
    flow::Outcome done;
    done.plan = id;
    done.step = step;
    done.progress = flow::Outcome::Done;
    fold(done);
  }
  now += std::chrono::seconds(60);
  const flow::Answer left = ask(question("timers", {}));
  EXPECT_EQ(left.words.key, "timers.left");
  EXPECT_EQ(left.value, flow::Value(240.0));
  const flow::Answer list = ask(question("list", {}));
  EXPECT_EQ(list.words.key, "items.listed");
  EXPECT_EQ(list.value, flow::Value(1.0));
}

TEST_F(HomeAnswerTest, TheTimeIsThatOfTheHome) {
  const flow::Answer time = ask(question("time", {}));  // 22:13:20 in Greenwich, on a Tuesday
  EXPECT_EQ(
      time.words,
      (flow::Phrase{"clock.time", {{"hour", 23.0}, {"minute", 13.0}, {"clock", std::string("2023-11-14T23:13:20")}}}));
  now += std::chrono::hours(1);
  const flow::Answer date = ask(question("date", {}));
  EXPECT_EQ(date.words.key, "clock.date");
  EXPECT_EQ(date.words.with, (decltype(date.words.with){{"weekday", 3.0},
                                                        {"day", 15.0},
                                                        {"month", 11.0},
                                                        {"year", 2023.0},
                                                        {"clock", std::string("2023-11-15T00:13:20")}}));
}

TEST_F(HomeAnswerTest, TheWeatherIsWhatWasReported) {
  EXPECT_EQ(ask(question("weather", {})).words.key, "weather.none");
  EXPECT_EQ(ask(question("weather", {{6}, {4}})).words.key, "weather.unknown");
  see(4, Capability::Temperature, 8.5);
  const flow::Answer sensed = ask(question("weather", {{6}, {4}}));
  EXPECT_EQ(sensed.words.key, "weather.sensed");
  EXPECT_EQ(sensed.value, flow::Value(8.5));
  see(6, Capability::Text, std::string("cloudy"));
  const flow::Answer known = ask(question("weather", {{6}, {4}}));
  EXPECT_EQ(known.words.key, "weather.now");
  EXPECT_EQ(known.evidence.size(), 2U);
  EXPECT_EQ(ask(question("outside", {{6}, {4}})).words.key, "weather.outside");
  EXPECT_EQ(ask(question("wind", {{6}, {4}})).words.key, "weather.not_measured");
  const flow::Answer tomorrow = ask(question("forecast", {{6}, {4}}));
  EXPECT_EQ(tomorrow.words.key, "weather.no_forecast");
  ASSERT_EQ(tomorrow.assumptions.size(), 1U);
  EXPECT_EQ(tomorrow.assumptions[0].key, "weather.now");
}

TEST_F(HomeAnswerTest, OldWeatherIsSaidToBeOld) {
  see(4, Capability::Temperature, 8.5);
  now += std::chrono::hours(30);
  const flow::Answer old = ask(question("outside", {{4}}));
  EXPECT_EQ(old.words.key, "weather.outside");
  ASSERT_EQ(old.assumptions.size(), 1U);
  EXPECT_EQ(old.assumptions[0].key, "state.stale");
}

TEST_F(HomeAnswerTest, OfPeopleNobodyIsNotNone) {
  see(7, Capability::Presence, false);
  EXPECT_EQ(ask(question("which", {{7}}, "home")).words.key, "state.which_nobody");
  EXPECT_EQ(ask(question("any", {{7}}, "home")).words.key, "state.any_nobody");
  see(7, Capability::Presence, true);
  EXPECT_EQ(ask(question("which", {{7}}, "home")).words.key, "state.which");
}

}  // namespace
}  // namespace hearth::answer
