// A long time of a home: fed through a whole house into a journal, recovered from it, and verified. Prints one line of
// JSON with seconds and entries.
// usage: home_year_bench ENTRIES FOLDER      a journal of at least ENTRIES is written below FOLDER and removed again
#include <unistd.h>

#include <chrono>
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

constexpr std::string_view kDoor = "bench";
constexpr int kRooms = 8;

double resident_mib() {
  std::ifstream in("/proc/self/statm");
  double all = 0, resident = 0;
  in >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

class Stopwatch {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count(); }

 private:
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

/// Rooms with a motion sensor, a thermometer, a meter and a lamp each.
flow::Inventory inventory() {
  constexpr Capability kSensed[] = {Capability::Motion, Capability::Temperature, Capability::Power, Capability::OnOff};
  constexpr const char* kKinds[] = {"binary_sensor", "sensor", "sensor", "light"};
  flow::Inventory inventory;
  inventory.listing.door = kDoor;
  inventory.listing.complete = true;
  for (uint32_t room = 1; room <= kRooms; ++room) {
    inventory.listing.areas.push_back({{room}, {{"Room " + std::to_string(room), "en"}}, {}, {}});
    for (int i = 0; i < 4; ++i) {
      home::Entity entity;
      entity.id = {static_cast<uint32_t>(inventory.listing.entities.size() + 1)};
      entity.key = std::to_string(room) + "." + std::to_string(i);
      entity.kind = kKinds[i];
      entity.names = {{"Thing " + entity.key, "en"}};
      entity.area = home::AreaId{room};
      entity.traits = {{.capability = kSensed[i], .sensed = true, .settable = i == 3}};
      inventory.listing.entities.push_back(std::move(entity));
    }
  }
  return inventory;
}

/// What such a home reports, by a fixed seed: motion comes and goes, meters drift, a lamp is switched now and then.
class Reports {
 public:
  struct Report {
    std::string key;
    flow::Observation seen;
    Duration after;
  };
  Report next() {
    const int room = draw(kRooms);
    const int what = draw(16);
    const int sensor = what < 6 ? 0 : what < 10 ? 1 : what < 15 ? 2 : 3;
    Report report{std::to_string(room + 1) + "." + std::to_string(sensor), {}, std::chrono::seconds(1 + draw(20))};
    if (sensor == 0) report.seen = {.capability = Capability::Motion, .value = on_[0][room] = !on_[0][room]};
    if (sensor == 1) report.seen = {.capability = Capability::Temperature, .value = 18.0 + draw(60) / 10.0};
    if (sensor == 2) report.seen = {.capability = Capability::Power, .value = static_cast<double>(draw(2000))};
    if (sensor == 3) report.seen = {.capability = Capability::OnOff, .value = on_[1][room] = !on_[1][room]};
    return report;
  }

 private:
  int draw(int below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state_ >> 33) % static_cast<uint64_t>(below));
  }
  uint64_t state_ = 1;
  bool on_[2][kRooms] = {};
};

Status feed(const engine::Models& models, memory::Journal& journal, uint64_t entries, Json& out) {
  const Stopwatch watch;
  const Time start = from_microseconds(1'700'000'000'000'000);
  const auto house = TRY(engine::SimulatedHouse::open(models, journal, start, {.version = "bench"}));
  house->house().start();
  house->house().inventory(inventory());
  house->settle();
  Reports reports;
  uint64_t observations = 0;
  for (; journal.last().value < entries; ++observations) {
    Reports::Report report = reports.next();
    house->advance(house->clock().now() + report.after);
    house->house().observe(kDoor, report.key, std::move(report.seen));
    house->settle();
  }
  TRY(journal.flush());
  out["entries"] = journal.last().value;
  out["observations"] = observations;
  out["feed_s"] = watch.seconds();
  out["simulated_days"] = to_seconds(house->clock().now() - start) / 86400;
  return ok();
}

Status run(uint64_t entries, const std::filesystem::path& file, Json& out) {
  const auto models = TRY(engine::Models::load(apps::model_files(), {}));
  {
    const auto journal = TRY(memory::SqliteJournal::open(file));
    TRY(feed(*models, *journal, entries, out));
  }
  out["file_mib"] = static_cast<double>(std::filesystem::file_size(file)) / (1 << 20);
  {
    const Stopwatch watch;
    const auto journal = TRY(memory::SqliteJournal::open(file));
    const auto house = TRY(engine::SimulatedHouse::open(*models, *journal, from_microseconds(1'900'000'000'000'000)));
    out["recover_s"] = watch.seconds();
    out["recovered_mib"] = resident_mib();
  }
  const Stopwatch watch;
  const auto journal = TRY(memory::SqliteJournal::open(file, {.read_only = true}));
  const engine::ReplayReport report = TRY(engine::verify(*journal, engine::make_parts(*models)));
  out["verify_s"] = watch.seconds();
  if (report.difference) return internal("the replay differs at entry " + std::to_string(report.difference->seq.value));
  return ok();
}

}  // namespace

int main(int count, char** words) {
  const uint64_t entries = count == 3 ? std::strtoull(words[1], nullptr, 10) : 0;
  if (entries == 0) {
    std::fputs("usage: home_year_bench ENTRIES FOLDER\n", stderr);
    return 2;
  }
  const std::filesystem::path folder =
      std::filesystem::path(words[2]) / ("home_year_bench." + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  Json out;
  const Status status = run(entries, folder / "home.db", out);
  std::filesystem::remove_all(folder);
  if (!status) {
    std::fprintf(stderr, "home_year_bench: %s\n", to_string(status.error()).c_str());
    return 1;
  }
  std::printf("%s\n", dump(out).c_str());
}
