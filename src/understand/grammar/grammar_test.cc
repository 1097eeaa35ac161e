#include "understand/grammar/grammar.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "understand/grammar/intent_source.h"

namespace hearth::understand {
namespace {

HomeNames home() {
  HomeNames names;
  names.entities = {{1, "light", {"Ceiling Light", "big light"}},
                    {2, "light", {"Lamp"}},
                    {3, "switch", {"lamp"}},
                    {4, "cover", {"Left Curtain"}},
                    {5, "light", {"Living Room Lamp"}},
                    {6, "vacuum", {"Robo-Vac"}}};
  names.areas = {{1, {"Kitchen"}}, {2, {"Living Room", "lounge"}}};
  names.floors = {{1, {"First Floor"}}};
  return names;
}

/// A grammar from YAML in the home above; the language is English unless the text says so.
Grammar grammar(const std::string& yaml) {
  const auto document = parse_yaml("language: en\n" + yaml, "test.yaml");
  if (!document.ok()) ADD_FAILURE() << to_string(document.error());
  auto source = read_language(document.value());
  if (!source.ok()) ADD_FAILURE() << to_string(source.error());
  auto compiled = Grammar::compile(std::move(source).value());
  if (!compiled.ok()) ADD_FAILURE() << to_string(compiled.error());
  return compiled.value().with_names(home());
}

/// One template, with the lists and rules that the tests share.
Grammar one(const std::string& sentence, const std::string& more = "") {
  return grammar(fmt::format(R"yaml(
intents: {{A: {{data: [{{sentences: ['{}']{}}}]}}}}
lists:
  color: {{values: [red, blue, {{in: "(dark|deep) green", out: green, metadata: {{shade: 2}}}}]}}
  level: {{values: [{{in: "max[imum]", out: 100}}]}}
  percent: {{range: {{from: 0, to: 100}}}}
  even: {{range: {{from: 0, to: 10, step: 2}}}}
  down: {{range: {{from: 0, to: 100, multiplier: -1}}}}
  degrees: {{range: {{from: 0, to: 100, fractions: halves}}}}
  item: {{wildcard: true}}
  other: {{wildcard: true}}
expansion_rules: {{the: "(the|my)", turn: "(turn|switch)", please_turn: "please <turn>"}}
)yaml",
                             sentence, more));
}

std::string shown(const Parse& parse) {
  std::string out = parse.intent();
  for (const ParsedSlot& slot : parse.slots) {
    out += fmt::format(" {}={}", slot.name, slot.value.is_string() ? slot.value.get<std::string>() : slot.value.dump());
  }
  return out;
}

/// The best reading, or "".
std::string best(const Grammar& grammar, std::string_view sentence, const Context& context = {}) {
  const std::vector<Parse> parses = grammar.parse(sentence, context);
  return parses.empty() ? "" : shown(parses.front());
}

bool reads(const std::string& sentence_template, std::string_view sentence) {
  return !one(sentence_template).parse(sentence).empty();
}

std::string compile_error(const std::string& yaml) {
  const auto document = parse_yaml("language: en\n" + yaml, "test.yaml");
  auto source = read_language(document.value());
  if (!source.ok()) return to_string(source.error());
  const auto compiled = Grammar::compile(std::move(source).value());
  return compiled.ok() ? "none" : to_string(compiled.error());
}

TEST(Grammar, ReadsEverySyntaxElement) {
  EXPECT_TRUE(reads("turn on", "Turn on."));
  EXPECT_TRUE(reads("(turn|switch) on", "switch on"));
  EXPECT_FALSE(reads("(turn|switch) on", "turn switch on"));
  EXPECT_TRUE(reads("turn [it] on", "turn it on"));
  EXPECT_TRUE(reads("turn [it] on", "turn on"));
  EXPECT_TRUE(reads("turn(s|ed) on", "turned on"));
  EXPECT_FALSE(reads("turn(s|ed) on", "turn on"));
  EXPECT_TRUE(reads("fan[s]", "fans"));
  EXPECT_TRUE(reads("turn (it; on)", "turn it on"));
  EXPECT_TRUE(reads("turn (it; on)", "turn on it"));
  EXPECT_FALSE(reads("turn (it; on)", "turn it"));
  EXPECT_TRUE(reads("(a; b; [c])", "b a"));
  EXPECT_TRUE(reads("(a; b; [c])", "c b a"));
  EXPECT_TRUE(reads("<please_turn> <the> light", "please switch my light"));
  EXPECT_TRUE(reads("a \\(b\\)", "a (b)"));
}

TEST(Grammar, NeedsTheWholeSentence) {
  const Grammar g = one("turn on");
  EXPECT_TRUE(g.parse("turn").empty());
  EXPECT_TRUE(g.parse("turn on now").empty());
  EXPECT_TRUE(g.parse("turnon").empty());
  EXPECT_TRUE(g.parse("").empty());
  EXPECT_TRUE(g.parse("?!").empty());
  EXPECT_TRUE(g.parse(std::string(100'000, 'a')).empty());
}

TEST(Grammar, AMissingWordLeavesNoGap) {
  EXPECT_TRUE(reads("[please] [turn] on [now]", "on"));
  EXPECT_TRUE(reads("[please] [turn] on [now]", "please on now"));
  EXPECT_TRUE(reads("[please ]on", "on"));
  EXPECT_FALSE(reads("[please ]on", "pleaseon"));
}

TEST(Grammar, HyphensSeparateWords) {
  EXPECT_TRUE(reads("living room", "living-room"));
  EXPECT_TRUE(reads("living room", "living_room"));
  EXPECT_EQ(best(one("turn on {area} light"), "turn on living-room light"), "A area=Living Room");
  EXPECT_EQ(best(one("start {name}"), "start robo vac"), "A name=Robo-Vac");
}

TEST(Grammar, ElidedArticlesNeedNoSpace) {
  EXPECT_TRUE(reads("dans l'' entree", "dans l'entree"));
  EXPECT_TRUE(reads("dans l'' entree", "dans l' entree"));
}

TEST(Grammar, ValuesMayTouchWhatFollows) {
  EXPECT_EQ(best(one("{area}temperature"), "kitchen temperature"), "A area=Kitchen");
  EXPECT_EQ(best(one("{area}temperature"), "kitchentemperature"), "A area=Kitchen");
  EXPECT_EQ(best(one("to {percent} %"), "to 50%"), "A percent=50");
  EXPECT_EQ(best(one("to {percent}%"), "to 50 %"), "A percent=50");
  EXPECT_EQ(best(one("{percent}( |-)minute timer"), "5-minute timer"), "A percent=5");
}

TEST(Grammar, ListValuesAreTemplates) {
  const Grammar g = one("make it {color}");
  EXPECT_EQ(best(g, "make it red"), "A color=red");
  EXPECT_EQ(best(g, "make it Deep Green"), "A color=green");
  EXPECT_EQ(g.parse("make it deep green").front().slots[0].metadata["shade"], 2);
  EXPECT_EQ(best(one("to {level:brightness}"), "to maximum"), "A brightness=100");
  EXPECT_EQ(best(g, "make it green"), "");
}

TEST(Grammar, NumbersInDigitsAndWords) {
  const Grammar g = one("to {percent}");
  EXPECT_EQ(best(g, "to 50"), "A percent=50");
  EXPECT_EQ(best(g, "to fifty"), "A percent=50");
  EXPECT_EQ(best(g, "to twenty-one"), "A percent=21");
  EXPECT_EQ(best(g, "to twenty one"), "A percent=21");
  EXPECT_EQ(best(g, "to 101"), "");
  EXPECT_EQ(best(g, "to -5"), "");
  EXPECT_EQ(best(g, "to 5.5"), "");
  EXPECT_EQ(best(g, "to 007"), "A percent=7");
  EXPECT_EQ(best(g, "to 99999999999999999999999"), "");
}

TEST(Grammar, NumbersWithStepsHalvesAndMultipliers) {
  EXPECT_EQ(best(one("to {even}"), "to 4"), "A even=4");
  EXPECT_EQ(best(one("to {even}"), "to 5"), "");
  EXPECT_EQ(best(one("to {even}"), "to five"), "");
  EXPECT_EQ(best(one("by {down:step}"), "by ten"), "A step=-10");
  EXPECT_EQ(best(one("to {degrees}"), "to 20.5"), "A degrees=20.5");
  EXPECT_EQ(best(one("to {degrees}"), "to 20,5"), "A degrees=20.5");
  EXPECT_EQ(best(one("to {degrees}"), "to twenty point five"), "A degrees=20.5");
  EXPECT_EQ(best(one("to {degrees}"), "to 20.3"), "");
  EXPECT_EQ(best(one("{10..30,10:x} times"), "20 times"), "A x=20");
  EXPECT_EQ(best(one("{10..30,10:x} times"), "25 times"), "");
  EXPECT_EQ(best(one("{10..30,10:x} times"), "thirty times"), "A x=30");
}

TEST(Grammar, AMinusIsNotAHyphen) { EXPECT_EQ(best(one("set [to] {percent}"), "set to -5"), ""); }

TEST(Grammar, OpenTextKeepsItsLetters) {
  const Grammar g = one("add {item} to my list");
  const std::vector<Parse> parses = g.parse("Add  Jingle Bells, to my list!");
  ASSERT_EQ(parses.size(), 1U);
  const ParsedSlot& slot = parses[0].slots.at(0);
  EXPECT_EQ(slot.value, "Jingle Bells");
  EXPECT_TRUE(slot.is_wildcard);
  EXPECT_EQ(slot.begin, 5U);
  EXPECT_EQ(slot.end, 17U);
  EXPECT_TRUE(g.parse("add to my list").empty());
}

TEST(Grammar, OpenTextGivesEveryReadingShortestFirst) {
  const Grammar g = one("say {item} to {other}");
  std::vector<std::string> all;
  for (const Parse& parse : g.parse("say a to b to c")) all.push_back(shown(parse));
  EXPECT_THAT(all, testing::UnorderedElementsAre("A item=a other=b to c", "A item=a to b other=c"));
}

TEST(Grammar, OpenTextMayEndInsideAWordOnlyBeforeLetters) {
  EXPECT_EQ(best(one("play {item}playlist"), "play rockplaylist"), "A item=rock");
  EXPECT_EQ(best(one("play {item} list"), "play rocklist"), "");
}

TEST(Grammar, TheBestReadingIsThatOfHassil) {
  const Grammar named = grammar(R"yaml(
intents:
  Wild: {data: [{sentences: ["turn on {thing}"]}]}
  Area: {data: [{sentences: ["turn on [the] {area} lamp"]}]}
  Name: {data: [{sentences: ["turn on [the] {name}"]}]}
lists: {thing: {wildcard: true}}
)yaml");
  EXPECT_EQ(best(named, "turn on the living room lamp"), "Name name=Living Room Lamp");
  EXPECT_EQ(best(named, "turn on kitchen lamp"), "Area area=Kitchen");
  EXPECT_EQ(best(named, "turn on jazz"), "Wild thing=jazz");
  EXPECT_EQ(named.parse("turn on the living room lamp").size(), 3U);

  const Grammar literal = grammar(R"yaml(
intents:
  More: {data: [{sentences: ["play track {q}"]}]}
  Less: {data: [{sentences: ["play {q}"]}]}
  ZTie: {data: [{sentences: ["sing"]}]}
  ATie: {data: [{sentences: ["sing"]}]}
lists: {q: {wildcard: true}}
)yaml");
  EXPECT_EQ(best(literal, "play track one"), "More q=one");
  EXPECT_EQ(best(literal, "sing"), "ATie");
}

TEST(Grammar, NamesMustFitTheDomain) {
  const Grammar g = one("turn on {name}", ", requires_context: {domain: [light, fan]}");
  const std::vector<Parse> parses = g.parse("turn on lamp");
  ASSERT_EQ(parses.size(), 1U);
  EXPECT_EQ(parses[0].slots[0].ids, (std::vector<uint32_t>{2}));
  EXPECT_EQ(best(g, "turn on left curtain"), "");
  EXPECT_EQ(best(g, "turn on big light"), "A name=big light");
  const Grammar not_lights = one("turn on {name}", ", excludes_context: {domain: light}");
  EXPECT_EQ(not_lights.parse("turn on lamp").at(0).slots[0].ids, (std::vector<uint32_t>{3}));
  EXPECT_EQ(best(not_lights, "turn on ceiling light"), "");
}

TEST(Grammar, ASharedNameKeepsAllCandidates) {
  const std::vector<Parse> parses = one("turn on {name}").parse("turn on the Lamp");
  EXPECT_TRUE(parses.empty());
  const std::vector<Parse> shared = one("turn on [the] {name}").parse("turn on the LAMP");
  ASSERT_EQ(shared.size(), 1U);
  EXPECT_EQ(shared[0].slots[0].ids, (std::vector<uint32_t>{2, 3}));
  EXPECT_EQ(shared[0].slots[0].text, "LAMP");
  EXPECT_EQ(shared[0].slots[0].value, "Lamp");
}

TEST(Grammar, FixedSlotsGiveWayToSpokenOnes) {
  const std::string fixed = ", slots: {domain: light, color: white}, response: lit, metadata: {k: v}";
  const std::vector<Parse> parses = one("make {area} {color}", fixed).parse("make lounge blue");
  ASSERT_EQ(parses.size(), 1U);
  EXPECT_EQ(shown(parses[0]), "A area=lounge color=blue domain=light");
  EXPECT_EQ(parses[0].slot("domain")->origin, ParsedSlot::Origin::Fixed);
  EXPECT_EQ(parses[0].slot("area")->ids, (std::vector<uint32_t>{2}));
  EXPECT_EQ(parses[0].response(), "lit");
  EXPECT_EQ(parses[0].block->metadata["k"], "v");
  EXPECT_EQ(parses[0].slot("nothing"), nullptr);
}

TEST(Grammar, TheAreaOfTheSpeakerIsAsked) {
  const Grammar g = one("lights on [in {area}]", ", requires_context: {area: {slot: true}}");
  EXPECT_EQ(best(g, "lights on"), "");
  const std::vector<Parse> here = g.parse("lights on", {"Kitchen", 7, {}});
  ASSERT_EQ(here.size(), 1U);
  EXPECT_EQ(shown(here[0]), "A area=Kitchen");
  EXPECT_EQ(here[0].slots[0].origin, ParsedSlot::Origin::Context);
  EXPECT_EQ(here[0].slots[0].ids, (std::vector<uint32_t>{7}));
  EXPECT_EQ(best(g, "lights on in lounge", {"Kitchen", 7, {}}), "A area=lounge");
}

TEST(Grammar, OtherSurroundingsAreAsked) {
  const Grammar g = one("good night", ", requires_context: {mode: {value: [late, night], slot: when}}");
  EXPECT_EQ(best(g, "good night"), "");
  EXPECT_EQ(best(g, "good night", {"", 0, {{"mode", "day"}}}), "");
  EXPECT_EQ(best(g, "good night", {"", 0, {{"mode", "night"}}}), "A when=night");
  const Grammar not_day = one("good night", ", excludes_context: {mode: day}");
  EXPECT_EQ(best(not_day, "good night", {"", 0, {{"mode", "day"}}}), "");
  EXPECT_EQ(best(not_day, "good night"), "A");
}

TEST(Grammar, ListValuesBringContext) {
  const Grammar g = grammar(R"yaml(
intents: {A: {data: [{sentences: ["open {thing}"], requires_context: {kind: {value: cover, slot: true}}}]}}
lists: {thing: {values: [{in: blind, context: {kind: cover}}, {in: box, context: {kind: toy}}]}}
)yaml");
  EXPECT_EQ(best(g, "open blind"), "A thing=blind kind=cover");
  EXPECT_EQ(best(g, "open box"), "");
}

TEST(Grammar, CapturesAreNoSlots) {
  const std::vector<Parse> parses = one("turn on {area:@where} light").parse("turn on Living Room light");
  ASSERT_EQ(parses.size(), 1U);
  EXPECT_TRUE(parses[0].slots.empty());
  EXPECT_EQ(parses[0].captures, (std::vector<std::pair<std::string, std::string>>{{"where", "Living Room"}}));
}

TEST(Grammar, KeywordsMustBeThere) {
  const Grammar g = one("(do|say) {item}", ", required_keywords: [magic]");
  EXPECT_EQ(best(g, "do some magic"), "A item=some magic");
  EXPECT_EQ(best(g, "do some work"), "");
}

TEST(Grammar, SkipWordsDoNotTouchOpenText) {
  const Grammar g = grammar(R"yaml(
skip_words: [please, can you]
intents:
  On: {data: [{sentences: ["turn on {area} light"]}]}
  Say: {data: [{sentences: ["say {message}"]}]}
  Then: {data: [{sentences: ["{message} after that"]}]}
  Wish: {data: [{sentences: ["please me"]}]}
lists: {message: {wildcard: true}}
)yaml");
  EXPECT_EQ(best(g, "Can you turn on please the kitchen light"), "");
  EXPECT_EQ(best(g, "Can you please turn on kitchen light, please?"), "On area=Kitchen");
  EXPECT_EQ(g.parse("please turn on kitchen light")[0].skipped, 1);
  EXPECT_EQ(best(g, "please say come down please"), "Say message=come down please");
  EXPECT_EQ(best(g, "please sleep after that please"), "Then message=please sleep");
  EXPECT_EQ(best(g, "please me"), "Wish");
}

TEST(Grammar, ABlockHasItsOwnListsAndRules) {
  const Grammar g = grammar(R"yaml(
intents:
  A: {data: [{sentences: ["<go> {x}"], expansion_rules: {go: run}, lists: {x: {values: [fast]}}}]}
  B: {data: [{sentences: ["<go> {x}"]}]}
expansion_rules: {go: walk}
lists: {x: {values: [slowly]}}
)yaml");
  EXPECT_EQ(best(g, "run fast"), "A x=fast");
  EXPECT_EQ(best(g, "walk slowly"), "B x=slowly");
  EXPECT_EQ(best(g, "walk fast"), "");
}

TEST(Grammar, ScriptsWithoutSpaces) {
  const Grammar g = grammar(R"yaml(
settings: {ignore_whitespace: true}
intents: {On: {data: [{sentences: ["打开{area} 灯", "播放{q}"]}]}}
lists: {q: {wildcard: true}}
)yaml");
  HomeNames names;
  names.areas = {{1, {"客厅"}}};
  EXPECT_EQ(best(g.with_names(names), "打开客厅灯"), "On area=客厅");
  EXPECT_EQ(best(g.with_names(names), "打开 客厅 灯"), "On area=客厅");
  EXPECT_EQ(best(g, "播放 Taylor Swift"), "On q=Taylor Swift");
  names.areas = {{1, {"客厅 左边"}}};
  EXPECT_EQ(best(g.with_names(names), "打开客厅左边灯"), "On area=客厅 左边");
  EXPECT_EQ(best(g.with_names(names), "打开客厅 左边灯"), "On area=客厅 左边");
}

TEST(Grammar, OfTwoValuesWithOneFormTheFirstIsMeant) {
  const Grammar g = grammar(R"yaml(
intents: {Open: {data: [{sentences: ["up {kind}"]}]}}
lists: {kind: {values: [{in: "shade[s]", out: shade}, {in: "(shades|blind)", out: blind}, {in: shades, out: awning}]}}
)yaml");
  EXPECT_EQ(best(g, "up shades"), "Open kind=shade");
  EXPECT_EQ(best(g, "up blind"), "Open kind=blind");
}

TEST(Grammar, ThousandsOfReadingsAreCutToTheBest) {
  const Grammar g = one("{item}[ {other}][ {item:c}][ {other:d}][ {item:e}]");
  std::string sentence = "w";
  for (int i = 0; i < 60; ++i) sentence += " w" + std::to_string(i);
  const std::vector<Parse> parses = g.parse(sentence, {}, 100);
  ASSERT_EQ(parses.size(), 100U);
  EXPECT_EQ(parses[0].slots.size(), 1U) << "one wildcard is better than two";
  for (size_t i = 1; i < parses.size(); ++i) EXPECT_GE(parses[i - 1].score, parses[i].score);
}

TEST(Grammar, ManyThreadsMayParse) {
  const Grammar g = one("turn on [the] {name}");
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) EXPECT_EQ(best(g, "turn on the big light"), "A name=big light");
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(Grammar, BadSentencesAreNamed) {
  const auto with = [](const std::string& sentence) {
    return compile_error("intents:\n  A:\n    data:\n      - sentences:\n        - '" + sentence + "'");
  };
  EXPECT_EQ(with("turn on {nothing}"), "test.yaml:6, column 9: expected a known list, found {nothing} (invalid input)");
  EXPECT_THAT(with("x <nothing>"), testing::HasSubstr("test.yaml:6, column 3: expected a known rule, found <nothing>"));
  EXPECT_THAT(with("x ("), testing::HasSubstr("test.yaml:6, column 4: expected ')'"));
  EXPECT_THAT(with(""), testing::HasSubstr("expected a sentence of at least one word"));
  EXPECT_THAT(with("(a;b;c;d;e;f;g;h;i)"), testing::HasSubstr("expected at most 8 parts in any order"));
  EXPECT_THAT(compile_error("expansion_rules: {a: <b>, b: <a>}\nintents: {A: {data: [{sentences: [x <a>]}]}}"),
              testing::HasSubstr("expected rules that end"));
  EXPECT_THAT(with("{0..900000:x} times"), testing::HasSubstr("column 1: expected a range of fewer than 100000"));
  EXPECT_THAT(compile_error("lists: {x: {values: ['(a|{y})']}}\nintents: {A: {data: [{sentences: ['x {x}']}]}}"),
              testing::HasSubstr("expected no list within a list value, found {y}"));
}

TEST(Grammar, RulesThatDoubleAreRefusedInTime) {
  std::string rules = "expansion_rules:\n  r0: (a|b)\n";
  for (int i = 1; i < 40; ++i) rules += fmt::format("  r{}: <r{}><r{}>\n", i, i - 1, i - 1);
  EXPECT_THAT(compile_error(rules + "intents: {A: {data: [{sentences: [x <r39>]}]}}"),
              testing::HasSubstr("at most half a million nodes"));
  EXPECT_THAT(compile_error(rules + "lists: {x: {values: [<r39>]}}\nintents: {A: {data: [{sentences: ['x {x}']}]}}"),
              testing::HasSubstr("expected at most 20000 texts"));
}

}  // namespace
}  // namespace hearth::understand
