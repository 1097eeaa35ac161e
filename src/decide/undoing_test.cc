// "Undo" and "no, I meant …".
#include <gmock/gmock.h>

#include "decide/test_house.h"

namespace hearth::decide {
namespace {

using flow::Intent;
using flow::Plan;
using home::Capability;
using home::Value;
using testing::ElementsAre;
using testing::SizeIs;
using House = TestHouse;

class UndoingTest : public testing::Test {
 protected:
  House house;
};

TEST_F(UndoingTest, UndoRestoresWhatWasBeforeUnlessSomebodyTouchedIt) {
  house.observe(House::kDesk, Capability::OnOff, false);
  house.observe(House::kCeiling, Capability::OnOff, false);
  const Plan done = house.say(House::request(Intent::TurnOn, {House::kDesk, House::kCeiling}));
  house.carry_out(done);
  house.observe(House::kCeiling, Capability::OnOff, false);
  const Plan undone = house.say(House::request(Intent::Undo));
  ASSERT_EQ(undone.verdict, Plan::Do);
  EXPECT_EQ(undone.undoes, done.head.id);
  ASSERT_THAT(House::sets(undone), SizeIs(1));
  EXPECT_EQ(House::sets(undone)[0], (flow::Set{home::EntityId{House::kDesk}, Capability::OnOff, false, 0}));
  EXPECT_THAT(House::said(undone), ElementsAre("done.turned_off", "undo.touched"));
  house.carry_out(undone);
  EXPECT_THAT(House::said(house.say(House::request(Intent::Undo))), ElementsAre("undo.nothing"));
}

TEST_F(UndoingTest, UndoingALockAsksFirst) {
  house.observe(House::kFront, Capability::Lock, false);
  const Plan locked = house.say(House::request(Intent::Lock, {House::kFront}));
  house.carry_out(locked);
  const Plan asked = house.say(House::request(Intent::Undo));
  ASSERT_EQ(asked.verdict, Plan::AskBack);
  EXPECT_FALSE(asked.undoes);
  const Plan done = house.say(House::request(Intent::Confirm));
  EXPECT_EQ(done.verdict, Plan::Do);
  EXPECT_EQ(done.undoes, locked.head.id);
  EXPECT_EQ(House::sets(done).at(0).to, Value(false));
}

TEST_F(UndoingTest, ACorrectionTakesBackWhatIsNotSetAnew) {
  house.observe(House::kDesk, Capability::OnOff, false);
  house.observe(House::kCeiling, Capability::OnOff, false);
  const Plan wrong = house.say(House::request(Intent::TurnOn, {House::kDesk}));
  house.carry_out(wrong);
  flow::Request instead = House::request(Intent::Undo);
  instead.slots = {House::number("instead", static_cast<double>(wrong.settles.value))};
  flow::Meaning meant = house.meaning(instead);
  meant.readings[0].requests.push_back(House::request(Intent::TurnOn, {House::kCeiling}));
  const Plan right = house.say(meant);
  EXPECT_EQ(right.verdict, Plan::Do);
  EXPECT_EQ(right.undoes, wrong.head.id);
  ASSERT_THAT(House::sets(right), SizeIs(2));
  EXPECT_EQ(House::sets(right)[0], (flow::Set{home::EntityId{House::kDesk}, Capability::OnOff, false, 0}));
  EXPECT_EQ(House::sets(right)[1], (flow::Set{home::EntityId{House::kCeiling}, Capability::OnOff, true, 0}));
  house.carry_out(right);
  EXPECT_EQ(house.say(House::request(Intent::Undo)).undoes, right.head.id) << "a correction may be taken back";
}

TEST_F(UndoingTest, ACorrectionUnlocksNothing) {
  house.observe(House::kFront, Capability::Lock, false);
  house.observe(House::kDesk, Capability::OnOff, false);
  const Plan locked = house.say(House::request(Intent::Lock, {House::kFront}));
  house.carry_out(locked);
  flow::Request instead = House::request(Intent::Undo);
  instead.slots = {House::number("instead", static_cast<double>(locked.settles.value))};
  flow::Meaning meant = house.meaning(instead);
  meant.readings[0].requests.push_back(House::request(Intent::TurnOn, {House::kDesk}));
  const Plan plan = house.say(meant);
  ASSERT_THAT(House::sets(plan), SizeIs(1));
  EXPECT_EQ(House::sets(plan)[0].entity, home::EntityId{House::kDesk});
}

TEST_F(UndoingTest, ACorrectionOfWhatWasDeclinedTakesBackNothing) {
  house.observe(House::kDesk, Capability::OnOff, false);
  house.observe(House::kCeiling, Capability::OnOff, false);
  house.carry_out(house.say(House::request(Intent::TurnOn, {House::kDesk})));
  const Plan declined = house.say(House::request(Intent::Lock, {House::kDesk}));
  ASSERT_EQ(declined.verdict, Plan::Decline);
  flow::Request instead = House::request(Intent::Undo);
  instead.slots = {House::number("instead", static_cast<double>(declined.settles.value))};
  flow::Meaning meant = house.meaning(instead);
  meant.readings[0].requests.push_back(House::request(Intent::TurnOn, {House::kCeiling}));
  const Plan plan = house.say(meant);
  EXPECT_FALSE(plan.undoes);
  ASSERT_THAT(House::sets(plan), SizeIs(1));
  EXPECT_EQ(House::sets(plan)[0].entity, home::EntityId{House::kCeiling});
}

}  // namespace
}  // namespace hearth::decide
