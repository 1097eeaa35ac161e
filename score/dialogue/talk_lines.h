// Files with one JSON object a line, as the language sets have them.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "score/dialogue/scored_home.h"
#include "score/scorer.h"

namespace hearth::score {

struct TalkLine {
  std::string id, language, here;
  Json body;
  size_t number = 0;  ///< of the line in its file, from 1
};

/// The lines in the languages asked for ("en" where a line names none), at most `limit` of each; `needs`: members that
/// every line must have. Errors: NotFound; InvalidInput naming file and line and what was expected.
Result<std::vector<TalkLine>> read_talk_lines(const std::string& path, const ScoreOptions& options,
                                              const std::vector<std::string>& needs);

/// The languages that the lines are in, each once, sorted.
std::vector<std::string> languages_of(const std::vector<TalkLine>& lines);

/// The home of a line: its own, else the standard one, which is looked for in the folders above and beside `path`.
class LineHomes {
 public:
  explicit LineHomes(std::string path) : path_(std::move(path)) {}
  /// Errors: those of scored_home; NotFound where a line needs the standard home and there is none.
  Result<ScoredHome> home_of(const TalkLine& line);

 private:
  Status read_standard();

  const std::string path_;
  Json standard_;
};

}  // namespace hearth::score
