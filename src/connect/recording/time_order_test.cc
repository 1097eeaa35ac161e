#include "connect/recording/time_order.h"

#include <gmock/gmock.h>

namespace hearth::connect {
namespace {

using testing::ElementsAre;

Time at(int64_t seconds) { return from_microseconds(seconds * 1'000'000); }

class Order : public testing::Test {
 protected:
  TimeOrder::Came push(int64_t seconds, bool moves_on = true) {
    return order.push({.at = at(seconds), .label = std::to_string(seconds)}, moves_on);
  }
  std::vector<std::string> pop() {
    std::vector<std::string> out;
    while (const auto event = order.pop()) {
      const std::string shown = std::to_string(to_microseconds(event->at) / 1'000'000);
      out.push_back(shown == event->label ? shown : event->label + "@" + shown);
    }
    return out;
  }
  TimeOrder order{at(10) - at(0)};
};

TEST_F(Order, WaitsForAWindow) {
  EXPECT_EQ(push(100), TimeOrder::InOrder);
  EXPECT_EQ(push(109), TimeOrder::InOrder);
  EXPECT_THAT(pop(), ElementsAre());
  EXPECT_EQ(push(110), TimeOrder::InOrder);
  EXPECT_THAT(pop(), ElementsAre("100"));
  order.finish();
  EXPECT_THAT(pop(), ElementsAre("109", "110"));
}

TEST_F(Order, SortsWithinTheWindow) {
  push(100);
  push(105);
  EXPECT_EQ(push(103), TimeOrder::Early);
  push(120);
  EXPECT_THAT(pop(), ElementsAre("100", "103", "105"));
}

TEST_F(Order, WhatComesTooLateMovesForwardAndNeverBack) {
  push(100);
  push(200);
  push(300);
  EXPECT_THAT(pop(), ElementsAre("100", "200"));
  EXPECT_EQ(push(50), TimeOrder::Late);
  EXPECT_EQ(push(60), TimeOrder::Late);
  order.finish();
  EXPECT_THAT(pop(), ElementsAre("50@200", "60@200", "300"));
}

TEST_F(Order, EqualTimesKeepTheOrderOfTheFile) {
  order.push({.at = at(5), .label = "first"}, true);
  order.push({.at = at(5), .label = "second"}, true);
  order.finish();
  EXPECT_THAT(pop(), ElementsAre("first@5", "second@5"));
}

TEST_F(Order, AKnownEndDoesNotMoveTheFileOn) {
  push(100);
  EXPECT_EQ(push(5'000, false), TimeOrder::InOrder);
  EXPECT_EQ(push(200), TimeOrder::InOrder);
  EXPECT_THAT(pop(), ElementsAre("100"));
  order.finish();
  EXPECT_THAT(pop(), ElementsAre("200", "5000"));
}

TEST_F(Order, MemoryIsBounded) {
  for (int64_t i = 0; i < 10'000; ++i) push(1'000'000 - i, false);
  size_t out = 0;
  while (order.pop()) ++out;
  EXPECT_EQ(out, 10'000 - TimeOrder::kMostWaiting);
}

}  // namespace
}  // namespace hearth::connect
