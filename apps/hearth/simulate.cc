// simulate: lets a simulated household live with a whole house for days or a year, into a journal.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "apps/files.h"
#include "apps/hearth/commands.h"
#include "apps/hearth/progress.h"
#include "engine/lived_house.h"
#include "engine/version.h"
#include "memory/sqlite_journal.h"

namespace hearth::apps {
namespace {

using Stopwatch = std::chrono::steady_clock;

struct Wanted {
  std::string home, residents, journal, truth, start = "2026-01-05";
  int days = 7;
  uint64_t seed = 1;
};

struct Lived {
  uint64_t events = 0, entries = 0;
  double seconds = 0;
};

/// The files that lie with the program, where nobody names others.
std::string usual(const std::string& named, const char* file) {
  return named.empty() ? (model_files().phrases.parent_path() / "simulation" / file).string() : named;
}

Result<std::unique_ptr<simulation::Household>> household(const Wanted& wanted) {
  simulation::HouseholdHome home = TRY(simulation::read_household(usual(wanted.home, "homes/two_floors.home")));
  simulation::Residents residents =
      TRY(simulation::read_residents(usual(wanted.residents, "residents/anna_and_ben.residents"), home));
  const calendar::Zone zone = TRY(calendar::Zone::find(home.zone));
  const Result<calendar::CivilTime> date = calendar::parse_civil(wanted.start);
  if (!date) return invalid(date.error().message, "--start");
  const simulation::HouseholdSettings settings{wanted.seed, zone.to_utc(calendar::at_midnight(*date))};
  return simulation::Household::open(std::move(home), std::move(residents), settings);
}

/// Appends what was told since the last call.
Status write_truth(simulation::Household& household, std::ofstream& out, const Wanted& wanted, Lived& lived) {
  for (const simulation::TruthEvent& event : household.take_truth()) {
    ++lived.events;
    if (out.is_open()) out << to_line(event) << '\n';
  }
  return out.is_open() && !out ? unavailable("cannot be written; is the disk full?", wanted.truth) : Status();
}

Result<Lived> live(const Wanted& wanted) {
  std::unique_ptr<simulation::Household> household = TRY(apps::household(wanted));
  std::unique_ptr<memory::SqliteJournal> journal = TRY(memory::SqliteJournal::open(wanted.journal));
  if (journal->last()) return invalid("the journal is not empty; expected a new file", wanted.journal);
  std::ofstream truth;
  if (!wanted.truth.empty()) {
    truth.open(wanted.truth, std::ios::binary | std::ios::trunc);
    if (!truth) return unavailable("cannot be written; expected a folder that takes new files", wanted.truth);
  }
  const std::unique_ptr<engine::Models> models = TRY(engine::Models::load(model_files(), {}));
  Progress progress("simulating");
  Lived lived;
  const auto begun = Stopwatch::now();
  const std::unique_ptr<engine::LivedHouse> house = TRY(engine::LivedHouse::open(
      *models, *journal, *household, {.zone = household->zone(), .version = engine::kVersion}));
  const Time start = household->now();
  for (int day = 1; day <= wanted.days; ++day) {
    for (int part = 1; part <= 4; ++part) {
      TRY(house->advance(start + std::chrono::days(day - 1) + std::chrono::hours(6 * part)));
      TRY(write_truth(*household, truth, wanted, lived));
    }
    progress.show(static_cast<double>(day) / wanted.days, fmt::format("day {} of {}", day, wanted.days));
  }
  TRY(journal->flush());
  lived.entries = journal->last().value;
  truth.flush();
  TRY(write_truth(*household, truth, wanted, lived));
  lived.seconds = std::chrono::duration<double>(Stopwatch::now() - begun).count();
  return lived;
}

int simulate(const Session& session, const Wanted& wanted) {
  const Result<Lived> lived = live(wanted);
  if (!lived) return fail_here(lived.error());
  if (session.json) {
    std::printf("%s\n", dump({{"days", wanted.days},
                              {"seed", wanted.seed},
                              {"entries", lived->entries},
                              {"truth_events", lived->events},
                              {"seconds", lived->seconds},
                              {"resident_mib", resident_mib()}})
                            .c_str());
  } else {
    std::printf("%d days lived in %.2f s: %llu entries in %s, %llu events in the truth log; %.0f MiB\n", wanted.days,
                lived->seconds, static_cast<unsigned long long>(lived->entries), wanted.journal.c_str(),
                static_cast<unsigned long long>(lived->events), resident_mib());
  }
  return Exit::Fine;
}

}  // namespace

void add_simulate(CLI::App& app, const Session& session, Chosen& chosen) {
  CLI::App* command =
      app.add_subcommand("simulate", "Let a simulated household live with a whole house, into a journal");
  const auto wanted = std::make_shared<Wanted>();
  command->add_option("--home", wanted->home, "What it lives in; else simulation/homes/two_floors.home");
  command->add_option("--residents", wanted->residents,
                      "Who lives there; else simulation/residents/anna_and_ben.residents");
  command->add_option("--days", wanted->days, "For how long")->check(CLI::Range(1, 3660))->capture_default_str();
  command->add_option("--seed", wanted->seed, "Decides all that chance decides")->capture_default_str();
  command->add_option("--start", wanted->start, "The first day")->capture_default_str();
  command->add_option("--journal", wanted->journal, "Where the house writes its journal; a new file")->required();
  command->add_option("--truth", wanted->truth, "Where to write what really happened, a line of JSON an event");
  command->footer(
      "Example: hearth simulate --home simulation/homes/two_floors.home --days 365 --seed 1 --journal year.db "
      "--truth truth.jsonl\n         hearth replay year.db");
  command->callback(
      [&session, &chosen, wanted] { chosen = [&session, wanted] { return simulate(session, *wanted); }; });
}

}  // namespace hearth::apps
