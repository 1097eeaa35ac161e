// replay: live a journal again and compare, or feed a public recording of a real home through the whole house.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "apps/files.h"
#include "apps/hearth/commands.h"
#include "apps/hearth/progress.h"
#include "connect/recording/recording.h"
#include "engine/models.h"
#include "engine/replay.h"
#include "engine/simulated_house.h"
#include "engine/version.h"
#include "memory/sqlite_journal.h"

namespace hearth::apps {
namespace {

using Stopwatch = std::chrono::steady_clock;

struct Wanted {
  std::string journal, recording, output, zone = "UTC";
};

double seconds_since(Stopwatch::time_point start) {
  return std::chrono::duration<double>(Stopwatch::now() - start).count();
}

int verify(const Session& session, const std::string& path) {
  if (!std::filesystem::exists(path)) return fail_here(not_found("no such file; expected a journal", path));
  Result<std::unique_ptr<memory::SqliteJournal>> journal = memory::SqliteJournal::open(path, {.read_only = true});
  if (!journal) return fail_here(journal.error());
  Result<std::unique_ptr<engine::Models>> models = engine::Models::load(model_files(), {});
  if (!models) return fail_here(models.error());
  const auto start = Stopwatch::now();
  const double all = static_cast<double>((*journal)->last().value);
  Progress progress("replaying");
  const Result<engine::ReplayReport> report = engine::verify(
      **journal, engine::make_parts(**models),
      [&](uint64_t done) { progress.show(static_cast<double>(done) / all, fmt::format("{} entries", done)); });
  if (!report) return fail_here(report.error());
  const double seconds = seconds_since(start);
  if (session.json) {
    Json json{{"entries", report->entries},  {"inputs", report->inputs},         {"emissions", report->emissions},
              {"gaps", report->gaps},        {"unverified", report->unverified}, {"seconds", seconds},
              {"same", !report->difference}, {"resident_mib", resident_mib()}};
    if (report->difference) {
      json["difference"] = {{"seq", report->difference->seq.value},
                            {"trace", report->difference->trace.value},
                            {"expected", report->difference->expected},
                            {"found", report->difference->found}};
    }
    std::printf("%s\n", dump(json).c_str());
  } else if (report->difference) {
    std::printf("differs at entry %llu, trace %llu\n  journal: %s\n  replay:  %s\n",
                static_cast<unsigned long long>(report->difference->seq.value),
                static_cast<unsigned long long>(report->difference->trace.value), report->difference->expected.c_str(),
                report->difference->found.c_str());
  } else {
    std::printf("%llu entries (%llu inputs, %llu emissions) replayed in %.2f s, every emission identical; %.0f MiB\n",
                static_cast<unsigned long long>(report->entries), static_cast<unsigned long long>(report->inputs),
                static_cast<unsigned long long>(report->emissions), seconds, resident_mib());
    if (report->gaps > 0) {
      std::printf("  but for %llu entries behind %llu gap(s), which follow from what is missing there\n",
                  static_cast<unsigned long long>(report->unverified), static_cast<unsigned long long>(report->gaps));
    }
  }
  return report->difference ? Exit::Differs : Exit::Fine;
}

std::string text_of(const connect::Oddity& odd) {
  return fmt::format("{}: {} time(s), first at line {}: {}", connect::to_string(odd.kind), odd.count, odd.first_line,
                     odd.example);
}

void report(const Session& session, const connect::Recording& recording, uint64_t events, uint64_t entries,
            double seconds) {
  if (session.json) {
    Json odd = Json::array();
    for (const connect::Oddity& oddity : recording.oddities()) odd.push_back(text_of(oddity));
    std::printf("%s\n", dump({{"format", recording.format()},
                              {"rows", recording.rows()},
                              {"events", events},
                              {"entries", entries},
                              {"seconds", seconds},
                              {"resident_mib", resident_mib()},
                              {"oddities", odd}})
                            .c_str());
    return;
  }
  std::printf("%s: %llu rows, %llu events, %llu entries in %.2f s (%.0f events/s), %.0f MiB\n",
              std::string(recording.format()).c_str(), static_cast<unsigned long long>(recording.rows()),
              static_cast<unsigned long long>(events), static_cast<unsigned long long>(entries), seconds,
              static_cast<double>(events) / seconds, resident_mib());
  for (const connect::Oddity& oddity : recording.oddities()) std::printf("  odd: %s\n", text_of(oddity).c_str());
}

int feed(const Session& session, const Wanted& wanted) {
  connect::RecordingOptions options;
  Result<calendar::Zone> zone = calendar::Zone::find(wanted.zone);
  if (!zone) return fail_here(zone.error());
  options.zone = *zone;
  Result<connect::Recording> recording = connect::Recording::open(wanted.recording, options);
  if (!recording) return fail_here(recording.error());
  const auto start = Stopwatch::now();
  Result<std::unique_ptr<memory::SqliteJournal>> journal = memory::SqliteJournal::open(wanted.output);
  if (!journal) return fail_here(journal.error());
  if ((*journal)->last()) {
    return fail_here(invalid("the journal is not empty; expected a new file, so that nothing is lost", wanted.output));
  }
  Result<std::unique_ptr<engine::Models>> models = engine::Models::load(model_files(), {});
  if (!models) return fail_here(models.error());
  auto simulated = engine::SimulatedHouse::open(**models, **journal, recording->inventory().head.at,
                                                {.zone = wanted.zone, .version = engine::kVersion});
  if (!simulated) return fail_here(simulated.error());
  engine::House& house = (*simulated)->house();
  house.start();
  house.inventory(recording->inventory());
  (*simulated)->settle();
  Progress progress("feeding");
  uint64_t events = 0;
  while (std::optional<flow::Observation> event = recording->next()) {
    (*simulated)->advance(event->head.at);
    house.observe(options.door, recording->key(), std::move(*event));
    (*simulated)->settle();
    if (++events % 1024 == 0) progress.show(recording->progress(), fmt::format("{} events", events));
  }
  if (Status written = (*journal)->flush(); !written) return fail_here(written.error());
  report(session, *recording, events, house.health().entries, seconds_since(start));
  return Exit::Fine;
}

}  // namespace

void add_replay(CLI::App& app, const Session& session, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("replay", "Verify a journal, or feed a recording of a home through a house");
  const auto wanted = std::make_shared<Wanted>();
  auto* journal = command->add_option("file", wanted->journal, "The journal to verify");
  auto* recording = command->add_option("--recording", wanted->recording, "A public recording to feed instead");
  command->add_option("--journal", wanted->output, "Where the fed house writes its journal; a new file")
      ->needs(recording);
  command->add_option("--zone", wanted->zone, "The recording's time zone")->capture_default_str();
  journal->excludes(recording);
  command->footer("Examples: hearth replay home.db\n          hearth replay --recording casas/data --journal month.db");
  command->callback([&session, &chosen, wanted] {
    chosen = [&session, wanted] {
      if (wanted->journal.empty() == wanted->recording.empty()) {
        return fail_here(invalid("expected either a journal, or --recording with --journal"));
      }
      if (wanted->journal.empty() && wanted->output.empty()) {
        return fail_here(invalid("expected the name of a new file", "--journal"));
      }
      return wanted->recording.empty() ? verify(session, wanted->journal) : feed(session, *wanted);
    };
  });
}

}  // namespace hearth::apps
