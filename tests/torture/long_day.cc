// A long day in process and in simulated time, at many times the load of a home: is everything done, once, and does
// memory stay flat? Prints one line of JSON.
// usage: long_day HOURS FOLDER      a journal is written below FOLDER and removed again
#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "apps/files.h"
#include "engine/replay.h"
#include "engine/simulated_house.h"
#include "memory/sqlite_journal.h"

namespace {

using namespace hearth;
using home::Capability;

constexpr uint32_t kRooms = 20;  // each with a motion sensor, a thermometer, a meter and a lamp
constexpr Duration kReportEvery = std::chrono::milliseconds(300);
constexpr uint64_t kReportsASentence = 33;  // about every ten seconds
constexpr uint64_t kSentencesATimer = 60;   // about every ten minutes
constexpr int kExitWithoutData = 77;

double resident_mib() {
  std::ifstream in("/proc/self/statm");
  double all = 0, resident = 0;
  in >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

/// Lamps that obey at once and report it, and a speaker; counts what it was told.
class Lamps final : public connect::Door {
 public:
  explicit Lamps(engine::House& house) : house_(house) {}
  std::string_view name() const override { return "load"; }
  Status open(connect::HouseInbox&) override { return ok(); }
  connect::DoorHealth health() const override { return {}; }
  void close() override {}

  /// The journal's thread, while the house waits for it.
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) override {
    house_.receipt({.plan = command.plan, .step = command.step});
    if (const auto* words = std::get_if<flow::Words>(&command.what)) {
      if (words->text.ends_with("is up.")) ++rings;
      return;
    }
    const auto& set = std::get<flow::Set>(command.what);
    ++sets;
    const std::string key = home->sources_of(set.entity).front().key;
    house_.observe(name(), key, {.capability = set.capability, .value = set.to});
  }

  uint64_t sets = 0, rings = 0;

 private:
  engine::House& house_;
};

flow::Inventory inventory() {
  constexpr Capability kSensed[] = {Capability::Motion, Capability::Temperature, Capability::Power, Capability::OnOff};
  constexpr const char* kKinds[] = {"binary_sensor", "sensor", "sensor", "light"};
  constexpr const char* kNames[] = {"motion", "thermometer", "meter", "lamp"};
  flow::Inventory inventory;
  home::Listing& listing = inventory.listing;
  listing.door = "load";
  listing.complete = true;
  for (uint32_t room = 1; room <= kRooms; ++room) {
    listing.areas.push_back({{room}, {{fmt::format("Room {}", room), "en"}}, {}, {}});
    for (uint32_t i = 0; i < 4; ++i) {
      home::Entity entity;
      entity.id = {static_cast<uint32_t>(listing.entities.size() + 1)};
      entity.key = fmt::format("{}.{}", room, i);
      entity.kind = kKinds[i];
      entity.names = {{fmt::format("room {} {}", room, kNames[i]), "en"}};
      entity.area = home::AreaId{room};
      entity.traits = {{.capability = kSensed[i], .sensed = true, .settable = i == 3}};
      listing.entities.push_back(std::move(entity));
    }
  }
  listing.devices = {{.names = {{"speaker", "en"}}, .area = home::AreaId{1}, .identifiers = {"speaker"}}};
  listing.people = {{.names = {{"Anna", ""}}, .role = home::Role::Owner}};
  listing.satellites = {{.device = home::DeviceId{1}, .language = "en", .usual = home::PersonId{1}}};
  return inventory;
}

class Day {
 public:
  Day(engine::SimulatedHouse& house, memory::Journal& journal)
      : simulated_(house), journal_(journal), door_(house.house()) {
    house.house().attach(door_);
    house.house().start();
    house.house().inventory(inventory());
    settle();
  }

  /// Goes on for one hour.
  void live_an_hour() {
    const Time end = simulated_.clock().now() + std::chrono::hours(1);
    while (simulated_.clock().now() < end) {
      simulated_.advance(simulated_.clock().now() + kReportEvery);
      report();
      if (reports % kReportsASentence == 0) speak();
      settle();
    }
  }
  /// Until everything that was begun has ended.
  void rest() {
    for (int minute = 0; minute < 15; ++minute) {
      simulated_.advance(simulated_.clock().now() + std::chrono::minutes(1));
      settle();
    }
  }

