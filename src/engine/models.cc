#include "engine/models.h"

#include <fmt/format.h>

#include "understand/grammar/intent_source.h"

namespace hearth::engine {

Result<std::unique_ptr<Models>> Models::load(const ModelFiles& files, const std::vector<std::string>& languages) {
  auto models = std::make_unique<Models>(Models{.worder = act::Worder(TRY(act::Phrasebook::load(files.phrases)))});
  for (const std::string& language : languages) {
    Result<understand::Grammar> grammar = load_grammar(files, language);
    if (grammar) {
      models->grammars.emplace(language, std::move(grammar).value());
    } else if (models->missing.empty()) {
      models->missing = fmt::format("no sentences for '{}', so nothing said in it is understood: {}; tools/setup fetches them",
                                    language, to_string(grammar.error()));
    }
  }
  return models;
}

Result<understand::Grammar> load_grammar(const ModelFiles& files, const std::string& language) {
  understand::Language source = TRY(understand::read_language((files.intents / "data" / (language + ".json")).string()));
  const std::filesystem::path own = files.sentences / language / "hearth.yaml";
  if (std::filesystem::exists(own)) {
    TRY(understand::add_sentences(source, TRY(understand::read_language(own.string()))));
  }
  return understand::Grammar::compile(std::move(source));
}

Parts make_parts(const Models& models) {
  Parts parts;
  parts.grammars = &models.grammars;
  parts.worder = &models.worder;
  return parts;
}

}  // namespace hearth::engine
