// Home Assistant's acceptance sentences, at two levels: what the grammar reads, and what a whole house does.
#pragma once

#include "engine/models.h"
#include "score/scorer.h"

namespace hearth::score {

/// Counts of the whole are those of the house for the intents that Hearth claims. Beside them: by["level"] grammar
/// (`grammar strict`: implied domains counted as errors), house and house, other intents; by["grammar"] and
/// by["grammar strict"], the same for each language; by["intent"], by["language"]; by["problem"]: "wrong action" and
/// "wrong answer", the two kinds of wrong.
class HaSuiteScorer final : public Scorer {
 public:
  explicit HaSuiteScorer(engine::ModelFiles files) : files_(std::move(files)) {}

  std::string_view name() const override { return "understanding/ha-suite"; }
  std::string_view about() const override {
    return "sentences of Home Assistant's acceptance suite, each in its own home, from text to what the house does";
  }
  std::string_view usual_data() const override { return "ha-intents"; }
  /// `path`: the folder with tests/LANGUAGE/, or one file in the tree that it holds. A language for which the house has
  /// no sentences is read by the grammar, and missed by the house.
  Result<Score> run(const std::string& path, const ScoreOptions& options) const override;

 private:
  const engine::ModelFiles files_;
};

}  // namespace hearth::score
