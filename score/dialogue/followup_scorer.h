// Follow-ups: what a few words mean after what was said before.
#pragma once

#include "engine/models.h"
#include "score/scorer.h"

namespace hearth::score {

/// Talks of several turns: {id, category, language?, home?, here?, turns: [{text, expect}]}. Each turn after the first
/// counts; by["category"], by["half"] and by["language"] beside the whole.
class FollowUpScorer final : public Scorer {
 public:
  explicit FollowUpScorer(engine::ModelFiles files) : files_(std::move(files)) {}

  std::string_view name() const override { return "understanding/followup"; }
  std::string_view about() const override {
    return "follow-ups in a talk (place, pronoun, adjusting, again, correction), from text to what the house does";
  }
  std::string_view usual_data() const override { return "nlu/followup.jsonl"; }
  Result<Score> run(const std::string& path, const ScoreOptions& options) const override;

 private:
  const engine::ModelFiles files_;
};

}  // namespace hearth::score
