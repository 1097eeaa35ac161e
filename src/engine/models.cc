#include "engine/models.h"

#include <fmt/format.h>

namespace hearth::engine {

Result<std::unique_ptr<Models>> Models::load(const ModelFiles& files, const std::vector<std::string>& languages) {
  auto models = std::make_unique<Models>(Models{.worder = act::Worder(TRY(act::Phrasebook::load(files.phrases)))});
  for (const std::string& language : languages) {
    const std::filesystem::path intents = files.intents / (language + ".json");
    Result<understand::Sentences> read =
        understand::read_sentences(intents.string(), (files.sentences / language).string());
    if (read) {
      models->sentences.emplace(language, std::move(read).value());
    } else if (models->missing.empty()) {
      models->missing =
          fmt::format("no sentences for '{}', so nothing said in it is understood: {}; tools/setup fetches them",
                      language, to_string(read.error()));
    }
  }
  return models;
}

Parts make_parts(const Models& models, std::string_view zone) {
  Parts parts;
  if (!zone.empty()) parts.decide.zone = calendar::Zone::find(zone).value_or({});
  parts.sentences = &models.sentences;
  parts.worder = &models.worder;
  return parts;
}

}  // namespace hearth::engine
