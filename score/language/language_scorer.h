// Whether the language of a sentence is found where a house expects another one.
#pragma once

#include "engine/models.h"
#include "score/scorer.h"

namespace hearth::score {

/// Home Assistant's acceptance sentences of all the languages, each said in its file's home to a household that speaks
/// them all, through a satellite that is set to another one: to the first of `languages`, and those of the first to the
/// second. Missed: no language reads it, so that the one that was set stays. Wrong: another one was taken, or stayed
/// because it reads the sentence too. by["language"], by["taken for"].
class LanguageScorer final : public Scorer {
 public:
  explicit LanguageScorer(engine::ModelFiles files) : files_(std::move(files)) {}

  std::string_view name() const override { return "understanding/language"; }
  std::string_view about() const override {
    return "sentences of Home Assistant's acceptance suite, said in another language than the house expects";
  }
  std::string_view usual_data() const override { return "ha-intents"; }
  /// `path`: the folder with tests/LANGUAGE/. With fewer than two languages: en, de, fr and es.
  Result<Score> run(const std::string& path, const ScoreOptions& options) const override;

 private:
  const engine::ModelFiles files_;
};

}  // namespace hearth::score
