#include "engine/models.h"

#include <fmt/format.h>

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

}  // namespace hearth::engine
