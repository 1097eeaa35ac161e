#include "text/number_words.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hearth::text {
namespace {

/// All values that a spelling stands for.
std::vector<double> values_of(const std::vector<NumberSpelling>& table, std::string_view text) {
  std::vector<double> out;
  for (const NumberSpelling& entry : table) {
    if (entry.text == text) out.push_back(entry.value);
  }
  return out;
}

using Values = std::vector<double>;

TEST(NumberWords, EnglishInEveryForm) {
  const auto table = number_words("en");
  for (const char* spelling : {"21", "twenty-one", "twenty one", "twentyone"}) {
    EXPECT_EQ(values_of(table, spelling), Values{21}) << spelling;
  }
  EXPECT_EQ(values_of(table, "one hundred and five"), Values{105});
  EXPECT_EQ(values_of(table, "one hundred five"), Values{105});
  EXPECT_EQ(values_of(table, "a hundred and five"), Values{105});
  EXPECT_EQ(values_of(table, "a hundred"), Values{100});
  EXPECT_EQ(values_of(table, "dozen"), Values{12});
  EXPECT_EQ(values_of(table, "zero"), Values{0});
  EXPECT_EQ(values_of(table, "one thousand"), Values{1000});
  EXPECT_TRUE(values_of(table, "first").empty());
  EXPECT_EQ(values_of(number_words("en", {.from = 1, .to = 31, .ordinals = true}), "twenty first"), Values{21});
}

TEST(NumberWords, OtherLanguages) {
  const auto german = number_words("de");
  EXPECT_EQ(values_of(german, "einundzwanzig"), Values{21});
  EXPECT_EQ(values_of(german, "ein und zwanzig"), Values{21});
  EXPECT_EQ(values_of(german, "eine"), Values{1});
  EXPECT_EQ(values_of(german, "hundertfünf"), Values{105});
  EXPECT_EQ(values_of(german, "zwo"), Values{2});
  const auto french = number_words("fr");
  EXPECT_EQ(values_of(french, "quatre vingt dix neuf"), Values{99});
  EXPECT_EQ(values_of(french, "soixante et onze"), Values{71});
  EXPECT_EQ(values_of(french, "septante et un"), Values{71});
  EXPECT_EQ(values_of(french, "cent nonante-deux"), Values{192});
  EXPECT_EQ(values_of(number_words("es"), "veintiún"), Values{21});
  EXPECT_EQ(values_of(number_words("fi"), "kaksikymmentäyksi"), Values{21});
  EXPECT_EQ(values_of(number_words("ru"), "двадцать одну"), Values{21});
  EXPECT_EQ(values_of(number_words("zh-TW"), "兩"), Values{2});
}

TEST(NumberWords, StaysInItsRange) {
  const auto table = number_words("en", {.from = -5, .to = 30, .step = 5, .digits = true});
  EXPECT_EQ(values_of(table, "minus five"), Values{-5});
  EXPECT_EQ(values_of(table, "-5"), Values{-5});
  EXPECT_TRUE(values_of(table, "seven").empty());
  EXPECT_TRUE(values_of(table, "dozen").empty());
  EXPECT_TRUE(std::all_of(table.begin(), table.end(), [](const auto& e) { return e.value >= -5 && e.value <= 30; }));
  EXPECT_TRUE(number_words("en", {.from = 3, .to = 2}).empty());
}

TEST(NumberWords, Halves) {
  const auto english = number_words("en", {.from = 0, .to = 30, .halves = true});
  for (const char* spelling : {"20.5", "20,5", "twenty point five", "twenty and a half"}) {
    EXPECT_EQ(values_of(english, spelling), Values{20.5}) << spelling;
  }
  EXPECT_EQ(values_of(english, "half"), Values{0.5});
  EXPECT_TRUE(values_of(english, "30.5").empty());
  EXPECT_EQ(values_of(number_words("de", {.from = 0, .to = 5, .halves = true}), "anderthalb"), Values{1.5});
}

TEST(NumberWords, DigitsAloneWhereIcuWouldFallBackToEnglish) {
  EXPECT_FALSE(has_number_words("bn"));
  EXPECT_FALSE(has_number_words("nonsense"));
  EXPECT_TRUE(has_number_words("en-GB"));
  const auto table = number_words("eu", {.from = 0, .to = 3});
  EXPECT_EQ(table, (std::vector<NumberSpelling>{{"0", 0}, {"1", 1}, {"2", 2}, {"3", 3}}));
}

TEST(NumberWords, SaysAndShows) {
  EXPECT_EQ(say_number("en", 21), "twenty-one");
  EXPECT_EQ(say_number("en", 20.5), "twenty point five");
  EXPECT_EQ(say_number("de", 21), "einundzwanzig");
  EXPECT_EQ(say_number("eu", 7), "7");
  EXPECT_EQ(show_number("en", 20.50), "20.5");
  EXPECT_EQ(show_number("de", 20.5), "20,5");
  EXPECT_EQ(show_number("en", 12345), "12345");
  EXPECT_EQ(show_number("en", 21.456, 1), "21.5");
}

}  // namespace
}  // namespace hearth::text
