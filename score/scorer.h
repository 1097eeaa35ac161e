// One faculty's measure: data in, score out. Each is a class of its own and one line in scorers.cc.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "score/report/score.h"

namespace hearth::score {

struct ScoreOptions {
  std::vector<std::string> languages{"en"};
  size_t limit = 0;  ///< cases of each language; 0: all
  /// Told now and then how far it is, 0 to 1, and of what; may be empty.
  std::function<void(double share, const std::string& detail)> progress;
};

/// Deterministic but for the times: the same data and build give the same counts and failures in the same order.
class Scorer {
 public:
  virtual ~Scorer() = default;

  /// "step/what", as `hearth score` takes it.
  virtual std::string_view name() const = 0;
  /// One line for people.
  virtual std::string_view about() const = 0;
  /// Where the data lies below the shared data folder: "ha-intents".
  virtual std::string_view usual_data() const = 0;
  /// `path`: a file or folder of the format that the faculty's data has. Errors: NotFound or InvalidInput that name
  /// file and line and what was expected; never a silent skip.
  virtual Result<Score> run(const std::string& path, const ScoreOptions& options) const = 0;
};

}  // namespace hearth::score
