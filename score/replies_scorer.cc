#include "score/replies_scorer.h"

#include <algorithm>
#include <chrono>

#include "act/wording/replies.h"
#include "score/report/tally.h"
#include "score/understanding/suite_replies.h"
#include "text/normalise.h"
#include "understand/grammar/intent_source.h"

namespace hearth::score {
namespace {

/// The sentences of one language, in the order of the files.
class Run {
 public:
  Run(const std::string& language, const understand::Grammar& grammar, const act::Replies& replies,
      const ScoreOptions& options, Tally& tally)
      : language_(language), grammar_(grammar), replies_(replies), options_(options), tally_(tally) {}

  void all(const std::vector<SuiteFile>& files) {
    for (const SuiteFile& file : files) {
      const understand::Grammar here = grammar_.with_names(file.home.names());
      for (const SuiteTest& test : file.tests) {
        if (test.responses.empty()) continue;
        for (const std::string& sentence : test.sentences) one(file, test, sentence, here);
      }
      if (options_.progress) {
        options_.progress(static_cast<double>(&file - files.data() + 1) / static_cast<double>(files.size()),
                          language_ + ": " + file.path);
      }
    }
  }

 private:
  void one(const SuiteFile& file, const SuiteTest& test, const std::string& sentence,
           const understand::Grammar& grammar) {
    if (options_.limit > 0 && done_ == options_.limit) return;
    ++done_;
    const auto begun = std::chrono::steady_clock::now();
    const Result<std::string> said = answer(file, test, sentence, grammar);
    const auto took = std::chrono::steady_clock::now() - begun;
    const auto wanted = [&](const std::string& text) { return said.ok() && text::squeeze(text) == *said; };
    const bool right = std::ranges::any_of(test.responses, wanted);
    const Outcome outcome = right ? Outcome::Right : said.ok() ? Outcome::Wrong : Outcome::Missed;
    tally_.add(outcome, std::chrono::duration<double, std::micro>(took).count(),
               {{"language", language_}, {"intent", file.intent}});
    if (right) return;
    tally_.failed({sentence, language_ + " " + file.intent + ": " + test.responses.front(),
                   said.ok() ? *said : to_string(said.error())});
  }

  Result<std::string> answer(const SuiteFile& file, const SuiteTest& test, const std::string& sentence,
                             const understand::Grammar& grammar) const {
    const std::vector<understand::Parse> parses = grammar.parse(sentence, file.home.context());
    if (parses.empty()) return not_found("not understood", sentence);
    const understand::Parse& best = parses.front();
    return replies_.say(best.intent(), best.response(), language_, reply_context(file, test, best));
  }

  const std::string& language_;
  const understand::Grammar& grammar_;
  const act::Replies& replies_;
  const ScoreOptions& options_;
  Tally& tally_;
  size_t done_ = 0;
};

}  // namespace

Result<Score> RepliesScorer::run(const std::string& path, const ScoreOptions& options) const {
  const act::Replies replies = TRY(act::Replies::load(files_.intents, options.languages));
  Tally tally(std::string(name()), path);
  for (const std::string& language : options.languages) {
    const std::string templates = (files_.intents / (language + ".json")).string();
    const auto grammar = TRY(understand::Grammar::compile(TRY(understand::read_language(templates))));
    Run(language, grammar, replies, options, tally).all(TRY(read_suite(path, language)));
  }
  return std::move(tally).finish();
}

}  // namespace hearth::score
