#include "decide/nodes.h"

#include <gmock/gmock.h>

#include "decide/test_house.h"
#include "graph/graph.h"
#include "graph/inline_executor.h"

namespace hearth::decide {
namespace {

using flow::Intent;
using flow::Plan;
using testing::ElementsAre;
using testing::SizeIs;
using House = TestHouse;

/// The node alone in a graph; its Plans are folded, as a house does.
class DecideNodeTest : public testing::Test {
 protected:
  DecideNodeTest() {
    house.settings.answerers = {"answer.facts", "answer.why"};
    graph.add(node);
    graph.connect(graph.source<flow::Meaning>(), node.meaning);
    graph.connect(graph.source<flow::Answer>(), node.answer);
    graph.connect(graph.source<flow::Proposal>(), node.proposal);
    graph.connect(graph.source<flow::Observation>(), node.observation);
    graph.connect(graph.source<flow::LaneReturn>(), node.returned);
    graph.observe<Plan>([this](Plan& plan, const graph::Emission&, graph::Context&) {
      plan.head.id = house.fold(plan);
      plans.push_back(plan);
    });
    graph::Sinks sinks;
    sinks.wake = [this](graph::Wake wake) { wakes.push_back(std::move(wake)); };
    EXPECT_TRUE(graph.open(executor, sinks).ok());
    EXPECT_TRUE(graph.start(clock.now()).ok());
  }
  ~DecideNodeTest() override { executor.detach(graph); }

  flow::Meaning question() {
    flow::Request request = House::request(Intent::GetState);
    request.question = flow::Question{"state", "is it on", {}};
    flow::Meaning said = house.meaning(request);
    said.head.id = house.fold(said);
    return said;
  }
  void answer(flow::MessageId meaning, std::string source, bool absent) {
    flow::Answer answer;
    answer.meaning = meaning;
    answer.source = std::move(source);
    answer.absent = absent;
    answer.words = phrase("respond.hello");
    answer.head.id = house.fold(answer);
    graph.deliver(answer, clock.now());
  }
  void pass(Duration time) {
    clock.advance(time);
    house.now = clock.now();
    executor.fire_wakes();
    for (const graph::Wake& wake : std::exchange(wakes, {})) {
      EXPECT_TRUE(graph.deliver_wake(wake.node, wake.key, wake.due, clock.now()).ok());
    }
  }

