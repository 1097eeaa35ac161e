// Whatever stands in a household's own file: what is wrong names the file, and what is left compiles and can be asked.
#include "understand/grammar/grammar.h"
#include "understand/household_sentences.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace hearth;
  using namespace hearth::understand;
  if (size > 600) return 0;
  const std::string text(reinterpret_cast<const char*>(data), size);
  std::vector<Error> problems;
  Language language = household_language({{"mine.yaml", text}}, "zxx", problems);  // no number words: quick
  for (const Block& block : language.blocks) CHECK(block.household);
  const auto grammar = Grammar::compile(std::move(language), &problems);
  for (const Error& problem : problems) CHECK(problem.place.starts_with("mine.yaml"));
  if (!grammar) return 0;
  for (const Parse& parse : grammar->parse("bye for a while", {.area = "Kitchen"}, 50)) CHECK(parse.block->household);
  return 0;
}
