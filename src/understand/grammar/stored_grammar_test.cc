#include "understand/grammar/stored_grammar.h"

#include <gtest/gtest.h>

#include "understand/grammar/grammar.h"
#include "understand/grammar/intent_source.h"

namespace hearth::understand {
namespace {

constexpr const char* kEverything = R"yaml(
language: en
skip_words: [please]
intents:
  Dim:
    data:
      - sentences: ["dim [the] {name} to {percent}[%]", "dim everything [in {area}]"]
        requires_context: {domain: [light, switch], area: {slot: true}}
        slots: {domain: light, step: 0.5}
        response: dimmed
        metadata: {mine: [1, two]}
  Play:
    data:
      - sentences: ["play {query} loudly", "make it {color:tone} {color:@said}"]
        excludes_context: {mood: quiet}
        required_keywords: [loudly, make]
lists:
  percent: {range: {from: 0, to: 100, step: 5, multiplier: 2.5, fractions: halves}}
  query: {wildcard: true}
  color: {values: [red, {in: "(dark|deep) green", out: green, context: {mood: calm}, metadata: {shade: 2}}]}
responses: {intents: {Dim: {dimmed: "ok"}}}
)yaml";

CompiledLanguage compiled() {
  return compile_language(read_language(parse_yaml(kEverything, "test").value()).value()).value();
}

std::string bytes_of(const CompiledLanguage& language) {
  std::string bytes;
  wire::Writer out(bytes);
  store(language, out);
  return bytes;
}

std::string shown(const std::vector<Parse>& parses) {
  std::string out;
  for (const Parse& parse : parses) {
    out += parse.intent() + "/" + parse.response() + parse.block->metadata.dump();
    for (const ParsedSlot& slot : parse.slots) out += " " + slot.name + "=" + slot.value.dump() + slot.metadata.dump();
    for (const auto& [name, words] : parse.captures) out += " @" + name + "=" + words;
    out += "\n";
  }
  return out;
}

TEST(StoredGrammar, ReadsEverythingAsBefore) {
  const CompiledLanguage before = compiled();
  const std::string bytes = bytes_of(before);
  wire::Reader in(bytes);
  Result<CompiledLanguage> after = restore_language(in);
  ASSERT_TRUE(after.ok()) << to_string(after.error());
  EXPECT_TRUE(in.done());
  EXPECT_EQ(after->source.responses, before.source.responses);
  EXPECT_EQ(after->size.sentences, before.size.sentences);
  HomeNames home;
  home.entities = {{1, "light", {"Lamp"}}, {2, "cover", {"Curtain"}}};
  home.areas = {{1, {"Kitchen"}}};
  const Grammar old = Grammar::of(compiled()).with_names(home);
  const Grammar fresh = Grammar::of(std::move(after).value()).with_names(home);
  for (const char* sentence :
       {"dim the lamp to fifty percent", "please dim lamp to 12.5%", "dim everything in kitchen", "dim everything",
        "dim curtain to 50", "play jazz and blues loudly", "play jazz", "make it deep green red", "make it red red"}) {
    const std::string expected = shown(old.parse(sentence, {"Kitchen", 1, {}}));
    EXPECT_EQ(shown(fresh.parse(sentence, {"Kitchen", 1, {}})), expected) << sentence;
  }
  EXPECT_NE(shown(fresh.parse("dim the lamp to fifty", {"Kitchen", 1, {}})), "") << "the comparison is of something";
}

TEST(StoredGrammar, TheSameLanguageIsTheSameBytes) { EXPECT_EQ(bytes_of(compiled()), bytes_of(compiled())); }

TEST(StoredGrammar, CutShortItIsRefused) {
  const std::string bytes = bytes_of(compiled());
  for (size_t size = 0; size < bytes.size(); size += 1 + size / 50) {
    wire::Reader in(std::string_view(bytes).substr(0, size));
    EXPECT_FALSE(restore_language(in).ok()) << size;
  }
}

TEST(StoredGrammar, DamageIsRefusedOrReadsWithoutHarm) {
  const std::string bytes = bytes_of(compiled());
  for (size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 2000) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x85);
    wire::Reader in(damaged);
    Result<CompiledLanguage> read = restore_language(in);
    if (read) EXPECT_LT(Grammar::of(std::move(read).value()).parse("dim the lamp to fifty").size(), 2000U);
  }
}

}  // namespace
}  // namespace hearth::understand
