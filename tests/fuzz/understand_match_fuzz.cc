// Any bytes may be said: readings come best first, and their slots lie within what was said.
#include "understand/grammar/grammar.h"
#include "understand/grammar/intent_source.h"

namespace {

using namespace hearth::understand;

constexpr std::string_view kSentences = R"yaml(
language: en
skip_words: [please, could you, now]
intents:
  On:
    data:
      - sentences: ["(turn|switch) on [<the>] {name}", "(turn; on; [<the>] {name})"]
        requires_context: {domain: [light, switch]}
      - sentences: ["[<the>] {area} light[s] on", "lights on [in <the> {area}]"]
        requires_context: {area: {slot: true}}
        slots: {domain: light}
  Set:
    data:
      - sentences: ["[set] [<the>] {area} to {percent}[%| percent]", "{degrees}( |-)degree[s] {color}", "l' {color}"]
  Say:
    data:
      - sentences: ["say {message}", "{message} in {percent:minutes} minute[s]", "play {message}playlist {more:@what}"]
lists:
  percent: {range: {from: 0, to: 100}}
  degrees: {range: {from: -20, to: 40, step: 2, multiplier: -1, fractions: halves}}
  color: {values: [red, {in: "(dark|deep)[ ]green", out: 5, context: {a: b}}]}
  message: {wildcard: true}
  more: {wildcard: true}
expansion_rules: {the: "(the|my)"}
)yaml";

Grammar make_grammar() {
  const auto document = parse_yaml(kSentences, "fuzz.yaml");
  CHECK(document.ok());
  auto language = read_language(document.value());
  CHECK(language.ok());
  auto grammar = Grammar::compile(std::move(language).value());
  CHECK(grammar.ok());
  HomeNames home;
  home.entities = {{1, "light", {"Lamp", "big light"}}, {2, "switch", {"lamp"}}, {3, "cover", {"Große Tür"}}};
  home.areas = {{1, {"Kitchen", "living-room"}}};
  return grammar->with_names(home);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Grammar grammar = make_grammar();
  const std::string sentence(reinterpret_cast<const char*>(data), size);
  const std::vector<Parse> parses = grammar.parse(sentence, {.area = "Kitchen", .area_id = 1}, 100);
  CHECK(parses.size() <= 100);
  for (size_t i = 0; i < parses.size(); ++i) {
    CHECK(i == 0 || parses[i - 1].score >= parses[i].score);
    for (const ParsedSlot& slot : parses[i].slots) {
      CHECK(slot.begin <= slot.end && slot.end <= sentence.size());
      CHECK((slot.origin == ParsedSlot::Origin::Spoken) == !slot.text.empty());
      CHECK(slot.origin != ParsedSlot::Origin::Spoken || slot.end > slot.begin);
    }
  }
  return 0;
}
