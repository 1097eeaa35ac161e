// A home as a person writes it down in a text file, for stories and tests.
//
//     zone Europe/Berlin
//     person Anna owner
//     floor "ground floor" 0
//     room kitchen "kitchen", "galley" on "ground floor"
//     satellite usual Anna
//     light.kitchen_ceiling "kitchen ceiling light", "big light" has on_off, brightness is on_off off, brightness 50
//     lock.back_door "back door" tier secure delay 2s
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "home/things.h"

namespace hearth::connect {

/// What one door shows: its listing, and of each entity by key the state to begin with and the time it takes to act.
struct DescribedDoor {
  home::Listing listing;
  std::map<std::string, std::map<home::Capability, home::Value>> states;
  std::map<std::string, Duration> delays;
};

struct DescribedHome {
  std::string zone = "UTC";
  std::vector<DescribedDoor> doors;
};

/// One line a thing; a thing belongs to the room, and the room to the door, that was named last. An entity has the
/// usual traits of its kind unless `has` lists them: `name`, `name(low..high)` or `name(word,word)`; `blind` ones
/// report nothing. `id X` gives a device an identifier that another door may know it by. tests/stories/README.md tells
/// all. Errors: InvalidInput, with `place` and the line, saying what was expected.
Result<DescribedHome> parse_home(std::string_view text, std::string_view place);
Result<DescribedHome> read_home(const std::filesystem::path& file);

}  // namespace hearth::connect
