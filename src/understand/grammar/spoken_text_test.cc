#include "understand/grammar/spoken_text.h"

#include <gtest/gtest.h>

#include "text/utf.h"
#include "understand/grammar/skip_words.h"

namespace hearth::understand {
namespace {

std::string heard(std::string_view sentence) { return text::to_utf8(read_utterance(sentence).characters); }

TEST(SpokenText, FoldsAndSqueezes) {
  EXPECT_EQ(heard("  Turn   ON\tthe\nLight "), "turn on the light");
  EXPECT_EQ(heard("STRASSE Straße"), "strasse strasse");
  EXPECT_EQ(heard("L’Entrée"), "l'entrée");
  EXPECT_EQ(heard("ΛΑΜΠΑ"), "λαμπα");
  EXPECT_EQ(heard(""), "");
}

TEST(SpokenText, DropsPunctuationAroundWordsOnly) {
  EXPECT_EQ(heard("Hello, house! Lights on..."), "hello house lights on");
  EXPECT_EQ(heard("¿Qué hora es?"), "qué hora es");
  EXPECT_EQ(heard("at 10:30, 20.5 degrees."), "at 10:30 20.5 degrees");
  EXPECT_EQ(heard("a.c. on"), "a.c on");
  EXPECT_EQ(heard("50%, please"), "50% please");
  EXPECT_EQ(heard("it's living-room"), "it's living-room");
}

TEST(SpokenText, JoinsCombiningMarks) {
  EXPECT_EQ(heard("Ku\xCC\x88"
                  "che"),
            "küche");
}

TEST(SpokenText, ReplacesMalformedBytes) { EXPECT_EQ(heard("a\xFF"), "a\xEF\xBF\xBD"); }

TEST(SpokenText, KnowsWhereEveryCharacterCameFrom) {
  const std::string sentence = "Play,  Große Straße now";
  const SpokenText text = read_utterance(sentence);
  const size_t begin = text.characters.find(U"grosse");
  const size_t end = text.characters.find(U" now");
  EXPECT_EQ(text.spoken(sentence, begin, end), "Große Straße");
  EXPECT_EQ(sentence.substr(text.spans[begin].begin, text.spans[end - 1].end - text.spans[begin].begin),
            "Große Straße");
}

std::vector<std::string> skipped(std::string_view sentence) {
  const Trie words({{U"please", 0}, {U"could you", 0}, {U"could you please", 0}, {U"i'd like", 0}});
  std::vector<std::string> out;
  for (const SkippedText& text : skip_words(read_utterance(sentence), words)) {
    out.push_back(text::to_utf8(text.text.characters));
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(SkipWords, LeavesTextWithoutThemAlone) { EXPECT_EQ(skipped("lights on"), (Texts{"lights on"})); }

TEST(SkipWords, TakesThemOutEverywhereAtTheStartAndAtTheEnd) {
  EXPECT_EQ(skipped("Could you say please now, please"),
            (Texts{"could you say please now please", "say now", "say please now please", "could you say please now"}));
  EXPECT_EQ(skipped("please please could-you sing"), (Texts{"please please could-you sing", "sing", "sing"}));
}

TEST(SkipWords, OnlyAsWholeWords) {
  EXPECT_EQ(skipped("pleased to"), (Texts{"pleased to"}));
  EXPECT_EQ(skipped("displease"), (Texts{"displease"}));
}

TEST(SkipWords, MayLeaveNothing) { EXPECT_EQ(skipped("please"), (Texts{"please", "", "", ""})); }

}  // namespace
}  // namespace hearth::understand
