#include "engine/models.h"

#include <fmt/format.h>

#include "base/log.h"

namespace hearth::engine {

Result<std::unique_ptr<Models>> Models::load(const ModelFiles& files, const std::vector<std::string>& languages,
                                             Languages::Demand demand) {
  auto models = std::make_unique<Models>(
      files, act::Worder(TRY(act::Phrasebook::load(files.phrases)), act::Replies(files.intents)));
  models->languages.on_ready([&replies = models->worder.replies()](const std::string& language) {
    const Status prepared = replies.prepare(language);
    if (!prepared) LOG_WARN("replies of '{}' are left out: {}", language, to_string(prepared.error()));
  });
  models->languages.start(languages, demand);
  std::vector<Error> problems;
  models->times = load_time_words(files.sentences, problems);
  for (const Error& problem : problems) models->unread.push_back(to_string(problem));
  return models;
}

std::string Models::missing() const {
  std::vector<std::string> all = languages.problems();
  all.insert(all.end(), unread.begin(), unread.end());
  return fmt::format("{}", fmt::join(all, "; "));
}

Parts make_parts(const Models& models, std::string_view zone) {
  Parts parts;
  if (!zone.empty()) parts.decide.zone = calendar::Zone::find(zone).value_or({});
  parts.sentences = &models.sentences;
  parts.worder = &models.worder;
  parts.times = models.times;
  return parts;
}

}  // namespace hearth::engine
