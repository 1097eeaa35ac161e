#include "understand/dialogue/remarks.h"

#include <gtest/gtest.h>

namespace hearth::understand {
namespace {

using Ways = std::vector<std::string>;

TalkWords words() {
  TalkWords words;
  words.remarks = {"I'm", "it's", "the baby's", "that is"};
  words.no_remark = {"if", "the other"};
  words.no_remark_after = {"one"};
  return words;
}

TEST(Remarks, AreTakenOffTheEndWithAndWithoutAComma) {
  EXPECT_EQ(without_remarks("Off again, the baby's asleep.", words()), Ways{"Off again"});
  EXPECT_EQ(without_remarks("off again it's so bright", words()), Ways{"off again"});
}

TEST(Remarks, AreTakenOffTheBeginningOnlyWithAComma) {
  EXPECT_EQ(without_remarks("I'm cold, warmer", words()), Ways{"warmer"});
  EXPECT_EQ(without_remarks("I'm cold warmer", words()), Ways());
}

TEST(Remarks, SayNoConditionAndNoOtherThing) {
  EXPECT_EQ(without_remarks("off, it's fine if she sleeps", words()), Ways());
  EXPECT_EQ(without_remarks("off, it's the other", words()), Ways());
}

TEST(Remarks, DoNotTellWhichThingIsMeant) {
  EXPECT_EQ(without_remarks("turn off the one that is in the kitchen", words()), Ways());
}

TEST(Remarks, LeaveTheLongestFirst) {
  EXPECT_EQ(without_remarks("off it's late I'm tired", words()), (Ways{"off it's late", "off"}));
}

TEST(Remarks, OfALanguageThatHasNoneAreNotLookedFor) { EXPECT_EQ(without_remarks("off, it's late", {}), Ways()); }

}  // namespace
}  // namespace hearth::understand
