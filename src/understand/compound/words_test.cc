#include "understand/compound/words.h"

#include <gmock/gmock.h>

namespace hearth::understand {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::vector<std::string> kBetween{"and", "and then", ","};

std::vector<std::string> parts(const std::string& text) {
  const std::vector<std::string> words = split_words(text);
  std::vector<std::string> found;
  size_t first = 0;
  for (const Joint& joint : joints(words, kBetween)) {
    found.push_back(join_words(words, first, joint.first));
    first = joint.last;
  }
  found.push_back(join_words(words, first, words.size()));
  return found;
}

TEST(WordsTest, ACommaIsAWordOfItsOwn) {
  EXPECT_THAT(split_words("lamp off,  tv\ton"), ElementsAre("lamp", "off", ",", "tv", "on"));
  EXPECT_THAT(split_words("set it to 20,5 degrees"), ElementsAre("set", "it", "to", "20,5", "degrees"));
  EXPECT_THAT(split_words(""), IsEmpty());
  EXPECT_THAT(split_words(",;"), IsEmpty());
}

TEST(WordsTest, TheLongestConnectorCountsAndNeighboursAreOne) {
  EXPECT_THAT(parts("a and b"), ElementsAre("a", "b"));
  EXPECT_THAT(parts("a, and then b"), ElementsAre("a", "b"));
  EXPECT_THAT(parts("a, b AND c"), ElementsAre("a", "b", "c"));
  EXPECT_THAT(parts("sandy band"), ElementsAre("sandy band")) << "a connector is a whole word";
}

TEST(WordsTest, NothingIsJoinedToNothing) {
  EXPECT_THAT(parts("and b"), ElementsAre("and b"));
  EXPECT_THAT(parts("a and"), ElementsAre("a and"));
}

TEST(WordsTest, TheEndOfASentenceIsAComma) {
  EXPECT_THAT(split_words("Lamp off. Blinds down!"), ElementsAre("Lamp", "off", ",", "Blinds", "down"));
  EXPECT_THAT(split_words("at 8 p.m. then"), ElementsAre("at", "8", "p.m.", "then"));
  EXPECT_THAT(split_words("on the 20. of March"), ElementsAre("on", "the", "20.", "of", "March"));
}

TEST(WordsTest, FillersGoFromEverywhere) {
  TalkWords english;
  english.opener = {"first"};
  english.fillers = {"then", "as well"};
  english.after = {"please"};
  const auto without = [&](const char* text) { return without_fillers(split_words(text), english); };
  EXPECT_THAT(without("First turn it off, please"), ElementsAre("turn", "it", "off"));
  EXPECT_THAT(without("then the lamp as well"), ElementsAre("the", "lamp"));
  EXPECT_THAT(without("then, as well"), IsEmpty());
}

TEST(WordsTest, AColonADashAndASpanishQuestion) {
  EXPECT_THAT(split_words("study: lamp on - off"), ElementsAre("study", ",", "lamp", "on", ",", "off"));
  EXPECT_THAT(split_words("at 10:30 on. Off"), ElementsAre("at", "10:30", "on", ",", "Off"));
  EXPECT_THAT(split_words("no. 5"), ElementsAre("no.", "5"));
  EXPECT_THAT(split_words("luz, \u00bfs\u00ed?"), ElementsAre("luz", ",", "s\u00ed"));
}

TEST(WordsTest, AnAsideBeginsAPieceWithoutAWordBetween) {
  TalkWords english;
  english.between = kBetween;
  english.asides = {"because", "it's"};
  const Words words = split_words("lamp on because it's dark and it's cold, fan off");
  std::vector<std::pair<size_t, size_t>> found;
  for (const Joint& joint : joints(words, english)) found.emplace_back(joint.first, joint.last);
  EXPECT_THAT(found, ElementsAre(std::pair(2, 2), std::pair(5, 6), std::pair(8, 9))) << "one aside is one piece";
}

TEST(WordsTest, CourtesiesGoFromBothEnds) {
  const TalkWords english{.between = kBetween,
                          .opener = {},
                          .before = {"hey", "can you", "please"},
                          .after = {"please", "for me"},
                          .articles = {"the"},
                          .it = {},
                          .other = {}};
  EXPECT_EQ(without_courtesy("hey, can you turn it off for me please", english), "turn it off");
  EXPECT_EQ(without_courtesy("turn it off", english), "turn it off");
  EXPECT_EQ(without_courtesy("please", english), "please") << "something has to be left";
}

TEST(WordsTest, ABareNameHasArticlesAround) {
  EXPECT_TRUE(only_articles_outside("the desk lamp", 4, 13, {"the"}));
  EXPECT_FALSE(only_articles_outside("desk lamp on", 0, 9, {"the"}));
  EXPECT_FALSE(only_articles_outside("Ventilator ein", 0, 10, {"der", "ein"})) << "an article stands before its noun";
}

}  // namespace
}  // namespace hearth::understand
