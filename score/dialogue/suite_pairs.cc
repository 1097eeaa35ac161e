#include "score/dialogue/suite_pairs.h"

#include <algorithm>
#include <chrono>
#include <random>

#include "home/merge.h"
#include "score/report/tally.h"
#include "score/understanding/furnished_home.h"
#include "score/understanding/ha_suite.h"
#include "understand/dialogue/follow_up.h"
#include "understand/intents/intent_names.h"
#include "understand/understander.h"

namespace hearth::score {
namespace {

constexpr size_t kPairs = 600;
constexpr uint32_t kSeed = 5;
constexpr size_t kMostTries = 20'000;

struct Sentence {
  const SuiteFile* file = nullptr;
  const SuiteTest* test = nullptr;
  std::string text;
};

/// What is compared: a question carries the whole sentence, which differs.
std::vector<flow::Request> wanted(const flow::Meaning& meaning) {
  if (meaning.readings.empty()) return {};
  std::vector<flow::Request> requests = meaning.readings.front().requests;
  for (flow::Request& request : requests) {
    if (request.question) request.question->text.clear();
  }
  return requests;
}

/// Understood alone: one request, and the home has what it is about.
bool stands(const std::vector<flow::Request>& requests) {
  if (requests.size() != 1) return false;
  const flow::Request& request = requests.front();
  if (!understand::concerns_things(request.intent, request.question.has_value()) || !request.targets.empty())
    return true;
  return std::ranges::any_of(request.slots, [](const flow::Slot& slot) { return !slot.candidates.empty(); });
}

class Pairs {
 public:
  Pairs(const engine::Models& models, std::string language, Tally& tally)
      : understander_(models.sentences, models.times), language_(std::move(language)), tally_(tally) {
    if (const auto sentences = models.sentences.find(language_); sentences != nullptr) {
      connectors_ = sentences->words.between;
    }
  }

  Status run(const std::string& suite, size_t limit, const ScoreOptions& options) {
    const std::vector<SuiteFile> files = TRY(read_suite(suite, language_));
    const std::vector<Sentence> sentences = usable(files);
    if (sentences.empty() || connectors_.empty()) return ok();
    std::mt19937 random(kSeed);
    const size_t pairs = limit > 0 ? std::min(limit, kPairs) : kPairs;
    size_t done = 0;
    for (size_t tried = 0; done < pairs && tried < kMostTries; ++tried) {
      const Sentence& first = sentences[random() % sentences.size()];
      const Sentence& second = sentences[random() % sentences.size()];
      const std::string& connector = connectors_[random() % connectors_.size()];
      if (one(first, second, connector)) ++done;
      if (options.progress) options.progress(static_cast<double>(done) / static_cast<double>(pairs), language_);
    }
    return ok();
  }

 private:
  std::vector<Sentence> usable(const std::vector<SuiteFile>& files) const {
    std::vector<Sentence> found;
    for (const SuiteFile& file : files) {
      for (const SuiteTest& test : file.tests) {
        for (const std::string& text : test.sentences) {
          const bool joined = text.find(',') != std::string::npos || understand::holds_word(text, connectors_);
          if (!joined) found.push_back({&file, &test, text});
        }
      }
    }
    return found;
  }

  flow::Meaning read(const std::string& text, const memory::View& view, flow::DeviceId device) {
    flow::Utterance said;
    said.text = text;
    said.language = language_;
    said.heard.device = device;
    return understander_.understand(said, view);
  }

  /// False when a half is not understood alone, so that the pair says nothing.
  bool one(const Sentence& first, const Sentence& second, const std::string& connector) {
    const ToldCase cases[] = {{first.file, first.test}, {second.file, second.test}};
    const FurnishedHome furnished = furnish(cases);
    memory::View view;
    view.home = std::make_shared<const home::Home>(furnished.home);
    const flow::DeviceId device = furnished.home.devices.empty() ? flow::DeviceId{} : furnished.home.devices.front().id;
    const std::vector<flow::Request> left = wanted(read(first.text, view, device));
    std::vector<flow::Request> right = wanted(read(second.text, view, device));
    if (!stands(left) || !stands(right)) return false;
    const std::string text = first.text + (connector == "," ? ", " : " " + connector + " ") + second.text;
    const auto begun = std::chrono::steady_clock::now();
    const std::vector<flow::Request> got = wanted(read(text, view, device));
    const auto took = std::chrono::steady_clock::now() - begun;
    std::vector<flow::Request> expected = left;
    expected.insert(expected.end(), right.begin(), right.end());
    const Outcome outcome = got == expected ? Outcome::Right : got.empty() ? Outcome::Missed : Outcome::Wrong;
    tally_.add(outcome, std::chrono::duration<double, std::micro>(took).count(), {{"language", language_}});
    if (outcome != Outcome::Right) {
      tally_.failed({text, first.file->intent + " and " + second.file->intent,
                     got.empty() ? "nothing" : std::to_string(got.size()) + " requests"});
    }
    return true;
  }

  understand::Understander understander_;
  const std::string language_;
  std::vector<std::string> connectors_;
  Tally& tally_;
};

}  // namespace

Result<Score> score_suite_pairs(const engine::ModelFiles& files, const std::string& suite, const ScoreOptions& options,
                                const std::string& name) {
  const std::unique_ptr<engine::Models> models = TRY(engine::Models::load(files, options.languages));
  Tally tally(name, suite);
  for (const std::string& language : options.languages) {
    TRY(Pairs(*models, language, tally).run(suite, options.limit, options));
  }
  return std::move(tally).finish();
}

}  // namespace hearth::score
