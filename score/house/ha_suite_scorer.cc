#include "score/house/ha_suite_scorer.h"

#include <filesystem>

#include "score/house/suite_house.h"
#include "score/report/tally.h"
#include "score/understanding/judgement.h"
#include "understand/grammar/intent_source.h"

namespace hearth::score {
namespace {

namespace fs = std::filesystem;

struct LanguageFiles {
  std::string language;
  std::vector<SuiteFile> files;
};

/// One file as the language that its path tells: …/tests/en/HassTurnOn/name_only.yaml.
Result<LanguageFiles> read_one(const fs::path& path) {
  const fs::path absolute = fs::absolute(path).lexically_normal();
  const fs::path folder = absolute.parent_path().parent_path();
  const std::string inside = absolute.lexically_relative(folder).string();
  return LanguageFiles{folder.filename(), {TRY(read_suite_file(folder, inside))}};
}

Result<std::vector<LanguageFiles>> read(const std::string& path, const ScoreOptions& options) {
  std::vector<LanguageFiles> all;
  if (fs::is_regular_file(path)) {
    all.push_back(TRY(read_one(path)));
    return all;
  }
  for (const std::string& language : options.languages) { all.push_back({language, TRY(read_suite(path, language))}); }
  return all;
}

Outcome outcome_of(Verdict verdict, bool strict) {
  if (verdict == Verdict::Missed) return Outcome::Missed;
  if (verdict == Verdict::Exact || (verdict == Verdict::RightButFor && !strict)) return Outcome::Right;
  return Outcome::Wrong;
}

/// All sentences of one language, in the order of the files.
class Run {
 public:
  Run(const engine::Models& models, const LanguageFiles& files, const ScoreOptions& options, Tally& tally)
      : models_(models),
        files_(files),
        options_(options),
        tally_(tally),
        speaks_(models.sentences.contains(files.language)) {
    for (const SuiteFile& file : files.files) cases_ += file.cases();
    if (options.limit > 0) cases_ = std::min(cases_, options.limit);
  }

  /// `grammar`: the templates of the suite's own project alone.
  Status all(const understand::Grammar& grammar) {
    for (const SuiteFile& file : files_.files) {
      const understand::Grammar here = grammar.with_names(file.home.names());
      for (const SuiteTest& test : file.tests) TRY(one(file, test, here));
    }
    return ok();
  }

 private:
  Status one(const SuiteFile& file, const SuiteTest& test, const understand::Grammar& grammar) {
    const FurnishedHome furnished = furnish(file, test);
    const Past past = past_of(file, test, furnished, SuiteHouse::now());
    const Expectation expected = expectation_of(file, test, furnished, past.meant);
    for (const std::string& sentence : test.sentences) {
      if (done_ == cases_) return ok();
      read_alone(file, test, sentence, grammar);
      TRY(live(file, sentence, past, expected));
      ++done_;
      if (options_.progress) {
        options_.progress(static_cast<double>(done_) / static_cast<double>(cases_), files_.language + ": " + sentence);
      }
    }
    return ok();
  }

  void read_alone(const SuiteFile& file, const SuiteTest& test, const std::string& sentence,
                  const understand::Grammar& grammar) {
    const std::vector<understand::Parse> parses = grammar.parse(sentence, file.home.context());
    const understand::Parse* best = parses.empty() ? nullptr : &parses.front();
    const Verdict verdict = judge(file, test, best);
    for (const bool strict : {false, true}) {
      const std::string level = strict ? "grammar strict" : "grammar";
      tally_.add_to("level", level, outcome_of(verdict, strict));
      tally_.add_to(level, files_.language, outcome_of(verdict, strict));
    }
    if (outcome_of(verdict, false) != Outcome::Right) {
      tally_.failed({sentence, "by the grammar alone: " + describe(file, test), describe(best)});
    }
  }

  /// In a fresh house, which has heard something before: its names are ready, as they are in a house at work.
  Status live(const SuiteFile& file, const std::string& sentence, const Past& past, const Expectation& expected) {
    const std::unique_ptr<SuiteHouse> house = TRY(SuiteHouse::open(models_, past));
    Reply reply;
    Judgement judgement{.got = "nothing: the house has no sentences of this language"};
    if (speaks_) {
      house->say("hmm", files_.language);
      reply = house->say(sentence, files_.language);
      judgement = judge(expected, reply.plan ? &*reply.plan : nullptr, reply.words, house->home());
    }
    if (is_claimed(file.intent)) {
      tally_.add(judgement.outcome, reply.microseconds,
                 {{"level", "house"}, {"intent", file.intent}, {"language", files_.language}});
      if (judgement.outcome == Outcome::Wrong) {
        tally_.add_to("problem", judgement.wrong_action ? "wrong action" : "wrong answer", judgement.outcome);
      }
      if (judgement.outcome != Outcome::Right) {
        tally_.failed({sentence, file.intent + ": " + describe(expected, house->home()), judgement.got});
      }
    } else {
      tally_.add_to("level", "house, other intents", judgement.outcome);
      tally_.add_to("other intent", file.intent, judgement.outcome);
      if (judgement.wrong_action) tally_.add_to("problem", "wrong action, other intents", judgement.outcome);
    }
    return ok();
  }

  const engine::Models& models_;
  const LanguageFiles& files_;
  const ScoreOptions& options_;
  Tally& tally_;
  const bool speaks_;
  size_t cases_ = 0, done_ = 0;
};

}  // namespace

Result<Score> HaSuiteScorer::run(const std::string& path, const ScoreOptions& options) const {
  const std::vector<LanguageFiles> files = TRY(read(path, options));
  std::vector<std::string> languages;
  for (const LanguageFiles& one : files) languages.push_back(one.language);
  const std::unique_ptr<engine::Models> models = TRY(engine::Models::load(files_, languages));
  Tally tally(std::string(name()), path);
  for (const LanguageFiles& one : files) {
    const fs::path templates = files_.intents / (one.language + ".json");
    const understand::Grammar grammar =
        TRY(understand::Grammar::compile(TRY(understand::read_language(templates.string()))));
    TRY(Run(*models, one, options, tally).all(grammar));
  }
  return std::move(tally).finish();
}

}  // namespace hearth::score
