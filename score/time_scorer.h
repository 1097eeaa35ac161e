// Times as people say them, from the words to the moment.
#pragma once

#include <filesystem>

#include "score/scorer.h"

namespace hearth::score {

class TimeScorer final : public Scorer {
 public:
  /// `sentences`: the folder with LANGUAGE/times.rules.
  explicit TimeScorer(std::filesystem::path sentences) : sentences_(std::move(sentences)) {}

  std::string_view name() const override { return "understanding/time"; }
  std::string_view about() const override {
    return "dates, times, lengths and recurrences as people say them, read to a moment, a grain and a rule";
  }
  std::string_view usual_data() const override { return "nlu/time"; }
  /// `path`: a file of lines, of which all are read, or a folder of time*.jsonl, read in the languages asked for.
  Result<Score> run(const std::string& path, const ScoreOptions& options) const override;

 private:
  const std::filesystem::path sentences_;
};

}  // namespace hearth::score
