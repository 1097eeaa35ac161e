#include "score/understanding/ha_suite_score.h"

#include <algorithm>
#include <chrono>

#include "understand/grammar/intent_source.h"

namespace hearth::score {
namespace {

constexpr size_t kMaxFailures = 200;

using Stopwatch = std::chrono::steady_clock;

double microseconds_since(Stopwatch::time_point start) {
  return std::chrono::duration<double, std::micro>(Stopwatch::now() - start).count();
}

void count(SuiteReport::Count& into, Verdict verdict) {
  ++into.cases;
  into.missed += verdict == Verdict::Missed ? 1 : 0;
  into.wrong += verdict == Verdict::Wrong ? 1 : 0;
  into.right += verdict >= Verdict::RightButFor ? 1 : 0;
}

class Scorer {
 public:
  explicit Scorer(const SuiteOptions& options) : options_(options) {}

  Status run(const std::string& language) {
    const auto start = Stopwatch::now();
    const std::string templates = options_.templates + "/" + language + ".json";
    auto sentences = TRY(understand::read_language(templates));
    const auto grammar = TRY(understand::Grammar::compile(std::move(sentences)));
    report_.compile_ms += microseconds_since(start) / 1000;
    left_ = options_.limit == 0 ? SIZE_MAX : options_.limit;
    for (const SuiteFile& file : TRY(read_suite(options_.suite, language))) run(file, language, grammar);
    return ok();
  }

  SuiteReport report() {
    std::sort(times_.begin(), times_.end());
    if (!times_.empty()) {
      report_.p50_us = times_[times_.size() / 2];
      report_.p99_us = times_[times_.size() * 99 / 100];
    }
    return std::move(report_);
  }

 private:
  void run(const SuiteFile& file, const std::string& language, const understand::Grammar& grammar) {
    const understand::Grammar here = grammar.with_names(file.home.names());
    const understand::Context context = file.home.context();
    for (const SuiteTest& test : file.tests) {
      for (const std::string& sentence : test.sentences) {
        if (left_ == 0) return;
        --left_;
        const auto start = Stopwatch::now();
        const std::vector<understand::Parse> parses = here.parse(sentence, context);
        times_.push_back(microseconds_since(start));
        const understand::Parse* best = parses.empty() ? nullptr : &parses.front();
        note(judge(file, test, best), sentence, file, test, best, language);
      }
    }
  }

  void note(Verdict verdict, const std::string& sentence, const SuiteFile& file, const SuiteTest& test,
            const understand::Parse* best, const std::string& language) {
    count(report_.all, verdict);
    count(report_.by_language[language], verdict);
    count(report_.by_intent[file.intent], verdict);
    report_.right_strict += verdict == Verdict::Exact ? 1 : 0;
    if (verdict < Verdict::RightButFor && report_.failures.size() < kMaxFailures) {
      report_.failures.push_back({sentence, describe(file, test), describe(best), language + "/" + file.path});
    }
  }

  const SuiteOptions& options_;
  SuiteReport report_;
  std::vector<double> times_;
  size_t left_ = 0;
};

Json counts(const std::map<std::string, SuiteReport::Count>& by) {
  Json out = Json::object();
  for (const auto& [key, count] : by) {
    out[key] = {{"cases", count.cases}, {"right", count.right}, {"wrong", count.wrong}, {"missed", count.missed}};
  }
  return out;
}

}  // namespace

Result<SuiteReport> score_ha_suite(const SuiteOptions& options) {
  Scorer scorer(options);
  for (const std::string& language : options.languages) TRY(scorer.run(language));
  return scorer.report();
}

Json to_json(const SuiteReport& report) {
  Json failures = Json::array();
  for (const SuiteFailure& failure : report.failures) {
    failures.push_back(
        {{"input", failure.input}, {"expected", failure.expected}, {"got", failure.got}, {"file", failure.file}});
  }
  return {{"cases", report.all.cases},
          {"right", report.all.right},
          {"wrong", report.all.wrong},
          {"missed", report.all.missed},
          {"right_strict", report.right_strict},
          {"p50_us", report.p50_us},
          {"p99_us", report.p99_us},
          {"compile_ms", report.compile_ms},
          {"by", {{"language", counts(report.by_language)}, {"intent", counts(report.by_intent)}}},
          {"failures", std::move(failures)}};
}

}  // namespace hearth::score