  House house;
  SimulatedClock clock{house.now};
  graph::InlineExecutor executor{clock};
  DecideNode node{house.memory, house.waiting, house.settings};
  graph::Graph graph;
  std::vector<Plan> plans;
  std::vector<graph::Wake> wakes;
};

TEST_F(DecideNodeTest, ACommandIsSettledAtOnce) {
  flow::Meaning said = house.meaning(House::request(Intent::TurnOn, {House::kDesk}));
  said.head.id = house.fold(said);
  graph.deliver(said, clock.now());
  ASSERT_THAT(plans, SizeIs(1));
  EXPECT_EQ(plans[0].settles, said.head.id);
  answer(said.head.id, "answer.facts", true);  // too late, and no business of theirs
  pass(std::chrono::seconds(5));
  EXPECT_THAT(plans, SizeIs(1));
}

TEST_F(DecideNodeTest, AQuestionWaitsForEveryAnswer) {
  const flow::Meaning said = question();
  graph.deliver(said, clock.now());
  answer(said.head.id, "answer.facts", false);
  EXPECT_THAT(plans, SizeIs(0));
  answer(said.head.id, "answer.why", true);
  ASSERT_THAT(plans, SizeIs(1));
  EXPECT_EQ(plans[0].verdict, Plan::Do);
  EXPECT_FALSE(executor.next_wake());
}

TEST_F(DecideNodeTest, AnswersMayComeBeforeTheirQuestion) {
  const flow::Meaning said = question();
  answer(said.head.id, "answer.facts", true);
  answer(said.head.id, "answer.why", true);
  ASSERT_THAT(plans, SizeIs(1));
  EXPECT_THAT(House::said(plans[0]), ElementsAre("answer.unknown"));
  graph.deliver(said, clock.now());
  EXPECT_THAT(plans, SizeIs(1)) << "it has its plan";
}

TEST_F(DecideNodeTest, WhatWaitsIsFoldedAndSavedNotKeptByTheNode) {
  const flow::Meaning said = question();
  graph.deliver(said, clock.now());
  answer(said.head.id, "answer.facts", false);
  const std::string saved = house.waiting.save();
  ASSERT_TRUE(house.waiting.restore(WaitingMeanings().save()));
  answer(said.head.id, "answer.why", true);
  EXPECT_THAT(plans, SizeIs(0)) << "nobody else knows of it";
  ASSERT_TRUE(house.waiting.restore(saved));
  answer(said.head.id, "answer.why", true);
  ASSERT_THAT(plans, SizeIs(1));
  EXPECT_THAT(House::said(plans[0]), ElementsAre("respond.hello"));
  EXPECT_EQ(house.waiting.find(said.head.id), nullptr);
}

TEST_F(DecideNodeTest, WhatIsMissingAtTheDeadlineIsNotWaitedFor) {
  const flow::Meaning said = question();
  graph.deliver(said, clock.now());
  answer(said.head.id, "answer.why", false);
  pass(std::chrono::seconds(1));
  EXPECT_THAT(plans, SizeIs(0));
  pass(std::chrono::seconds(1));
  ASSERT_THAT(plans, SizeIs(1));
  EXPECT_THAT(House::said(plans[0]), ElementsAre("respond.hello"));
  answer(said.head.id, "answer.facts", false);
  EXPECT_THAT(plans, SizeIs(1));
}

TEST_F(DecideNodeTest, AQuestionThatAStopLeftBehindIsSettledAtTheStart) {
  const flow::Meaning said = question();
  graph.deliver(said, clock.now());
  EXPECT_TRUE(graph.start(clock.now()).ok());
  ASSERT_THAT(plans, SizeIs(1));
  EXPECT_EQ(plans[0].settles, said.head.id);
  EXPECT_EQ(plans[0].verdict, Plan::Decline);
  EXPECT_TRUE(graph.start(clock.now()).ok());
  EXPECT_THAT(plans, SizeIs(1));
}

TEST_F(DecideNodeTest, WhatTheLaneCouldNotUnderstandIsSaidSoOnceAndWhereItWasSaid) {
  flow::Utterance utterance;
  utterance.text = "turn on the lamp";
  utterance.heard = house.here;
  const flow::MessageId heard = house.fold(utterance);
  flow::LaneReturn back;
  back.node = "understand";
  back.port = "utterance";
  back.request = heard;
  for (const auto status : {flow::LaneReturn::Done, flow::LaneReturn::Shed}) {
    EXPECT_THAT(plans, SizeIs(0));
    back.status = status;
    back.head.id = house.fold(back);
    graph.deliver(back, clock.now());
  }
  ASSERT_THAT(plans, SizeIs(1));
  EXPECT_EQ(plans[0].verdict, Plan::Decline);
  EXPECT_EQ(plans[0].settles, heard);
  EXPECT_EQ(plans[0].reply, house.here);
  EXPECT_THAT(House::said(plans[0]), ElementsAre("failed.understanding"));
  EXPECT_THAT(plans[0].head.from, ElementsAre(heard, back.head.id));
  graph.deliver(back, clock.now());
  EXPECT_THAT(plans, SizeIs(1)) << "exactly one plan an utterance";
}

TEST_F(DecideNodeTest, OtherLanesAndUnderstoodUtterancesNeedNoApology) {
  flow::Utterance utterance;
  utterance.heard = house.here;
  const flow::MessageId heard = house.fold(utterance);
  flow::LaneReturn back;
  back.status = flow::LaneReturn::Failed;
  back.request = heard;
  back.node = "answer.why";
  graph.deliver(back, clock.now());
  flow::Meaning said = house.meaning(House::request(Intent::TurnOn, {House::kDesk}));
  said.head.from = {heard};
  house.fold(said);
  back.node = "understand";
  graph.deliver(back, clock.now());
  back.request = flow::MessageId{999};
  graph.deliver(back, clock.now());
  EXPECT_THAT(plans, SizeIs(0));
}

TEST_F(DecideNodeTest, WhatWasDeferredInQuietHoursIsOfferedAfterwards) {
  flow::Lesson quiet;
  quiet.kind = flow::Lesson::Setting;
  quiet.stage = flow::Lesson::Active;
  quiet.body = R"({"name":"quiet_hours","value":{"from":"22:00","to":"23:00"}})";
  house.fold(quiet);
  flow::Proposal proposal;
  proposal.episode = "lock.front";
  proposal.to = house.here;
  proposal.steps = {flow::Set{home::EntityId{House::kFront}, home::Capability::Lock, true, 0}};
  proposal.head.id = house.fold(proposal);
  graph.deliver(proposal, clock.now());  // 22:13 UTC
  ASSERT_THAT(plans, SizeIs(1));
  EXPECT_EQ(plans[0].verdict, Plan::Defer);
  pass(std::chrono::minutes(46));
  EXPECT_THAT(plans, SizeIs(1));
  pass(std::chrono::minutes(1));
  ASSERT_THAT(plans, SizeIs(2));
  EXPECT_EQ(plans[1].verdict, Plan::Offer);
  EXPECT_EQ(plans[1].settles, proposal.head.id);
}

TEST_F(DecideNodeTest, AStartSettlesEveryMeaningThatAStopLeft) {
  const flow::Meaning first = question();
  Plan told;  // a ring in the same conversation
  told.reply = house.here;
  told.unasked = true;
  house.fold(told);
  const flow::Meaning second = question();
  house.fold(flow::Started{});
  ASSERT_TRUE(graph.start(clock.now()).ok());
  ASSERT_THAT(plans, SizeIs(2));
  EXPECT_EQ(plans[0].settles, first.head.id);
  EXPECT_EQ(plans[1].settles, second.head.id);
  EXPECT_THAT(House::said(plans[0]), ElementsAre("decline.stopped"));
  ASSERT_TRUE(graph.start(clock.now()).ok());
  EXPECT_THAT(plans, SizeIs(2)) << "they have their plans";
}

}  // namespace
}  // namespace hearth::decide
