#include "score/language/language_scorer.h"

#include <chrono>

#include "score/report/tally.h"
#include "score/understanding/ha_suite.h"
#include "understand/language/spoken_language.h"

namespace hearth::score {
namespace {

using understand::Explained;
using understand::Grammar;

struct Spoken {
  understand::Understood all() const { return {commands, replies, follow_ups}; }

  std::string language;
  Grammar commands, replies, follow_ups;
};

/// As understand/understander does it: the language that is set, unless another one reads the sentence better.
const Spoken* language_of(const std::vector<Spoken>& all, const Spoken& set, const std::string& sentence,
                          const understand::Context& context, Explained& how) {
  const Spoken* best = &set;
  how = understand::explained_by(set.all(), false, sentence, context);
  for (const Spoken& other : all) {
    if (how.sure) break;
    const Explained better = understand::explained_by(other.all(), false, sentence, context);
    if (!(how < better)) continue;
    how = better;
    best = &other;
  }
  return best;
}

class Run {
 public:
  Run(const engine::Models& models, const std::vector<std::string>& languages, Tally& tally) : tally_(tally) {
    for (const std::string& language : languages) {
      const auto sentences = models.sentences.find(language);
      if (sentences != nullptr && models.sentences.contains(language)) {
        all_.push_back({language, sentences->commands, sentences->replies, sentences->follow_ups});
      }
    }
  }
  size_t languages() const { return all_.size(); }

  void file(const SuiteFile& file, const std::string& language, size_t& left) {
    std::vector<Spoken> here;
    const understand::HomeNames names = file.home.names();
    for (const Spoken& one : all_) {
      here.push_back({one.language, one.commands.with_names(names), one.replies.with_names(names),
                      one.follow_ups.with_names(names)});
    }
    const Spoken& set = language == here[0].language ? here[1] : here[0];
    for (const SuiteTest& test : file.tests) {
      for (const std::string& sentence : test.sentences) {
        if (left == 0) return;
        --left;
        one(here, set, sentence, language, file.home.context());
      }
    }
  }

 private:
  void one(const std::vector<Spoken>& here, const Spoken& set, const std::string& sentence, const std::string& language,
           const understand::Context& context) {
    Explained how;
    const auto begun = std::chrono::steady_clock::now();
    const Spoken* taken = language_of(here, set, sentence, context, how);
    const auto took = std::chrono::steady_clock::now() - begun;
    Outcome outcome = taken->language == language ? Outcome::Right : Outcome::Wrong;
    if (how.how == Explained::NotAtAll) outcome = Outcome::Missed;
    tally_.add(outcome, std::chrono::duration<double, std::micro>(took).count(), {{"language", language}});
    if (outcome == Outcome::Right) return;
    tally_.add_to("taken for", language + " as " + taken->language, outcome);
    tally_.failed({sentence, language, taken->language});
  }

  Tally& tally_;
  std::vector<Spoken> all_;
};

}  // namespace

Result<Score> LanguageScorer::run(const std::string& path, const ScoreOptions& options) const {
  std::vector<std::string> languages = options.languages;
  if (languages.size() < 2) languages = {"en", "de", "fr", "es"};
  const std::unique_ptr<engine::Models> models = TRY(engine::Models::load(files_, languages));
  Tally tally{std::string(name()), path};
  Run run(*models, languages, tally);
  if (run.languages() < languages.size()) return unavailable(models->missing(), files_.intents.string());
  for (const std::string& language : languages) {
    size_t left = options.limit == 0 ? SIZE_MAX : options.limit;
    const std::vector<SuiteFile> files = TRY(read_suite(path, language));
    for (size_t i = 0; i < files.size(); ++i) {
      run.file(files[i], language, left);
      if (options.progress) options.progress(static_cast<double>(i) / static_cast<double>(files.size()), language);
    }
  }
  return std::move(tally).finish();
}

}  // namespace hearth::score
