#include "connect/recording/stamp.h"

#include <gtest/gtest.h>

namespace hearth::connect {
namespace {

TEST(Stamp, ReadsBothWaysToWriteADate) {
  std::string_view text = "2010-11-04 00:03:50.209589 M003 ON";
  Stamp stamp;
  ASSERT_EQ(take_stamp(text, stamp), StampFound::Yes);
  EXPECT_EQ(text, " M003 ON");
  EXPECT_EQ(calendar::to_string(stamp.civil), "2010-11-04T00:03:50");
  EXPECT_EQ(stamp.microsecond, 209'589);

  text = "5-Feb-2008 23:59:59\t";
  ASSERT_EQ(take_stamp(text, stamp), StampFound::Yes);
  EXPECT_EQ(text, "\t");
  EXPECT_EQ(calendar::to_string(stamp.civil), "2008-02-05T23:59:59");
  EXPECT_EQ(stamp.microsecond, 0);
}

TEST(Stamp, FractionsCountFromThePoint) {
  for (const auto& [written, expected] : {std::pair{"2011-06-15 01:03:39.5", 500'000},
                                          {"2011-06-15 01:03:39.05", 50'000},
                                          {"2011-06-15 01:03:39.1234567", 123'456},
                                          {"2011-06-15 01:03:39.", 0}}) {
    std::string_view text = written;
    Stamp stamp;
    ASSERT_EQ(take_stamp(text, stamp), StampFound::Yes) << written;
    EXPECT_EQ(stamp.microsecond, expected) << written;
  }
}

TEST(Stamp, TellsNoDateFromAnImpossibleOne) {
  const auto found = [](std::string_view text) {
    Stamp stamp;
    const std::string_view whole = text;
    const StampFound result = take_stamp(text, stamp);
    EXPECT_EQ(text, whole);
    return result;
  };
  for (const char* text : {"", "M003 ON", "2010-11", "2010-11-04", "2010-11-04 00", "2010-11-04 00:03",
                           "04-Foo-2010 0:0:0", "20101104 00:03:50", "Start time  End time"}) {
    EXPECT_EQ(found(text), StampFound::Missing) << text;
  }
  for (const char* text : {"2010-02-30 00:00:00", "2010-13-01 00:00:00", "2010-00-01 00:00:00", "31-Apr-2010 00:00:00",
                           "2010-01-01 24:00:00", "2010-01-01 00:61:00", "0000-01-01 00:00:00"}) {
    EXPECT_EQ(found(text), StampFound::Impossible) << text;
  }
}

TEST(Stamp, ComparesAndSubtracts) {
  const Stamp earlier{{2010, 2, 28, 23, 59, 59}, 999'999}, later{{2010, 3, 1, 0, 0, 0}, 0};
  EXPECT_LT(earlier, later);
  EXPECT_EQ(wall_microseconds(later) - wall_microseconds(earlier), 1);
}

}  // namespace
}  // namespace hearth::connect
