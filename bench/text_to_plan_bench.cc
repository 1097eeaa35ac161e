// Text to Plan in a running house: the threads, lanes and journal of the daemon, the sentences of the acceptance suite,
// each in the home of its test, filled up with other things. Prints one line of JSON, in microseconds: from the moment
// a door hands the words over until the plan is decided ("understood", …) and until it is begun and its words are
// worded, ready for the journal ("worded").
// usage: text_to_plan_bench SUITE ENTITIES [EVERY [LANGUAGE...]]   (1, en de fr es; EVERY: each EVERYth test alone)
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <future>
#include <mutex>
#include <random>
#include <sstream>

#include "apps/files.h"
#include "base/log.h"
#include "engine/house_thread.h"
#include "engine/models.h"
#include "graph/threaded_executor.h"
#include "memory/sqlite_journal.h"
#include "score/understanding/presupposed.h"

namespace {

using namespace hearth;
using Steady = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr auto kPatience = std::chrono::seconds(10);

double microseconds(Steady::time_point from, Steady::time_point to) {
  return std::chrono::duration<double, std::micro>(to - from).count();
}

/// What a sentence came to, seen on the house thread.
struct Seen {
  Steady::time_point decided, worded;
  bool understood = false;
};

/// When the runner was given the plan: its span says so.
Steady::time_point decided_at(const engine::Core& core, flow::TraceId trace, Steady::time_point otherwise) {
  for (const graph::NodeHealth& node : core.graph_health().nodes) {
    if (node.name != "act.runner") continue;
    for (const graph::Span& span : node.spans) {
      if (span.trace == trace.value) return Steady::time_point(std::chrono::nanoseconds(span.began));
    }
  }
  return otherwise;
}

/// Devices that do at once what they are told, and say so.
class ObedientDoor final : public connect::Door {
 public:
  std::string_view name() const override { return score::kSuiteDoor; }
  Status open(connect::HouseInbox& inbox) override {
    inbox_ = &inbox;
    return ok();
  }
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) override {
    inbox_->receipt({.plan = command.plan, .step = command.step});
    const auto* set = std::get_if<flow::Set>(&command.what);
    const home::Entity* entity = set == nullptr ? nullptr : home->entity(set->entity);
    if (entity != nullptr) inbox_->observe(name(), entity->key, {.capability = set->capability, .value = set->to});
  }
  connect::DoorHealth health() const override { return {.name = std::string(name()), .connected = true}; }
  void close() override {}

 private:
  connect::HouseInbox* inbox_ = nullptr;
};

/// One house on its threads, with its journal in a file.
class RunningHouse {
 public:
  static Result<std::unique_ptr<RunningHouse>> start(const engine::Models& models, const fs::path& journal,
                                                     const score::Past& past, const Clock& clock) {
    std::unique_ptr<RunningHouse> running(new RunningHouse(clock));
    running->journal_ = TRY(memory::SqliteJournal::open(journal));
    running->journal_->append({past.entries, memory::Durability::Committed, {}});
    TRY(running->journal_->flush());
    running->house_ = TRY(engine::House::open(engine::make_parts(models), running->executor_, clock, *running->journal_,
                                              {.version = "bench"}));
    running->house_->attach(running->door_);
    TRY(running->door_.open(*running->house_));
    running->house_->listen([self = running.get()](std::span<const flow::Entry> entries, const engine::Core& core) {
      self->look(entries, core);
      return engine::House::Told();
    });
    running->thread_ = std::make_unique<engine::HouseThread>(*running->house_);
    return running;
  }
  ~RunningHouse() {
    thread_.reset();
    if (journal_) (void)journal_->flush();
  }

  struct Took {
    double decided_us = 0, worded_us = 0;
    bool understood = false;
  };
  /// Errors: Timeout.
  Result<Took> say(const std::string& text, const std::string& language) {
    TRY(settle());
    flow::Utterance utterance;
    utterance.text = text;
    utterance.language = language;
    utterance.heard.conversation = "sentence " + std::to_string(++said_);
    const auto begun = Steady::now();
    house_->hear(score::kSuiteDoor, score::kSpeaker, std::move(utterance));
    std::unique_lock lock(mutex_);
    if (!changed_.wait_for(lock, kPatience, [this] { return seen_.has_value(); })) {
      return timed_out("no plan within ten seconds", text);
    }
    const Seen seen = *std::exchange(seen_, std::nullopt);
    return Took{microseconds(begun, seen.decided), microseconds(begun, seen.worded), seen.understood};
  }

