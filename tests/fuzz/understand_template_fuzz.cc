// Any text is a template or is refused with its place; a template compiles or is refused, and what compiled can be
// asked.
#include "understand/grammar/grammar.h"
#include "understand/grammar/template_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth::understand;
  if (size > 300) return 0;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto parsed = parse_template(text, "fuzz");
  if (!parsed.ok()) {
    CHECK(parsed.error().place.starts_with("fuzz, column "));
    return 0;
  }
  Language source;
  source.language = "zxx";  // no number words: quick
  source.lists["list"].values.push_back({{"some[ thing]", "list"}, true, "out", {}, {}});
  source.lists["any"].kind = ListSource::Kind::Wildcard;
  source.rules["rule"] = {"(a|b) {list}", "rule"};
  Block& block = source.blocks.emplace_back();
  block.intent = "Fuzz";
  block.sentences.push_back({text, "fuzz"});
  const auto grammar = Grammar::compile(std::move(source));
  if (!grammar.ok()) {
    CHECK(!grammar.error().place.empty());
    return 0;
  }
  for (const Parse& parse : grammar->parse(text, {.area = "Kitchen"}, 50)) CHECK(parse.intent() == "Fuzz");
  return 0;
}
