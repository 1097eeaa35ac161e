// Several commands in one sentence: natural sentences with homes of their own, and pairs of the acceptance suite.
#pragma once

#include "engine/models.h"
#include "score/scorer.h"

namespace hearth::score {

/// A file: one JSON object a line, {id, language?, home?, here?, text, frames}; by["half"] tells even and odd lines
/// apart, so that what was tuned on one is measured on the other. Free sentences of that format are judged so as well.
/// A folder with tests/LANGUAGE/ (the acceptance suite): 600 pairs of its sentences a language, drawn by seed and
/// joined by a connector; right when the pair means what both mean alone.
class CompoundScorer final : public Scorer {
 public:
  explicit CompoundScorer(engine::ModelFiles files) : files_(std::move(files)) {}

  std::string_view name() const override { return "understanding/compound"; }
  std::string_view about() const override {
    return "several commands in one sentence, from text to what the house does; of a folder: pairs of suite sentences";
  }
  std::string_view usual_data() const override { return "nlu/compound.jsonl"; }
  Result<Score> run(const std::string& path, const ScoreOptions& options) const override;

 private:
  const engine::ModelFiles files_;
};

}  // namespace hearth::score
