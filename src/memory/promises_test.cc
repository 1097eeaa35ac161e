// What becomes of promises: begun, changed, rung, told, taken back.
#include "memory/test_memory.h"

namespace hearth::memory {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class PromisesTest : public MemoryTest {};

TEST_F(PromisesTest, APromiseHoldsFromDoneOn) {
  Promise timer;
  timer.due = now + 5min;
  const MessageId id = plan({}, kStudy, {flow::Say{}, timer});
  EXPECT_THAT(promised(), IsEmpty());
  outcome(id, 1, Outcome::Failed);
  EXPECT_THAT(promised(), IsEmpty());
  outcome(id, 1, Outcome::Done);
  ASSERT_NE(memory.promises.find(id, 1), nullptr);
  EXPECT_EQ(memory.promises.find(id, 1)->promise.due, now + 5min);
  EXPECT_EQ(memory.promises.find(id, 1)->where, kStudy);
  EXPECT_EQ(memory.promises.find(id, 0), nullptr);
}

TEST_F(PromisesTest, TimersPauseResumeExtendAndCancel) {
  const MessageId timer = promise(Promise::Begin, {}, 300);
  const MessageId other = promise(Promise::Begin, {}, 900);
  now += 100s;
  promise(Promise::Pause, timer);
  EXPECT_TRUE(promised()[0].paused);
  EXPECT_DOUBLE_EQ(promised()[0].remaining_s, 200);
  promise(Promise::Extend, timer, 60);
  now += 1h;
  promise(Promise::Pause, timer);
  EXPECT_DOUBLE_EQ(promised()[0].remaining_s, 260) << "paused twice is paused once";
  promise(Promise::Resume, timer);
  EXPECT_EQ(promised()[0].promise.due, now + 260s);
  promise(Promise::Extend, timer, -60);
  EXPECT_EQ(promised()[0].promise.due, now + 200s);
  promise(Promise::Cancel, timer);
  ASSERT_THAT(promised(), SizeIs(1));
  EXPECT_EQ(promised()[0].id, other);
}

TEST_F(PromisesTest, APromiseThatIsRefusedAfterAllIsTakenBackAndWhatItChangedHoldsAgain) {
  const MessageId timer = promise(Promise::Begin, {}, 300);
  const Time due = promised()[0].promise.due;
  outcome(promise(Promise::Begin, {}, 60), 0, Outcome::Refused);
  ASSERT_THAT(promised(), SizeIs(1)) << "the new one was never made";
  const MessageId other = promise(Promise::Begin, {}, 900);
  outcome(promise(Promise::Extend, timer, 60), 0, Outcome::Refused);
  EXPECT_EQ(promised()[0].promise.due, due);
  outcome(promise(Promise::Pause, timer), 0, Outcome::Failed);
  EXPECT_FALSE(promised()[0].paused);
  const MessageId cancel = promise(Promise::Cancel, timer);
  ASSERT_THAT(promised(), SizeIs(1));
  flow::ClockStep step;
  step.by_s = 3600;
  fold(step);
  outcome(cancel, 0, Outcome::Refused);
  ASSERT_THAT(promised(), SizeIs(2));
  EXPECT_EQ(promised()[0].id, timer) << "where it was";
  EXPECT_EQ(promised()[0].promise.due, due + 1h);
  EXPECT_EQ(promised()[1].id, other);
  outcome(cancel, 0, Outcome::Refused);
  EXPECT_THAT(promised(), SizeIs(2)) << "once";
}

TEST_F(PromisesTest, WhatHasRungIsDroppedUnlessItRecurs) {
  const MessageId timer = promise(Promise::Begin, {}, 60);
  Promise alarm;
  alarm.kind = Promise::Alarm;
  alarm.recurrence = "FREQ=DAILY";
  const MessageId daily = plan({}, kStudy, {alarm});
  outcome(daily, 0, Outcome::Done);
  for (const MessageId id : {timer, daily}) {
    flow::Proposal ring;
    ring.kind = flow::Proposal::Ring;
    ring.episode = "promise." + std::to_string(id.value) + ".0";
    if (id == daily) ring.next = now + 24h;
    fold(ring);
  }
  ASSERT_THAT(promised(), SizeIs(1));
  EXPECT_EQ(promised()[0].id, daily);
  EXPECT_EQ(promised()[0].promise.due, now + 24h);
  EXPECT_FALSE(promised()[0].rung);
}

TEST_F(PromisesTest, AnAlarmRingsAgainUntilItIsStopped) {
  const MessageId alarm = promise(Promise::Begin, {}, 0, Promise::Alarm);
  flow::Proposal ring;
  ring.kind = flow::Proposal::Ring;
  ring.episode = "promise." + std::to_string(alarm.value) + ".0";
  ring.again = now + 1min;
  fold(ring);
  ASSERT_THAT(promised(), SizeIs(1));
  EXPECT_TRUE(promised()[0].rung);
  EXPECT_EQ(promised()[0].again, now + 1min);
  flow::ClockStep step;
  step.by_s = 3600;
  fold(step);
  EXPECT_EQ(promised()[0].again, now + 1h + 1min) << "a minute is a minute";
  promise(Promise::Stop, alarm, 0, Promise::Alarm);
  EXPECT_THAT(promised(), SizeIs(0));
}

TEST_F(PromisesTest, WhoeverSpeaksWhereAReminderWasToldHasHeardIt) {
  const MessageId reminder = promise(Promise::Begin, {}, 0, Promise::Reminder);
  flow::Meaning said;
  said.heard = kStudy;
  fold(said);
  EXPECT_THAT(promised(), SizeIs(1)) << "it was not told yet";
  flow::Proposal ring;
  ring.kind = flow::Proposal::Ring;
  ring.episode = "promise." + std::to_string(reminder.value) + ".0";
  ring.again = now + 5min;
  fold(ring);
  fold(said);
  EXPECT_THAT(promised(), SizeIs(0));
}

TEST_F(PromisesTest, AReminderToldElsewhereIsHeardThere) {
  Promise feeds;
  feeds.kind = Promise::Reminder;
  feeds.due = now;
  feeds.to = flow::PersonId{2};
  const MessageId reminder = plan({}, kStudy, {feeds});
  outcome(reminder, 0, Outcome::Done);
  flow::Proposal ring;
  ring.kind = flow::Proposal::Ring;
  ring.episode = "promise." + std::to_string(reminder.value) + ".0";
  ring.again = now + 5min;
  ring.to = kHall;
  fold(ring);
  flow::Meaning said;
  said.heard = kStudy;
  fold(said);
  ASSERT_THAT(promised(), SizeIs(1)) << "it was asked for there, and told in the hall";
  EXPECT_EQ(promised()[0].told, kHall);
  said.heard = kHall;
  fold(said);
  EXPECT_THAT(promised(), SizeIs(0));
}

TEST_F(PromisesTest, ATriggerIsArmedByWhatItIsNot) {
  Promise waits;
  waits.kind = Promise::Reminder;
  waits.due = kNever;
  waits.trigger = flow::Trigger{{4}, home::Capability::OnOff, flow::Trigger::Is, false, false};
  outcome(plan({}, kStudy, {waits}), 0, Outcome::Done);
  flow::Observation seen;
  seen.entity = {4};
  seen.capability = home::Capability::OnOff;
  seen.value = false;
  fold(seen);
  EXPECT_FALSE(promised()[0].promise.trigger->armed);
  seen.value = true;
  fold(seen);
  EXPECT_TRUE(promised()[0].promise.trigger->armed);
}

TEST_F(PromisesTest, TimersMoveWithTheWallClockAlarmsDoNot) {
  promise(Promise::Begin, {}, 60);
  Promise alarm;
  alarm.kind = Promise::Alarm;
  alarm.due = promised()[0].promise.due;
  outcome(plan({}, kStudy, {alarm}), 0, Outcome::Done);
  const Time due = promised()[0].promise.due;
  flow::ClockStep step;
  step.by_s = 3600;
  fold(step);
  EXPECT_EQ(promised()[0].promise.due, due + 1h);
  EXPECT_EQ(promised()[1].promise.due, due);
}

}  // namespace
}  // namespace hearth::memory
