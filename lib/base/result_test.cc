#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace hearth {
namespace {

using Boxed = std::unique_ptr<int>;

Result<Boxed> box(int value) {
  if (value < 0) return invalid("expected 0 or more", "value");
  return std::make_unique<int>(value);
}

Result<int> sum(int a, int b) { return *TRY(box(a)) + *TRY(box(b)); }

Status both(int a, int b) {
  TRY(box(a));
  TRY(sum(a, b));
  return ok();
}

Result<Result<int>> nested(bool outer, bool inner) {
  if (!outer) return Result<Result<int>>(unavailable("outer"));
  if (!inner) return Result<int>(timed_out("inner"));
  return Result<int>(7);
}

Result<int> unwrap(bool outer, bool inner) { return TRY(TRY(nested(outer, inner))); }

TEST(Result, TryHandsOnWhatCanOnlyBeMoved) {
  const Result<Boxed> moved = []() -> Result<Boxed> {
    Boxed held = TRY(box(3));
    return held;
  }();
  ASSERT_TRUE(moved.ok());
  EXPECT_EQ(**moved, 3);
}

TEST(Result, TryReturnsTheFirstError) {
  EXPECT_EQ(sum(2, 3).value(), 5);
  const Result<int> failed = sum(2, -1);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error(), invalid("expected 0 or more", "value"));
  EXPECT_TRUE(both(1, 1).ok());
  EXPECT_EQ(both(1, -1).error().kind, Error::InvalidInput);
}

TEST(Result, ResultsOfResultsUnwrapOneByOne) {
  EXPECT_EQ(unwrap(true, true).value(), 7);
  EXPECT_EQ(unwrap(true, false).error().message, "inner");
  EXPECT_EQ(unwrap(false, true).error().message, "outer");
}

TEST(Result, ValueOrTakesTheOtherOnlyOnError) {
  EXPECT_EQ(sum(1, 1).value_or(9), 2);
  EXPECT_EQ(sum(-1, 1).value_or(9), 9);
}

TEST(Result, ErrorsReadAsPlaceMessageKind) {
  EXPECT_EQ(to_string(invalid("expected a number", "hearth.toml:3")),
            "hearth.toml:3: expected a number (invalid input)");
  EXPECT_EQ(to_string(corrupt("ends early")), "ends early (corrupt)");
  EXPECT_EQ(to_string(Error::NotFound), "not found");
  EXPECT_EQ(to_string(Error::Internal), "internal");
}

TEST(ResultDeathTest, ReadingWhatIsNotThereEndsTheProcess) {
  EXPECT_DEATH((void)sum(-1, 0).value(), "CHECK failed");
  EXPECT_DEATH((void)sum(1, 0).error(), "CHECK failed");
}

}  // namespace
}  // namespace hearth