 private:
  explicit RunningHouse(const Clock& clock) : executor_(clock) {}

  /// Until what the last sentence led to is done and written.
  Status settle() {
    for (int i = 0; i < 3; ++i) {
      TRY(journal_->flush());
      std::promise<void> taken;
      house_->ask([&taken](const engine::Core&) { taken.set_value(); });
      if (taken.get_future().wait_for(kPatience) != std::future_status::ready) return timed_out("the house is busy");
    }
    return ok();
  }

  /// The house thread.
  void look(std::span<const flow::Entry> entries, const engine::Core& core) {
    const auto now = Steady::now();
    if (std::holds_alternative<flow::Utterance>(entries.front().message)) trace_ = entries.front().trace;
    for (const flow::Entry& entry : entries) {
      if (entry.trace != trace_) continue;
      if (const auto* meaning = std::get_if<flow::Meaning>(&entry.message)) understood_ = !meaning->readings.empty();
      if (!std::holds_alternative<flow::Plan>(entry.message)) continue;
      const Steady::time_point decided =
          decided_at(core, std::exchange(trace_, {}), now);  // a plan that follows later is not the first
      const std::lock_guard lock(mutex_);
      seen_ = Seen{decided, now, understood_};
      changed_.notify_one();
    }
  }

  std::unique_ptr<memory::SqliteJournal> journal_;
  graph::ThreadedExecutor executor_;
  ObedientDoor door_;
  std::unique_ptr<engine::House> house_;
  flow::TraceId trace_;      // the house thread's
  bool understood_ = false;  // the house thread's
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Seen> seen_;  // guarded by mutex_
  std::unique_ptr<engine::HouseThread> thread_;
  int said_ = 0;
};

/// Sensors for the most part, in rooms of twelve things; their names nobody says.
class Padding {
 public:
  explicit Padding(size_t entities) : entities_(entities) {}

  void fill(score::SuiteHome& home) const {
    constexpr std::array kKinds{"sensor", "switch", "sensor", "light",        "sensor", "binary_sensor",
                                "sensor", "cover",  "sensor", "media_player", "switch", "sensor"};
    std::mt19937 dice(1);
    for (size_t i = 0; home.entities.size() < entities_; ++i) {
      home.entities.push_back({fmt::format("{} {} {}", word(dice), word(dice), i), kKinds[i % kKinds.size()], "",
                               fmt::format("Zone {}", 100 + i / kKinds.size()), Json()});
    }
    for (size_t at = 0; at < home.entities.size(); at += kKinds.size()) {
      home.areas.push_back({fmt::format("Zone {}", 100 + at / kKinds.size()), "", false});
    }
  }

 private:
  static std::string word(std::mt19937& dice) {
    constexpr std::string_view kFirst = "bdfgklmnprstvz", kSecond = "aeiou";
    std::string made;
    for (int i = 0; i < 3; ++i) {
      made += kFirst[dice() % kFirst.size()];
      made += kSecond[dice() % kSecond.size()];
    }
    return made;
  }

  const size_t entities_;
};

struct Timed {
  double us = 0;
  std::string sentence;
};

Json percentiles(std::vector<Timed> all) {
  std::ranges::sort(all, {}, &Timed::us);
  if (all.empty()) return {{"count", 0}};
  Json slowest = Json::array();
  for (size_t i = 0; i < std::min<size_t>(all.size(), 5); ++i) {
    slowest.push_back({{"us", std::round(all[all.size() - 1 - i].us)}, {"sentence", all[all.size() - 1 - i].sentence}});
  }
  return {{"count", all.size()},
          {"p50_us", all[all.size() / 2].us},
          {"p99_us", all[all.size() * 99 / 100].us},
          {"slowest", std::move(slowest)}};
}

