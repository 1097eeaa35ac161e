#include "act/promises/alarm_clock.h"

#include <gtest/gtest.h>

#include "calendar/zone.h"

namespace hearth::act {
namespace {

using flow::Promise;

const calendar::Zone& berlin() {
  static const calendar::Zone zone = calendar::Zone::find("Europe/Berlin").value_or({});
  return zone;
}
Time at(int month, int day, int hour, int minute = 0) { return berlin().to_utc({2026, month, day, hour, minute, 0}); }

memory::Promised promised(Promise::Kind kind, Time due, std::string rule = {}) {
  memory::Promised one;
  one.id = flow::MessageId{7};
  one.promise.kind = kind;
  one.promise.due = one.first = due;
  one.promise.recurrence = std::move(rule);
  one.promise.zone = "Europe/Berlin";
  return one;
}

class AlarmClock : public testing::Test {
 protected:
  std::vector<flow::Proposal> rung(const memory::Promised& one, Time now) { return ring(one, present, now); }
  memory::Present present;
};

TEST_F(AlarmClock, ADailyAlarmKeepsItsHourOverDaylightSaving) {
  const auto alarm = promised(Promise::Alarm, at(3, 28, 6, 30), "FREQ=DAILY");
  EXPECT_EQ(rung(alarm, at(3, 28, 6, 30)).front().next, at(3, 29, 6, 30));
  EXPECT_EQ(rung(alarm, at(10, 24, 6, 30)).front().next, at(10, 25, 6, 30));
}

TEST_F(AlarmClock, AClockSetBackBringsItSooner) {
  const auto alarm = promised(Promise::Alarm, at(3, 28, 6, 30), "FREQ=DAILY");
  EXPECT_EQ(next_ring(alarm, at(3, 27, 12)), at(3, 28, 6, 30));
  memory::Promised later = alarm;
  later.promise.due = at(4, 9, 6, 30);  // the clock was twelve days ahead
  EXPECT_EQ(next_ring(later, at(3, 28, 12)), at(3, 29, 6, 30));
}

TEST_F(AlarmClock, AClockSetBackBeforeThePromiseWasMadeKeepsTheRule) {
  auto daily = promised(Promise::Alarm, at(3, 28, 6, 30), "FREQ=DAILY");
  daily.begun = at(3, 27, 22);
  EXPECT_EQ(next_ring(daily, at(3, 20, 12)), at(3, 21, 6, 30));
  auto tuesdays = promised(Promise::Alarm, at(3, 31, 7), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
  tuesdays.begun = at(3, 27, 22);
  EXPECT_EQ(next_ring(tuesdays, at(3, 10, 12)), at(3, 17, 7)) << "two weeks before its start, not one";
  auto fifth_days = promised(Promise::Alarm, at(3, 31, 7), "FREQ=DAILY;INTERVAL=5");
  fifth_days.begun = at(3, 27, 22);
  EXPECT_EQ(next_ring(fifth_days, at(3, 10, 12)), at(3, 11, 7));
  auto monthly = promised(Promise::Alarm, at(3, 31, 7), "FREQ=MONTHLY");
  monthly.begun = at(3, 27, 22);
  EXPECT_EQ(next_ring(monthly, at(1, 10, 12)), at(1, 31, 7));
  auto thrice = promised(Promise::Alarm, at(3, 28, 6, 30), "FREQ=DAILY;COUNT=3");
  thrice.begun = at(3, 27, 22);
  EXPECT_EQ(next_ring(thrice, at(3, 20, 12)), at(3, 28, 6, 30)) << "what is counted is not begun anew";
}

TEST_F(AlarmClock, WhatCameDueStaysDue) {
  const auto alarm = promised(Promise::Alarm, at(3, 2, 6, 30), "FREQ=DAILY");
  EXPECT_EQ(next_ring(alarm, at(3, 5, 12)), at(3, 2, 6, 30));
  EXPECT_EQ(rung(alarm, at(3, 5, 12)).front().next, at(3, 6, 6, 30));
}

TEST_F(AlarmClock, AnAlarmRingsUntilItGivesUp) {
  auto alarm = promised(Promise::Alarm, at(3, 2, 6, 30));
  EXPECT_EQ(rung(alarm, at(3, 2, 6, 30)).front().again, at(3, 2, 6, 31));
  EXPECT_EQ(rung(alarm, at(3, 2, 6, 30)).front().next, kNever);
  alarm.rings = 9;
  EXPECT_EQ(rung(alarm, at(3, 2, 6, 39)).front().again, kNever);
  alarm.rings = 0;
  EXPECT_EQ(rung(alarm, at(3, 2, 9)).front().again, kNever) << "too late to wake anybody";
}

TEST_F(AlarmClock, ACommandThatWasPutOffIsHandedOnAsItIs) {
  auto errand = promised(Promise::Errand, at(3, 2, 19));
  errand.promise.requests.push_back({.intent = flow::Intent::TurnOn});
  const auto proposals = rung(errand, at(3, 2, 19));
  ASSERT_EQ(proposals.size(), 1U);
  ASSERT_EQ(proposals[0].steps.size(), 1U);
  EXPECT_EQ(std::get<Promise>(proposals[0].steps[0]).requests, errand.promise.requests);
  EXPECT_EQ(proposals[0].again, kNever);
}

TEST_F(AlarmClock, APausedTimerAndWhatWaitsForAnEventDoNotRing) {
  auto timer = promised(Promise::Timer, at(3, 2, 19));
  EXPECT_TRUE(rings(timer));
  timer.paused = true;
  EXPECT_FALSE(rings(timer));
  EXPECT_FALSE(rings(promised(Promise::Reminder, kNever)));
  EXPECT_FALSE(rings(promised(Promise::Item, {})));
}

}  // namespace
}  // namespace hearth::act
