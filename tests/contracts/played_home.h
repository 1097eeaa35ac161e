// A journal in which much happened, for tests that need real entries.
#pragma once

#include "tests/stories/story_player.h"

namespace hearth::contracts {

/// A house in the family's home, and what people say to it there.
class PlayedHome {
 public:
  explicit PlayedHome(std::optional<uint64_t> shuffle = {})
      : house_(**stories::models(),
               simulation::read_home(stories::source_folder() / "tests/stories/homes/family_house.home").value(),
               keeper_, {.start = from_microseconds(1'772'427'600'000'000), .shuffle = shuffle}) {
    CHECK(house_.start().ok());
  }

  static const std::vector<std::pair<std::string, std::string>>& sayings() {
    static const std::vector<std::pair<std::string, std::string>> all{
        {"kitchen", "turn on the counter light"},
        {"kitchen", "set a 12 minute timer for pizza"},
        {"living_room", "dim the living room lights to 40 percent"},
        {"hallway", "lock the back door"},
        {"hallway", "undo that"},
        {"hallway", "yes"},
        {"kitchen", "add milk to the shopping list"},
        {"bedroom", "is the front door locked"},
        {"bedroom", "turn on the bedroom lights"},
        {"kitchen", "why did you do that"},
        {"study", "the moon is a balloon"},
        {"living_room", "close the living room blinds"},
    };
    return all;
  }
  /// Says one of them and lets twenty seconds pass.
  void say(size_t which) {
    const auto& [room, text] = sayings()[which % sayings().size()];
    CHECK(house_.say(which % 3 == 0 ? "Ben" : "Anna", room, text).ok());
    CHECK(house_.advance(house_.now() + std::chrono::seconds(20)).ok());
  }
  void say_all() {
    for (size_t i = 0; i < sayings().size(); ++i) say(i);
  }

  stories::StoryHouse& house() { return house_; }
  std::vector<flow::Entry> entries() {
    std::vector<flow::Entry> all;
    CHECK(house_.journal()
              .scan({1},
                    [&](const flow::Entry& entry) {
                      all.push_back(entry);
                      return true;
                    })
              .ok());
    return all;
  }

 private:
  stories::MemoryKeeper keeper_;
  stories::StoryHouse house_;
};

}  // namespace hearth::contracts
