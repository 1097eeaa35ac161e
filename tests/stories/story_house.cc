#include "tests/stories/story_house.h"

#include <algorithm>

#include "graph/shuffled_executor.h"

namespace hearth::stories {
namespace {

constexpr int kRestless = 10'000;  // rounds; a house that takes more goes round in circles

}  // namespace

std::filesystem::path source_folder() { return HEARTH_SOURCE_FOLDER; }

const Result<std::unique_ptr<engine::Models>>& models() {
  static const Result<std::unique_ptr<engine::Models>> loaded = []() -> Result<std::unique_ptr<engine::Models>> {
    const engine::ModelFiles files{source_folder() / "phrases", source_folder() / "sentences",
                                   std::filesystem::path(HEARTH_FETCHED_FOLDER) / "intents" / "data"};
    auto models = TRY(engine::Models::load(files, {"en"}, engine::Languages::Demand::AtOnce));
    if (!models->missing().empty()) return unavailable(models->missing());
    return models;
  }();
  return loaded;
}

StoryHouse::StoryHouse(const engine::Models& models, simulation::DescribedHome described, JournalKeeper& journal,
                       HouseSettings settings)
    : clock_(settings.start),
      zone_(described.zone),
      parts_(engine::make_parts(models)),
      keeper_(journal),
      settings_(std::move(settings)) {
  if (Result<calendar::Zone> zone = calendar::Zone::find(zone_)) parts_.decide.zone = *zone;
  for (simulation::DescribedDoor& door : described.doors) {
    doors_.push_back(std::make_unique<connect::SimulatorDoor>(std::move(door), clock_));
  }
}

StoryHouse::~StoryHouse() { stop(false); }

Status StoryHouse::start() {
  open_journal_ = TRY(keeper_.open());
  if (settings_.lanes) {
    executor_ = settings_.lanes(clock_);
  } else if (settings_.shuffle) {
    executor_ = std::make_unique<graph::ShuffledExecutor>(clock_, *settings_.shuffle);
  } else {
    executor_ = std::make_unique<graph::InlineExecutor>(clock_);
  }
  house_ = TRY(engine::House::open(parts_, *executor_, clock_, *open_journal_,
                                   {.zone = zone_, .version = "story", .crashed = keeper_.crashed()}));
  for (const auto& door : doors_) house_->attach(*door);
  house_->start();
  for (const auto& door : doors_) TRY(door->open(*house_));
  return settle();
}

void StoryHouse::stop(bool killed) {
  if (open_journal_ == nullptr) return;
  if (!killed) (void)settle().ok();
  for (const auto& door : doors_) door->close();
  house_.reset();
  executor_.reset();
  open_journal_ = nullptr;
  keeper_.close(killed);
}

Status StoryHouse::settle() {
  for (int round = 0; round < kRestless; ++round) {
    bool any = false;
    if (keeper_.dead()) return cancelled("the process died");
    while (running() && house_->step()) {
      (void)open_journal_->flush().ok();  // a full disk is the house's business
      if (keeper_.dead()) return cancelled("the process died");
      any = true;
    }
    if (running()) { any = executor_->run_pending() > 0 || any; }
    for (const auto& door : doors_) any = door->tick() || any;
    if (!any) return ok();
  }
  return internal("the house does not come to rest");
}

Result<bool> StoryHouse::advance_once(Time limit) {
  TRY(settle());
  Time next = limit;
  bool any = false;
  if (const auto wake = running() ? executor_->next_wake() : std::nullopt; wake && *wake <= next) {
    next = *wake;
    any = true;
  }
  for (const auto& door : doors_) {
    const auto due = door->next_due();
    if (!due || now() + (*due - clock_.steady()) > next) continue;
    next = now() + (*due - clock_.steady());
    any = true;
  }
  if (next > now()) clock_.advance_to(next);
  if (running()) executor_->fire_wakes();
  TRY(settle());
  return any;
}

Status StoryHouse::advance(Time to) {
  for (int round = 0; round < kRestless; ++round) {
    if (!TRY(advance_once(to))) return ok();
  }
  return internal("something happens over and over again");
}

Status StoryHouse::say(std::string_view person, std::string_view room, std::string text) {
  if (!running()) return unavailable("the house is off");
  flow::Utterance said;
  said.text = std::move(text);
  said.language = "en";
  if (const home::PersonId known = home().find_person(person)) {
    said.speaker = known;
    const std::vector<home::Language>& speaks = home().person(known)->languages;
    if (!speaks.empty()) said.language = speaks.front();
    said.speaker_confidence = 1;
  } else if (!person.empty() && person != "stranger") {
    return not_found("nobody here is called '" + std::string(person) + "'; a voice that is not known is a stranger's");
  }
  const std::string satellite = room.empty() ? "" : "satellite-" + std::string(room);
  std::string_view heard_by = doors_.front()->name();
  for (const auto& door : doors_) {
    for (const home::Device& device : door->listing().devices) {
      if (std::ranges::count(device.identifiers, satellite) > 0) heard_by = door->name();
    }
  }
  house_->hear(heard_by, satellite, std::move(said));
  return settle();
}

connect::SimulatorDoor* StoryHouse::door_of(std::string_view key) {
  for (const auto& door : doors_) {
    if (door->find(key) != nullptr) return door.get();
  }
  return nullptr;
}

home::EntityId StoryHouse::entity(std::string_view key) {
  const connect::SimulatorDoor* door = door_of(key);
  return door == nullptr ? home::EntityId{} : home().find(home().door(door->name()), key);
}

uint64_t StoryHouse::changes() const {
  uint64_t sum = 0;
  for (const auto& door : doors_) sum += door->changes();
  return sum;
}

}  // namespace hearth::stories
