#include "understand/grammar/intent_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearth::understand {
namespace {

Result<Language> read(std::string_view yaml) {
  auto document = parse_yaml(yaml, "mine.yaml");
  if (!document.ok()) return document.error();
  return read_language(document.value());
}

std::string error_of(std::string_view yaml) {
  const auto language = read(yaml);
  return language.ok() ? "none" : to_string(language.error());
}

constexpr std::string_view kWhole = R"yaml(
language: en
settings: {ignore_whitespace: true}
skip_words: [please]
intents:
  Dim:
    data:
      - sentences: ["dim {name}", "darker"]
        slots: {domain: light, step: 5}
        requires_context:
          domain: [light, switch]
          area: {slot: true}
          mode: {value: night, slot: when}
          room:
        excludes_context: {domain: cover}
        required_keywords: [dim]
        response: dimmed
        metadata: {mine: true}
        expansion_rules: {now: "(now|soon)"}
        lists: {kind: {values: [soft, hard]}}
lists:
  level:
    values:
      - full
      - "half[ way]"
      - {in: on, out: 5, context: {a: b}, metadata: {m: 1}}
  percent: {range: {type: percentage, from: -5, to: 100, step: 5, multiplier: -1, fractions: tenths, words: false}}
  anything: {wildcard: true}
expansion_rules: {the: "(the|my)"}
responses: {intents: {}}
)yaml";

TEST(IntentSource, ReadsBlocks) {
  const auto language = read(kWhole);
  ASSERT_TRUE(language.ok()) << to_string(language.error());
  EXPECT_EQ(language.value().language, "en");
  EXPECT_TRUE(language.value().ignore_whitespace);
  ASSERT_EQ(language.value().blocks.size(), 1U);
  const Block& block = language.value().blocks[0];
  EXPECT_EQ(block.intent, "Dim");
  ASSERT_EQ(block.sentences.size(), 2U);
  EXPECT_EQ(block.sentences[1].text, "darker");
  EXPECT_EQ(block.sentences[1].place, "mine.yaml:8");
  EXPECT_EQ(block.slots[1].second, 5);
  ASSERT_EQ(block.requires_context.size(), 4U);
  EXPECT_EQ(block.requires_context[0].values, (std::vector<Json>{"light", "switch"}));
  EXPECT_EQ(block.requires_context[1].slot, "area");
  EXPECT_TRUE(block.requires_context[1].values.empty());
  EXPECT_EQ(block.requires_context[2].slot, "when");
  EXPECT_EQ(block.requires_context[2].values, (std::vector<Json>{"night"}));
  EXPECT_TRUE(block.requires_context[3].values.empty());
  EXPECT_EQ(block.excludes_context[0].values, (std::vector<Json>{"cover"}));
  EXPECT_EQ(block.response, "dimmed");
  EXPECT_EQ(block.metadata["mine"], true);
  EXPECT_TRUE(block.rules.contains("now"));
  EXPECT_EQ(block.lists.at("kind").values.size(), 2U);
}

TEST(IntentSource, ReadsLists) {
  const auto language = read(kWhole);
  ASSERT_TRUE(language.ok());
  const ListSource& level = language.value().lists.at("level");
  EXPECT_FALSE(level.values[0].is_template);
  EXPECT_EQ(level.values[0].out, "full");
  EXPECT_TRUE(level.values[1].is_template);
  EXPECT_TRUE(level.values[1].out.is_null());
  EXPECT_EQ(level.values[2].out, 5);
  EXPECT_EQ(level.values[2].context["a"], "b");
  const RangeSource& range = language.value().lists.at("percent").range;
  EXPECT_EQ(range.from, -5);
  EXPECT_EQ(range.multiplier, -1);
  EXPECT_EQ(range.fractions, RangeSource::Fractions::Tenths);
  EXPECT_FALSE(range.words);
  EXPECT_EQ(language.value().lists.at("anything").kind, ListSource::Kind::Wildcard);
}

TEST(IntentSource, NamesFileLineAndWhatWasExpected) {
  EXPECT_EQ(error_of("intents: {}"),
            "mine.yaml:1: expected the key \"language\", found {\"intents\":{}} (invalid input)");
  EXPECT_THAT(error_of("language: en\nlist: {}"),
              testing::HasSubstr("mine.yaml:2: expected one of language, settings, intents"));
  EXPECT_THAT(error_of("language: en\nintents:\n  A:\n    data:\n      - sentence: [x]"),
              testing::HasSubstr("mine.yaml:5: expected one of sentences, slots"));
  EXPECT_THAT(error_of("language: en\nlists:\n  a: {values: x}"), testing::HasSubstr("mine.yaml:3: expected a list"));
  EXPECT_THAT(error_of("language: en\nlists:\n  a: {}"), testing::HasSubstr("expected values, range or wildcard"));
  EXPECT_THAT(error_of("language: en\nlists:\n  a: {range: {from: 5, to: 1}}"),
              testing::HasSubstr("expected a range from low to high"));
  EXPECT_THAT(error_of("language: en\nlists:\n  a: {range: {from: x, to: 1}}"), testing::HasSubstr("a whole number"));
  EXPECT_THAT(error_of("language: en\nintents: [a]"), testing::HasSubstr("expected keys with values, found [\"a\"]"));
  EXPECT_THAT(error_of("a: [b"), testing::HasSubstr("mine.yaml:1:"));
  EXPECT_THAT(error_of("just text"), testing::HasSubstr("expected keys with values"));
}

TEST(IntentSource, MissingFileIsNamed) {
  const auto language = read_language(std::string("/nowhere/en.json"));
  ASSERT_FALSE(language.ok());
  EXPECT_EQ(language.error().kind, Error::NotFound);
  EXPECT_EQ(language.error().place, "/nowhere/en.json");
}

TEST(IntentSource, AHouseholdAddsItsOwn) {
  auto base = read(kWhole);
  auto more = read("language: en\nintents: {Sing: {data: [{sentences: [sing]}]}}\nexpansion_rules: {the: that}");
  auto german = read("language: de");
  ASSERT_TRUE(base.ok() && more.ok() && german.ok());
  ASSERT_TRUE(add_sentences(base.value(), more.value()).ok());
  EXPECT_EQ(base.value().blocks.back().intent, "Sing");
  EXPECT_EQ(base.value().blocks.back().response, "default");
  EXPECT_EQ(base.value().rules.at("the").text, "that");
  EXPECT_FALSE(add_sentences(base.value(), german.value()).ok());
}

TEST(YamlDocument, QuotedWordsStayText) {
  const auto document = parse_yaml("a: 'true'\nb: true\nc: '5'\nd: 5\ne: 1.5\nf: ~\ng: on", "x");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().root.dump(), R"({"a":"true","b":true,"c":"5","d":5,"e":1.5,"f":null,"g":"on"})");
}

}  // namespace
}  // namespace hearth::understand
