#include "connect/desk/reply_desk.h"

#include <gtest/gtest.h>

namespace hearth::connect {
namespace {

/// Keeps what it was answered.
struct Client {
  std::shared_ptr<std::optional<int>> status = std::make_shared<std::optional<int>>();
  std::shared_ptr<bool> gone = std::make_shared<bool>(false);
  net::HttpResponder responder() const {
    return net::HttpResponder([status = status](const net::HttpResponse& response) { *status = response.status; },
                              [gone = gone] { return *gone; });
  }
};

TEST(ReplyDesk, EachIsGivenATicketOfItsOwn) {
  ReplyDesk desk(10, 2);
  const Client first, second;
  EXPECT_EQ(desk.wait(first.responder()).value(), 11U);
  EXPECT_EQ(desk.wait(second.responder()).value(), 12U);
  EXPECT_FALSE(desk.take(10));
  desk.take(12)->answer({.status = 200, .body = {}});
  EXPECT_EQ(*second.status, 200);
  EXPECT_FALSE(desk.take(12));
  EXPECT_FALSE(first.status->has_value());
}

TEST(ReplyDesk, OneTooManyIsRefusedAndThoseBeforeKeepTheirPlaces) {
  ReplyDesk desk(0, 2);
  const Client first, second, third;
  EXPECT_TRUE(desk.wait(first.responder()).ok());
  EXPECT_TRUE(desk.wait(second.responder()).ok());
  const net::HttpResponder late = third.responder();
  const auto refused = desk.wait(late);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refusal_of(refused.error()).status, 429);
  EXPECT_FALSE(first.status->has_value());
  EXPECT_FALSE(second.status->has_value());
}

TEST(ReplyDesk, WhoHasGoneMakesRoom) {
  ReplyDesk desk(0, 2);
  const Client first, second, third;
  EXPECT_TRUE(desk.wait(first.responder()).ok());
  EXPECT_TRUE(desk.wait(second.responder()).ok());
  *first.gone = true;
  EXPECT_EQ(desk.wait(third.responder()).value(), 3U);
  EXPECT_FALSE(desk.take(1));
  EXPECT_TRUE(desk.take(2));
}

}  // namespace
}  // namespace hearth::connect
