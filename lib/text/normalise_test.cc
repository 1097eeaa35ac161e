#include "text/normalise.h"

#include <gtest/gtest.h>

#include "text/utf.h"

namespace hearth::text {
namespace {

TEST(Utf, ReplacesWhatIsMalformedAndKeepsTheRest) {
  EXPECT_EQ(valid_utf8("a\xffz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(valid_utf8("caf\xc3"), "caf\xEF\xBF\xBD");        // cut short
  EXPECT_EQ(to_utf32("\xed\xa0\x80").front(), kReplacement);  // a surrogate
  EXPECT_EQ(to_utf32("\xf0\x9f\x94\xa5"), U"\U0001F525");
  EXPECT_EQ(to_utf8(U"Küche 浴室 🔥"), "Küche 浴室 🔥");
  EXPECT_EQ(to_utf8(std::u32string{char32_t{0xD800}}), "\xEF\xBF\xBD");
  EXPECT_TRUE(is_valid_utf8("Küche"));
  EXPECT_FALSE(is_valid_utf8("\xc0\xaf"));
}

TEST(Normalise, FoldsByUnicodeNotAscii) {
  EXPECT_EQ(normalise("  KÜCHE\t Licht "), "küche licht");
  EXPECT_EQ(normalise("Ku\xCC\x88"
                      "che"),
            "küche");  // u + combining diaeresis
  EXPECT_EQ(normalise("STRASSE"), normalise("Straße"));
  EXPECT_EQ(normalise("ΣΟΦΟΣ"), normalise("σοφος"));
  EXPECT_EQ(normalise("l’entrée"), "l'entrée");
  EXPECT_EQ(normalise("\xff"), "\xEF\xBF\xBD");
  EXPECT_EQ(normalise(""), "");
}

TEST(Normalise, DropsThePunctuationThatSpeechAdds) {
  EXPECT_EQ(normalise_utterance("Turn off the lights."), "turn off the lights");
  EXPECT_EQ(normalise_utterance("¿Qué hora es?"), "qué hora es");
  EXPECT_EQ(normalise_utterance("Hey, turn on the A.C. now!"), "hey turn on the a.c. now");
  EXPECT_EQ(normalise_utterance("turn on the A.C."), "turn on the a.c.");
  EXPECT_EQ(normalise_utterance("set it to 1.5, please"), "set it to 1.5 please");
  EXPECT_EQ(normalise_utterance("wake me at 10:30 …"), "wake me at 10:30");
  EXPECT_EQ(normalise_utterance("nell’ ingresso"), "nell' ingresso");
  EXPECT_EQ(normalise_utterance("-5 degrees, air-conditioner—"), "-5 degrees air-conditioner");
  EXPECT_EQ(normalise_utterance("  ?! "), "");
}

TEST(Normalise, SplitsWordsOfAnyScript) {
  EXPECT_EQ(words(" a\u00a0b\u3000浴室\n"), (std::vector<std::string>{"a", "b", "浴室"}));
  EXPECT_TRUE(words(" \t").empty());
}

TEST(Normalise, SlugsAreAscii) {
  EXPECT_EQ(slug("Küche (oben)"), "kuche_oben");
  EXPECT_EQ(slug("Anna's Lamp #2"), "annas_lamp_2");
  EXPECT_EQ(slug("Кухня"), "kuhna");
  EXPECT_EQ(slug("!!"), "");
}

TEST(Normalise, CasesForShowing) {
  EXPECT_EQ(title_case("living room"), "Living Room");
  EXPECT_EQ(capitalise("élan VITAL"), "Élan vital");
  EXPECT_EQ(upper("straße"), "STRASSE");
}

}  // namespace
}  // namespace hearth::text
