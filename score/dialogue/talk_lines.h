// Files with one JSON object a line, as the language sets have them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "engine/models.h"
#include "score/dialogue/dialogue_house.h"
#include "score/scorer.h"

namespace hearth::score {

struct TalkLine {
  std::string id, language, here;
  bool told = false;  ///< the line names its language; else it is the first that is asked for, or the house has to tell
  Json body;
  size_t number = 0;  ///< of the line in its file, from 1
};

/// The lines in the languages asked for (a line that names none is one of them), at most `limit` of each; `needs`:
/// members that every line must have. Errors: NotFound; InvalidInput naming file and line and what was expected.
Result<std::vector<TalkLine>> read_talk_lines(const std::string& path, const ScoreOptions& options,
                                              const std::vector<std::string>& needs);

/// Which half of the file a line is in: one is for tuning, the other for measuring.
std::string half_of(const TalkLine& line);

/// Calls `talk` with each of the lines and a house for it, whose names are ready as in a house at work. Its home is the
/// line's own, else the standard one, which is looked for in the folders above and beside `path`.
/// Errors: those of reading the lines, their homes and the models.
Status for_each_talk(const engine::ModelFiles& files, const std::string& path, const ScoreOptions& options,
                     const std::vector<std::string>& needs,
                     const std::function<void(const TalkLine& line, DialogueHouse& house)>& talk);

}  // namespace hearth::score