std::string backwards(const std::string& sentence) {
  std::istringstream words(sentence);
  std::string word, turned;
  while (words >> word) turned = turned.empty() ? word : word + " " + turned;
  return turned;
}

class Bench {
 public:
  Bench(const engine::Models& models, fs::path folder, size_t entities, size_t every)
      : models_(models), folder_(std::move(folder)), padding_(entities), every_(every) {}

  Status all(const std::string& suite, const std::string& language) {
    for (score::SuiteFile& file : TRY(score::read_suite(suite, language))) {
      padding_.fill(file.home);
      for (const score::SuiteTest& test : file.tests) {
        if (tests_++ % every_ == 0) TRY(one(file, test, language));
      }
    }
    return ok();
  }

  Json report(size_t entities) const {
    Json by = Json::object();
    for (const auto& [language, times] : by_language_) by[language] = percentiles(times);
    return {{"entities", entities},
            {"understood", percentiles(understood_)},
            {"worded", percentiles(worded_)},
            {"not_understood", percentiles(missed_)},
            {"words_turned_round", {{"understood", turned_understood_}, {"not_understood", percentiles(turned_)}}},
            {"by", {{"language", by}}}};
  }

 private:
  Status one(const score::SuiteFile& file, const score::SuiteTest& test, const std::string& language) {
    const score::Past past = score::past_of(file, test, score::furnish(file, test), clock_.now());
    const fs::path journal = folder_ / fmt::format("{}.db", ++houses_);
    {
      const auto house = TRY(RunningHouse::start(models_, journal, past, clock_));
      TRY(house->say("hmm", language));  // the names of the home are compiled for the first sentence
      for (const std::string& sentence : test.sentences) {
        const RunningHouse::Took took = TRY(house->say(sentence, language));
        (took.understood ? understood_ : missed_).push_back({took.decided_us, sentence});
        if (!took.understood) continue;
        worded_.push_back({took.worded_us, sentence});
        by_language_[language].push_back({took.decided_us, sentence});
      }
      const std::string turned = backwards(test.sentences.front());
      const RunningHouse::Took took = TRY(house->say(turned, language));
      if (took.understood) ++turned_understood_;
      if (!took.understood) turned_.push_back({took.decided_us, turned});
    }
    for (const char* part : {"", "-shm", "-wal", ".lock"}) fs::remove(journal.string() + part);
    return ok();
  }

  const engine::Models& models_;
  const fs::path folder_;
  const Padding padding_;
  const size_t every_;
  SystemClock clock_;
  size_t tests_ = 0, houses_ = 0, turned_understood_ = 0;
  std::vector<Timed> understood_, worded_, missed_, turned_;
  std::map<std::string, std::vector<Timed>> by_language_;
};

Result<Json> run(const std::string& suite, size_t entities, size_t every, const std::vector<std::string>& languages,
                 const fs::path& folder) {
  engine::ModelFiles files = apps::model_files();
  files.cache = folder / "cache";
  const auto models = TRY(engine::Models::load(files, languages));
  Bench bench(*models, folder, entities, every);
  for (const std::string& language : languages) TRY(bench.all(suite, language));
  return bench.report(entities);
}

}  // namespace

int main(int count, char** words) {
  start_logging("error");
  const size_t entities = count > 2 ? std::strtoull(words[2], nullptr, 10) : 0;
  const size_t every = count > 3 ? std::strtoull(words[3], nullptr, 10) : 1;
  if (entities == 0 || every == 0) {
    std::fputs("usage: text_to_plan_bench SUITE ENTITIES [EVERY [LANGUAGE...]]\n", stderr);
    return 2;
  }
  std::vector<std::string> languages{"en", "de", "fr", "es"};
  if (count > 4) languages.assign(words + 4, words + count);
  const fs::path folder = fs::temp_directory_path() / ("hearth_text_to_plan." + std::to_string(getpid()));
  fs::create_directories(folder);
  const Result<Json> out = run(words[1], entities, every, languages, folder);
  fs::remove_all(folder);
  if (!out) {
    std::fprintf(stderr, "text_to_plan_bench: %s\n", to_string(out.error()).c_str());
    return 1;
  }
  std::printf("%s\n", dump(*out).c_str());
}