  const Lamps& door() const { return door_; }
  uint64_t reports = 0, commands = 0, timers = 0;

 private:
  /// What the journal lets out once it has written comes back into the inbox.
  void settle() {
    do {
      simulated_.settle();
      static_cast<void>(journal_.flush().ok());
    } while (simulated_.house().health().waiting > 0);
  }
  void report() {
    const uint64_t room = reports / 3 % kRooms + 1, sensor = reports % 3;
    flow::Observation seen{.capability = Capability::Motion, .value = (reports / 60) % 2 == 0};
    if (sensor == 1) seen = {.capability = Capability::Temperature, .value = 15.0 + std::fmod(reports * 0.1, 10.0)};
    if (sensor == 2) seen = {.capability = Capability::Power, .value = static_cast<double>(reports % 1999)};
    simulated_.house().observe("load", fmt::format("{}.{}", room, sensor), std::move(seen));
    ++reports;
  }
  void speak() {
    flow::Utterance said;
    if (++sentences_ % kSentencesATimer == 0) {
      said.text = "set a timer for 7 minutes";
      ++timers;
    } else {  // each lamp in turn, on and then off: every sentence changes something
      const bool on = commands / kRooms % 2 == 0;
      said.text = fmt::format("turn {} the room {} lamp", on ? "on" : "off", commands % kRooms + 1);
      ++commands;
    }
    simulated_.house().hear("load", "speaker", std::move(said));
  }

  engine::SimulatedHouse& simulated_;
  memory::Journal& journal_;
  Lamps door_;
  uint64_t sentences_ = 0;
};

/// Of what was asked and what was done, how much less and how much more.
void compare(uint64_t asked, uint64_t done, uint64_t& lost, uint64_t& doubled) {
  lost += asked > done ? asked - done : 0;
  doubled += done > asked ? done - asked : 0;
}

Status run(int hours, const std::filesystem::path& file, const engine::Models& models, Json& out) {
  {
    const auto journal = TRY(memory::SqliteJournal::open(file));
    const Time start = from_microseconds(1'700'000'000'000'000);
    const auto house = TRY(engine::SimulatedHouse::open(models, *journal, start, {.version = "long_day"}));
    Day day(*house, *journal);
    double most = 0;
    for (int hour = 1; hour <= hours; ++hour) {
      day.live_an_hour();
      const double mib = resident_mib();
      most = std::max(most, mib);
      if (hour == 1) out["MiB after an hour"] = std::round(mib * 10) / 10;
    }
    out["MiB at most"] = std::round(most * 10) / 10;
    day.rest();
    out["MiB at the end"] = std::round(resident_mib() * 10) / 10;
    uint64_t lost = 0, doubled = 0;
    compare(day.commands, day.door().sets, lost, doubled);
    compare(day.timers, day.door().rings, lost, doubled);
    out["lost"] = lost;
    out["doubled"] = doubled;
    out["reports"] = day.reports;
    out["commands"] = day.commands;
    out["timers"] = day.timers;
    out["entries"] = journal->last().value;
    house->house().close();
  }
  const auto journal = TRY(memory::SqliteJournal::open(file, {.read_only = true}));
  const engine::ReplayReport report = TRY(engine::verify(*journal, engine::make_parts(models)));
  out["entries verified"] = report.entries;
  if (report.difference) return internal("the replay differs at entry " + std::to_string(report.difference->seq.value));
  return ok();
}

}  // namespace

int main(int count, char** words) {
  const int hours = count == 3 ? std::atoi(words[1]) : 0;
  if (hours <= 0) {
    std::fputs("usage: long_day HOURS FOLDER\n", stderr);
    return 2;
  }
  const auto models = engine::Models::load(apps::model_files(), {"en"});
  if (!models || !(*models)->missing().empty()) {
    std::fprintf(stderr, "%s\n", models ? (*models)->missing().c_str() : to_string(models.error()).c_str());
    return kExitWithoutData;
  }
  const std::filesystem::path folder = std::filesystem::path(words[2]) / ("long_day." + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  Json out;
  const Status status = run(hours, folder / "home.db", **models, out);
  std::filesystem::remove_all(folder);
  if (!status) {
    std::fprintf(stderr, "long_day: %s\n", to_string(status.error()).c_str());
    return 1;
  }
  std::printf("%s\n", dump(out).c_str());
}
