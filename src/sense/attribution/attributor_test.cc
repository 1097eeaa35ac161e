#include "sense/attribution/attributor.h"

#include <gmock/gmock.h>

#include "sense/attribution/test_house.h"

namespace hearth::sense {
namespace {

using flow::Actuation;
using testing::AllOf;
using testing::ElementsAre;
using testing::Field;
using testing::Optional;

constexpr auto kLamp = TestHouse::kLamp;
constexpr auto kSpot = TestHouse::kSpot;
constexpr auto kPlug = TestHouse::kPlug;

testing::Matcher<std::optional<Actuation>> by(Actuation::By who, const std::string& reason) {
  using flow::Because, flow::Header, flow::Phrase;
  return Optional(AllOf(
      Field("by", &Actuation::by, who), Field("confidence", &Actuation::confidence, testing::Gt(0.0f)),
      Field("head", &Actuation::head,
            Field("because", &Header::because,
                  ElementsAre(Field("what", &Because::what, Field("key", &Phrase::key, "attribution." + reason)))))));
}

class Attribution : public testing::Test {
 protected:
  Attribution() {
    house.report(kLamp, Capability::OnOff, false);
    house.report(kLamp, Capability::Brightness, 10.0);
    house.report(kSpot, Capability::OnOff, false);
    house.report(kPlug, Capability::OnOff, false);
    house.at(100);
  }
  TestHouse house;
};

TEST_F(Attribution, AnEchoIsHearthsOwnWithThePlanAsEvidence) {
  const MessageId command = house.command(42, kLamp, Capability::OnOff, true);
  house.at(100.4);
  const auto found = house.report(kLamp, Capability::OnOff, true);
  ASSERT_THAT(found, by(Actuation::Hearth, "echo"));
  EXPECT_EQ(found->before, Value(false));
  EXPECT_EQ(found->after, Value(true));
  EXPECT_GT(found->confidence, 0.9f);
  ASSERT_EQ(found->head.from.size(), 2U);
  EXPECT_EQ(found->head.from[1], command);
  const auto& evidence = found->head.because[0].evidence;
  ASSERT_EQ(evidence.size(), 3U);
  EXPECT_EQ(evidence[0].id, found->head.from[0].value);
  EXPECT_EQ(evidence[0].quote, "off -> on");
  EXPECT_EQ(evidence[1].id, command.value);
  EXPECT_EQ(evidence[2].id, 42U);
}

TEST_F(Attribution, ARoundedEchoIsAnEcho) {
  house.command(42, kLamp, Capability::Brightness, 40.0);
  EXPECT_THAT(house.report(kLamp, Capability::Brightness, 39.6), by(Actuation::Hearth, "echo"));
}

TEST_F(Attribution, WithoutAnyCommandAChangeIsMadeByHand) {
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, TheSameValueAgainIsNoActuation) {
  EXPECT_EQ(house.report(kLamp, Capability::OnOff, false), std::nullopt);
  EXPECT_EQ(house.report(kLamp, Capability::Brightness, 10.5), std::nullopt);
  house.command(42, kLamp, Capability::OnOff, true);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::Hearth, "echo"));
  EXPECT_EQ(house.report(kLamp, Capability::OnOff, true), std::nullopt);  // the second door tells it too
}

TEST_F(Attribution, ASlowDriftIsNoticedInTheEnd) {
  EXPECT_EQ(house.report(kLamp, Capability::Brightness, 11.0), std::nullopt);
  EXPECT_NE(house.report(kLamp, Capability::Brightness, 12.0), std::nullopt);
}

TEST_F(Attribution, TheFirstReportOfAllChangesNothingUnlessItWasAskedFor) {
  EXPECT_EQ(house.report(kSpot, Capability::Brightness, 80.0), std::nullopt);
  TestHouse fresh;
  fresh.command(42, kSpot, Capability::Brightness, 80.0);
  EXPECT_THAT(fresh.report(kSpot, Capability::Brightness, 80.0), by(Actuation::Hearth, "echo"));
}

TEST_F(Attribution, RetainedReportsNeverCount) {
  EXPECT_EQ(house.report(kLamp, Capability::OnOff, true, "", true), std::nullopt);
  EXPECT_EQ(house.report(kLamp, Capability::OnOff, true), std::nullopt);  // but they tell what holds
  house.command(42, kLamp, Capability::OnOff, false);
  EXPECT_EQ(house.report(kLamp, Capability::OnOff, false, "", true), std::nullopt);
}

