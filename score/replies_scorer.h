// What the acceptance suite wants to hear after each of its sentences, to the letter.
#pragma once

#include "engine/models.h"
#include "score/scorer.h"

namespace hearth::score {

/// The best reading of the grammar, its slots and the things that it asks for in the file's little home, put into words
/// by the package's own reply. Right: one of the texts that the suite names. Missed: no reading, or no such reply.
/// by["language"], by["intent"].
class RepliesScorer final : public Scorer {
 public:
  explicit RepliesScorer(engine::ModelFiles files) : files_(std::move(files)) {}

  std::string_view name() const override { return "understanding/replies"; }
  std::string_view about() const override {
    return "spoken replies to Home Assistant's acceptance suite, exact text, from sentence to words";
  }
  std::string_view usual_data() const override { return "ha-intents"; }
  /// `path`: the folder with tests/LANGUAGE/.
  Result<Score> run(const std::string& path, const ScoreOptions& options) const override;

 private:
  const engine::ModelFiles files_;
};

}  // namespace hearth::score
