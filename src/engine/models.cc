#include "engine/models.h"

#include <fmt/format.h>

namespace hearth::engine {

Result<std::unique_ptr<Models>> Models::load(const ModelFiles& files, const std::vector<std::string>& languages,
                                             Languages::Demand demand) {
  auto models = std::make_unique<Models>(files, act::Worder(TRY(act::Phrasebook::load(files.phrases))));
  models->languages.start(languages, demand);
  return models;
}

std::string Models::missing() const { return fmt::format("{}", fmt::join(languages.problems(), "; ")); }

Parts make_parts(const Models& models, std::string_view zone) {
  Parts parts;
  if (!zone.empty()) parts.decide.zone = calendar::Zone::find(zone).value_or({});
  parts.sentences = &models.sentences;
  parts.worder = &models.worder;
  return parts;
}

}  // namespace hearth::engine