TEST_F(Attribution, SensorsAndWhatCannotBeSetAreNoActuations) {
  house.report(TestHouse::kMotion, Capability::Motion, false);
  EXPECT_EQ(house.report(TestHouse::kMotion, Capability::Motion, true), std::nullopt);
  house.report(kPlug, Capability::Level, 3.0);
  EXPECT_EQ(house.report(kPlug, Capability::Level, 9.0), std::nullopt);  // sensed there, not settable
  EXPECT_EQ(house.report(kLamp, Capability::OnOff, Value()), std::nullopt);
  EXPECT_EQ(house.report({}, Capability::OnOff, true), std::nullopt);
  EXPECT_EQ(house.report({99}, Capability::OnOff, true), std::nullopt);
}

TEST_F(Attribution, ALateEchoIsProbablyOurs) {
  house.command(42, kLamp, Capability::OnOff, true);
  house.at(130);
  const auto late = house.report(kLamp, Capability::OnOff, true);
  EXPECT_THAT(late, by(Actuation::Hearth, "late_echo"));
  EXPECT_LT(late->confidence, 0.7f);
}

TEST_F(Attribution, AfterTheLateWindowItIsNoEchoAnyMore) {
  house.command(42, kLamp, Capability::OnOff, true);
  house.at(171);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, ASlowTransitionIsOursAllTheWay) {
  house.command(42, kLamp, Capability::Brightness, 100.0, 30);
  house.at(110);
  EXPECT_THAT(house.report(kLamp, Capability::Brightness, 40.0), by(Actuation::Hearth, "on_the_way"));
  house.at(120);
  EXPECT_THAT(house.report(kLamp, Capability::Brightness, 70.0), by(Actuation::Hearth, "on_the_way"));
  house.at(132);
  EXPECT_THAT(house.report(kLamp, Capability::Brightness, 100.0), by(Actuation::Hearth, "echo"));
}

TEST_F(Attribution, AReportContraryToTheCommandIsNotGuessedAt) {
  house.command(42, kLamp, Capability::Brightness, 40.0);
  EXPECT_THAT(house.report(kLamp, Capability::Brightness, 90.0), by(Actuation::Unknown, "contrary"));
  EXPECT_THAT(house.report(kLamp, Capability::Brightness, 40.0), by(Actuation::Hearth, "echo"));
}

TEST_F(Attribution, JumpingStraightBackIsABounceAndLaterItIsAHand) {
  house.command(42, kLamp, Capability::OnOff, true);
  house.report(kLamp, Capability::OnOff, true);
  house.at(101);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, false), by(Actuation::Unknown, "bounce"));
  house.at(104);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::ByHand, "by_hand"));  // answered already
}

TEST_F(Attribution, OfTwoPlansAtOnceTheValueTellsWhich) {
  const MessageId one = house.command(42, kLamp, Capability::Brightness, 40.0);
  house.at(100.1);
  const MessageId two = house.command(43, kLamp, Capability::Brightness, 80.0);
  house.at(100.3);
  const auto second = house.report(kLamp, Capability::Brightness, 80.0);
  ASSERT_THAT(second, by(Actuation::Hearth, "echo"));
  EXPECT_EQ(second->head.from[1], two);
  const auto first = house.report(kLamp, Capability::Brightness, 40.0);
  ASSERT_THAT(first, by(Actuation::Hearth, "echo"));
  EXPECT_EQ(first->head.from[1], one);
}

TEST_F(Attribution, AnOlderCommandThatTheDevicePassedByIsSpent) {
  house.command(42, kLamp, Capability::Brightness, 40.0);
  house.at(104);
  house.command(43, kLamp, Capability::Brightness, 80.0);
  house.report(kLamp, Capability::Brightness, 80.0);
  house.at(109);
  EXPECT_THAT(house.report(kLamp, Capability::Brightness, 40.0), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, OtherCapabilitiesFollowACommand) {
  house.command(42, kLamp, Capability::Brightness, 60.0);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::Hearth, "follows"));
  EXPECT_THAT(house.report(kLamp, Capability::Brightness, 60.0), by(Actuation::Hearth, "echo"));
  EXPECT_THAT(house.report(kSpot, Capability::OnOff, true), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, ASceneThatHearthActivatedMovesOthers) {
  house.command(42, TestHouse::kScene, Capability::Scene, true);
  house.at(101);
  EXPECT_THAT(house.report(kSpot, Capability::OnOff, true), by(Actuation::Hearth, "from_scene"));
}

