// A whole house with its doors in simulated time, on one thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "connect/simulator/simulator_door.h"
#include "engine/house.h"
#include "engine/models.h"
#include "graph/inline_executor.h"
#include "tests/stories/story_journal.h"

namespace hearth::stories {

/// The models of all stories, loaded once a process. Error when the sentences were not fetched: tests then skip.
const Result<std::unique_ptr<engine::Models>>& models();
/// The repository's folder.
std::filesystem::path source_folder();

struct HouseSettings {
  Time start{};
  std::optional<uint64_t> shuffle;  ///< seed for lanes in random order; none: one order
  /// Makes lanes that do something else; none: as `shuffle` says.
  std::function<std::unique_ptr<graph::InlineExecutor>(const Clock& clock)> lanes = {};
};

/// Doors and their devices live on while the house is off. All calls on one thread.
class StoryHouse {
 public:
  /// `models` and `journal` must outlive it. The house is not running yet.
  StoryHouse(const engine::Models& models, simulation::DescribedHome described, JournalKeeper& journal,
             HouseSettings settings);
  ~StoryHouse();

  /// Opens the house on what its journal holds, starts it and lets the doors tell what there is.
  Status start();
  /// `killed`: nothing that waits in the inbox is taken.
  void stop(bool killed);
  bool running() const { return house_ != nullptr; }

  /// Lets everything happen that happens now. Errors: Internal when it does not come to rest.
  Status settle();
  /// Lets time pass to `to`, with every wake and every deed of a device on the way.
  Status advance(Time to);
  /// To the next thing that happens, not beyond `limit`. False when there was nothing left before it.
  Result<bool> advance_once(Time limit);
  Time now() const { return clock_.now(); }
  void step_clock(Duration by) { clock_.step(by); }
  Status set_disk_full(bool full) { return keeper_.set_full(full); }

  /// `person` empty or unknown to the home: an unrecognised voice. `room`: of the satellite that hears; empty: none.
  Status say(std::string_view person, std::string_view room, std::string text);

  engine::House& house() { return *house_; }
  const engine::Core& core() const { return house_->core(); }
  const memory::Memory& memory() const { return core().memory(); }
  const home::Home& home() const { return *memory().present.home(); }
  memory::Journal& journal() { return *open_journal_; }
  const engine::Parts& parts() const { return parts_; }
  const std::string& zone() const { return zone_; }

  std::vector<std::unique_ptr<connect::SimulatorDoor>>& doors() { return doors_; }
  /// The door that shows it; null when none does.
  connect::SimulatorDoor* door_of(std::string_view key);
  home::EntityId entity(std::string_view key);
  uint64_t changes() const;  ///< of devices, by commands

 private:
  SimulatedClock clock_;
  std::string zone_;
  engine::Parts parts_;
  JournalKeeper& keeper_;
  const HouseSettings settings_;
  std::vector<std::unique_ptr<connect::SimulatorDoor>> doors_;
  memory::Journal* open_journal_ = nullptr;
  std::unique_ptr<graph::InlineExecutor> executor_;
  std::unique_ptr<engine::House> house_;
};

}  // namespace hearth::stories
