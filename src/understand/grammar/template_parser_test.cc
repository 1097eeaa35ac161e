#include "understand/grammar/template_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "text/utf.h"

namespace hearth::understand {
namespace {

using Kind = Expression::Kind;

/// The tree on one line: words as they are, "_" for a gap, (a|b), (a;b), {list:slot}, <rule>.
std::string shown(const Expression& e) {
  std::string out;
  switch (e.kind) {
    case Kind::Text:
      for (const char c : text::to_utf8(e.text)) out += c == ' ' ? '_' : c;
      return out;
    case Kind::Rule:
      return "<" + e.name + ">";
    case Kind::List:
      return "{" + e.name + ":" + (e.capture ? "@" : "") + e.slot + "}";
    case Kind::Sequence:
      for (const Expression& item : e.items) out += shown(item);
      return out;
    case Kind::Alternative:
    case Kind::Permutation:
      for (const Expression& item : e.items)
        out += (out.empty() ? "" : e.kind == Kind::Alternative ? "|" : ";") + shown(item);
      return "(" + out + ")";
  }
  return out;
}

std::string parsed(std::string_view text) {
  const auto result = parse_template(text);
  return result.ok() ? shown(result.value()) : "error: " + to_string(result.error());
}

std::string error_of(std::string_view text) {
  const auto result = parse_template(text, "en.json: HassTurnOn");
  return result.ok() ? "none" : to_string(result.error());
}

TEST(TemplateParser, ReadsWordsFoldedAndSqueezed) {
  EXPECT_EQ(parsed("Turn  ON the\tLight "), "turn_on_the_light");
  EXPECT_EQ(parsed("schließe die TÜR"), "schliesse_die_tür");
  EXPECT_EQ(parsed("l’entrée"), "l'entrée");
}

TEST(TemplateParser, DropsPunctuationThatNobodySays) {
  EXPECT_EQ(parsed("what time is it?"), "what_time_is_it");
  EXPECT_EQ(parsed("hello, house"), "hello_house");
  EXPECT_EQ(parsed("at 10:30"), "at_10:30");
  EXPECT_EQ(parsed("10:{minutes}"), "10:{minutes:minutes}");
}

TEST(TemplateParser, ReadsAlternativesAndOptionals) {
  EXPECT_EQ(parsed("(open|raise) it"), "(open|raise)_it");
  EXPECT_EQ(parsed("fan[s] on"), "fan(s|)_on");
  EXPECT_EQ(parsed("turn(s|ed) on"), "turn(s|ed)_on");
  EXPECT_EQ(parsed("[a|b]"), "(a|b|)");
  EXPECT_EQ(parsed("(a|)"), "(a|)");
  EXPECT_EQ(parsed("lights on|lights off"), "(lights_on|lights_off)");
  EXPECT_EQ(parsed("(a|(b|[c]))"), "(a|(b|(c|)))");
}

TEST(TemplateParser, PartsInAnyOrderStandApart) { EXPECT_EQ(parsed("x (on;<here>)"), "x_(_on_;_<here>_)"); }

TEST(TemplateParser, ReadsLists) {
  EXPECT_EQ(parsed("{area}"), "{area:area}");
  EXPECT_EQ(parsed("{timer_name:name}"), "{timer_name:name}");
  EXPECT_EQ(parsed("{area:@where}"), "{area:@where}");
  EXPECT_EQ(parsed("{@area}"), "{area:@area}");
}

TEST(TemplateParser, ReadsInlineRanges) {
  const auto result = parse_template("{0..100,5:brightness}");
  ASSERT_TRUE(result.ok());
  const Expression& list = result.value().items.at(0);
  ASSERT_TRUE(list.range.has_value());
  EXPECT_EQ(list.range->from, 0);
  EXPECT_EQ(list.range->to, 100);
  EXPECT_EQ(list.range->step, 5);
  EXPECT_EQ(list.slot, "brightness");
}

TEST(TemplateParser, ReadsRulesAndEscapes) {
  EXPECT_EQ(parsed("<turn> on"), "<turn>_on");
  EXPECT_EQ(parsed("a \\(b\\) c\\|d \\\\"), "a_(b)_c|d_\\");
  EXPECT_EQ(parsed("\\{area\\}"), "{area}");
}

TEST(TemplateParser, NamesWhatIsWrongAndWhere) {
  EXPECT_EQ(error_of("turn (on|off"),
            "en.json: HassTurnOn, column 13: expected ')', found the end in \"turn (on|off\" (invalid input)");
  EXPECT_THAT(error_of("turn on]"), testing::HasSubstr("column 8: expected a word, '(', '[', '{' or '<', found ']'"));
  EXPECT_THAT(error_of("{area"), testing::HasSubstr("expected '}' after the name of a list, found the end"));
  EXPECT_THAT(error_of("<>"), testing::HasSubstr("column 2: expected the name of a rule"));
  EXPECT_THAT(error_of("a ()"), testing::HasSubstr("column 4: expected words or a group before the closing sign"));
  EXPECT_THAT(error_of("(a|b;c)"), testing::HasSubstr("column 5: expected only '|' or only ';' within one group"));
  EXPECT_THAT(error_of("{0..100}"), testing::HasSubstr("expected ':slot' after a range of numbers"));
  EXPECT_THAT(error_of("{9..1:x}"), testing::HasSubstr("expected a range from low to high with a step above 0"));
  EXPECT_THAT(error_of("{0..9223372036854775807,9223372036854775807:x}"), testing::HasSubstr("within a million"));
  EXPECT_THAT(error_of("{:x}"), testing::HasSubstr("expected {list}, {list:slot} or {list:@name}"));
  EXPECT_THAT(error_of("end\\"), testing::HasSubstr("expected a sign after '\\'"));
  EXPECT_THAT(error_of("(a]"), testing::HasSubstr("column 3"));
}

TEST(TemplateParser, RefusesEndlessNesting) {
  EXPECT_THAT(error_of(std::string(10'000, '(')), testing::HasSubstr("expected groups at most 64 deep"));
}

}  // namespace
}  // namespace hearth::understand
