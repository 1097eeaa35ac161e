// What the grammar reads in sentences: the best reading of each, to be compared with a peer's.
// usage: grammar_parses TEMPLATES CASES…: TEMPLATES is the folder with LANGUAGE.json; a file of CASES, as
// bench/peers/hassil/sample.py writes them, gives one line: {"language", "cases": [{"intent", "slots"}]}.
#include <fmt/format.h>

#include <cstdio>

#include "base/file.h"
#include "understand/grammar/grammar.h"
#include "understand/grammar/intent_source.h"
#include "understand/grammar/yaml_document.h"

namespace {

using namespace hearth;

understand::HomeNames names_of(const Json& home) {
  understand::HomeNames names;
  const auto places = [](const Json& list, std::vector<understand::HomeNames::Place>& into) {
    for (const Json& name : list) into.push_back({static_cast<uint32_t>(into.size() + 1), {name.get<std::string>()}});
  };
  for (const Json& entity : home["entities"]) {
    const auto id = static_cast<uint32_t>(names.entities.size() + 1);
    names.entities.push_back({id, entity["domain"].get<std::string>(), {entity["name"].get<std::string>()}});
  }
  places(home["areas"], names.areas);
  places(home["floors"], names.floors);
  return names;
}

Json best_of(const understand::Grammar& grammar, const std::string& sentence, const understand::Context& context) {
  const std::vector<understand::Parse> parses = grammar.parse(sentence, context);
  Json slots = Json::object();
  if (parses.empty()) return {{"intent", nullptr}, {"slots", slots}};
  for (const understand::ParsedSlot& slot : parses.front().slots) slots[slot.name] = slot.value;
  return {{"intent", parses.front().intent()}, {"slots", std::move(slots)}};
}

Result<Json> answer(const std::string& templates, const std::string& file) {
  const Json cases = TRY(parse_json(TRY(read_file(file)), file));
  const std::string language = cases["language"];
  const std::string source = templates + "/" + language + ".json";
  understand::Grammar grammar = TRY(understand::Grammar::compile(TRY(understand::read_language(source))));
  grammar = grammar.with_names(names_of(cases["home"]));
  const understand::Context context{cases["here"], 1, {}};
  Json parses = Json::array();
  for (const Json& one : cases["cases"]) parses.push_back(best_of(grammar, one["sentence"], context));
  return Json{{"language", language}, {"cases", std::move(parses)}};
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fputs("usage: grammar_parses TEMPLATES CASES...\n", stderr);
    return 2;
  }
  for (int i = 2; i < count; ++i) {
    const Result<Json> found = answer(words[1], words[i]);
    if (!found) {
      std::fprintf(stderr, "%s\n", to_string(found.error()).c_str());
      return 1;
    }
    std::printf("%s\n", dump(*found).c_str());
  }
}
