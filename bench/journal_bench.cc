// What the journal takes: entries through append, the writer thread and SQLite to the commit.
#include <benchmark/benchmark.h>

#include <atomic>
#include <filesystem>

#include "memory/sqlite_journal.h"

namespace {

using namespace hearth;

/// A journal in a folder of its own, on the file system of the working directory.
class Journal {
 public:
  Journal() : folder_(std::filesystem::absolute("journal_bench." + std::to_string(getpid()))) {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    auto opened = memory::SqliteJournal::open(folder_ / "home.db");
    if (opened) journal_ = std::move(opened).value();
  }
  ~Journal() {
    journal_.reset();
    std::filesystem::remove_all(folder_);
  }
  memory::SqliteJournal* operator->() { return journal_.get(); }
  explicit operator bool() const { return journal_ != nullptr; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<memory::SqliteJournal> journal_;
};

/// An observation and whom it is put down to: what a home mostly writes.
memory::Batch batch(uint64_t& last, Time at) {
  flow::Observation seen{.entity = {7}, .capability = home::Capability::Temperature, .value = 20.5};
  flow::Actuation by{.entity = {7}, .capability = home::Capability::Temperature, .before = 20.4, .after = 20.5};
  memory::Batch batch;
  const flow::TraceId trace{last + 1};
  batch.entries.push_back({{++last}, at, flow::Entry::Input, trace, "mqtt", std::move(seen)});
  batch.entries.push_back({{++last}, at, flow::Entry::Emission, trace, "sense.attribution", std::move(by)});
  return batch;
}

/// As fast as they come: the queue is always full and the writer commits many at once.
void Throughput(benchmark::State& state) {
  Journal journal;
  if (!journal) return state.SkipWithError("does not open");
  uint64_t last = 0;
  Time at = from_microseconds(1'700'000'000'000'000);
  for (auto _ : state) journal->append(batch(last, at += std::chrono::seconds(10)));
  if (!journal->flush().ok()) return state.SkipWithError("was not written");
  state.counters["entries"] = benchmark::Counter(static_cast<double>(last), benchmark::Counter::kIsRate);
}
BENCHMARK(Throughput)->UseRealTime()->MinTime(2);

/// One at a time, each waited for: what a command waits until it may leave.
void CommitLatency(benchmark::State& state, memory::Durability durability) {
  Journal journal;
  if (!journal) return state.SkipWithError("does not open");
  uint64_t last = 0;
  const Time at = from_microseconds(1'700'000'000'000'000);
  for (auto _ : state) {
    memory::Batch one = batch(last, at);
    one.durability = durability;
    std::atomic<bool> written = false;
    one.written = [&](const Status&) {
      written = true;
      written.notify_one();
    };
    journal->append(std::move(one));
    written.wait(false);
  }
}
BENCHMARK_CAPTURE(CommitLatency, committed, memory::Durability::Committed)->UseRealTime();
BENCHMARK_CAPTURE(CommitLatency, synced, memory::Durability::Synced)->UseRealTime();

}  // namespace

BENCHMARK_MAIN();
