// How well times are read, over lines of a file or folder.
#pragma once

#include <functional>

#include "score/report/score.h"

namespace hearth::score {

struct TimeOptions {
  std::string sentences;                                                  ///< the folder with LANGUAGE/times.rules
  std::vector<std::string> languages;                                     ///< only these; empty: all in the data
  size_t limit = 0;                                                       ///< lines of each language; 0: all
  std::function<void(double share, const std::string& detail)> progress;  ///< may be empty
};

/// Beside the whole: by["language"], by["half"] ("de held": lines that nothing was tuned on), by["expected"] (what kind
/// of answer). A line is read as a whole; where that says nothing, the one time of its sentence counts.
/// Errors: those of reading lines and rules.
Result<Score> score_times(const std::string& path, const TimeOptions& options);

}  // namespace hearth::score
