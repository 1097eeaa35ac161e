#include "understand/dialogue/remarks.h"

#include <gtest/gtest.h>

namespace hearth::understand {
namespace {

using Ways = std::vector<std::string>;

TalkWords words() {
  TalkWords words;
  words.remarks = {"i'm", "it's", "the baby's", "that is"};
  words.no_remark = {"if", "the other"};
  words.no_remark_after = {"one"};
  return words;
}

bool nothing(const std::string& /*remark*/) { return false; }

Ways left(std::string_view text) { return without_remarks(text, words(), nothing); }

TEST(Remarks, AreTakenOffTheEndWithAndWithoutAComma) {
  EXPECT_EQ(left("Off again, the baby's asleep."), Ways{"Off again"});
  EXPECT_EQ(left("off again it's so bright"), Ways{"off again"});
}

TEST(Remarks, AreTakenOffTheBeginningOnlyWithAComma) {
  EXPECT_EQ(left("I'm cold, warmer"), Ways{"warmer"});
  EXPECT_EQ(left("I'm cold warmer"), Ways());
}

TEST(Remarks, SayNoConditionAndNoOtherThing) {
  EXPECT_EQ(left("off, it's fine if she sleeps"), Ways());
  EXPECT_EQ(left("off, it's the other"), Ways());
}

TEST(Remarks, DoNotTellWhichThingIsMeant) { EXPECT_EQ(left("turn off the one that is in the kitchen"), Ways()); }

TEST(Remarks, LeaveTheLongestFirst) { EXPECT_EQ(left("off it's late I'm tired"), (Ways{"off it's late", "off"})); }

TEST(Remarks, OfALanguageThatHasNoneAreNotLookedFor) {
  EXPECT_EQ(without_remarks("off, it's late", {}, nothing), Ways());
}

TEST(Remarks, ThatTellMoreAreHeard) {
  const auto of_the_kitchen = [](const std::string& remark) { return remark.find("kitchen") != std::string::npos; };
  EXPECT_EQ(without_remarks("off, I'm in the kitchen", words(), of_the_kitchen), Ways());
  EXPECT_EQ(without_remarks("I'm in the kitchen, off", words(), of_the_kitchen), Ways());
}

}  // namespace
}  // namespace hearth::understand
