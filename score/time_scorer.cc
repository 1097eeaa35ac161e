#include "score/time_scorer.h"

#include "score/time/time_score.h"

namespace hearth::score {

Result<Score> TimeScorer::run(const std::string& path, const ScoreOptions& options) const {
  TimeOptions wanted{.sentences = sentences_.string(), .limit = options.limit, .progress = options.progress};
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) wanted.languages = options.languages;
  return score_times(path, wanted);
}

}  // namespace hearth::score