TEST_F(Attribution, HintsOfTheProtocolCountMost) {
  const auto person = house.report(kLamp, Capability::OnOff, true, "user:anna");
  ASSERT_THAT(person, by(Actuation::Person, "person_said_so"));
  EXPECT_EQ(person->person, home::PersonId{1});
  const auto stranger = house.report(kLamp, Capability::OnOff, false, "user:4f1c");
  ASSERT_THAT(stranger, by(Actuation::Person, "person_said_so"));
  EXPECT_EQ(stranger->person, std::nullopt);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true, "automation:dusk"),
              by(Actuation::OtherAutomation, "automation_said_so"));
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, false, "device:button"), by(Actuation::ByHand, "device_said_so"));
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true, "hearth:1"), by(Actuation::Hearth, "hearth_said_so"));
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, false, "01HX:unknown"), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, ARuleOfAnotherThatDidTheSameIsNotOurs) {
  house.command(42, kLamp, Capability::OnOff, true);
  const auto found = house.report(kLamp, Capability::OnOff, true, "automation:dusk");
  ASSERT_THAT(found, by(Actuation::OtherAutomation, "automation_said_so"));
  EXPECT_LT(found->confidence, 0.9f);
}

TEST_F(Attribution, HearthsOwnCommandThroughAUsersAccountIsHearths) {
  house.command(42, kLamp, Capability::OnOff, true);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true, "user:4f1c"), by(Actuation::Hearth, "echo"));
}

TEST_F(Attribution, ManyAtOnceAreNoHands) {
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::ByHand, "by_hand"));
  house.at(100.2);
  EXPECT_THAT(house.report(kSpot, Capability::OnOff, true), by(Actuation::ByHand, "by_hand"));
  house.at(100.4);
  EXPECT_THAT(house.report(kPlug, Capability::OnOff, true), by(Actuation::OtherAutomation, "together"));
  house.at(110);
  EXPECT_THAT(house.report(kPlug, Capability::OnOff, false), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, APowerCutIsNobodysWish) {
  house.report(kLamp, Capability::Available, false);
  house.at(200);
  house.report(kLamp, Capability::Available, true);
  house.at(201);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::Unknown, "came_back"));
  house.at(230);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, false), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, WhatAHouseFindsAtItsStartIsNobodysDoing) {
  house.at(200);
  house.fold(flow::Started{});
  house.at(201);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::Unknown, "while_off"));
  EXPECT_THAT(house.report(kSpot, Capability::OnOff, true), by(Actuation::Unknown, "while_off"));
  EXPECT_THAT(house.report(kPlug, Capability::OnOff, true), by(Actuation::Unknown, "while_off"));
  house.at(210);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, false), by(Actuation::ByHand, "by_hand"));  // not its first word
  house.at(300);
  EXPECT_THAT(house.report(kSpot, Capability::Brightness, 50.0), std::nullopt);
  house.at(310);
  EXPECT_THAT(house.report(kSpot, Capability::OnOff, false), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, LongAfterAStartAFirstReportIsAHandLikeAnyOther) {
  house.at(200);
  house.fold(flow::Started{});
  house.at(290);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, AskingForWhatHoldsAlreadyExplainsNothing) {
  house.command(42, kLamp, Capability::OnOff, false);
  house.at(105);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::ByHand, "by_hand"));
}

TEST_F(Attribution, AStepOfTheWallClockLosesNoEcho) {
  house.command(42, kLamp, Capability::OnOff, true);
  house.at(-86'400);
  house.fold(flow::ClockStep{.by_s = -86'500});
  house.at(-86'399);
  EXPECT_THAT(house.report(kLamp, Capability::OnOff, true), by(Actuation::Hearth, "echo"));
}

TEST_F(Attribution, AnUnsureObservationMakesAnUnsureActuation) {
  flow::Observation seen{.entity = kLamp, .capability = Capability::OnOff, .value = true, .confidence = 0.5f};
  const MessageId id = house.fold(seen);
  EXPECT_NEAR(attribute(*house.changes.change(id), house.home)->confidence, 0.325f, 1e-6);
}

TEST(CauseHint, ReadsKnownWordsAlone) {
  EXPECT_EQ(read_hint("user:Anna").kind, CauseHint::Person);
  EXPECT_EQ(read_hint("user:Anna").who, "Anna");
  EXPECT_EQ(read_hint("script:a:b").who, "a:b");
  for (const char* text : {"", "user", ":", "User:Anna", "users:Anna"}) {
    EXPECT_EQ(read_hint(text).kind, CauseHint::None) << text;
  }
}

}  // namespace
}  // namespace hearth::sense
