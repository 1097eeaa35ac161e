// A home as a person writes it down in a text file, for stories and tests.
//
//     zone Europe/Berlin
//     language en                    of names, people and satellites below; a name of its own: "de:Küche"
//     person Anna owner speaks de
//     floor "ground floor" 0
//     room kitchen "kitchen", "galley" on "ground floor"
//     satellite usual Anna
//     light.kitchen_ceiling "kitchen ceiling light", "big light" has on_off, brightness is on_off off, brightness 50
//     lock.back_door "back door" tier secure delay 2s
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "home/things.h"
#include "simulation/line.h"

namespace hearth::simulation {

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

/// Reads such a file line by line, for files that say more than this of what stands in it.
class HomeReader {
 public:
  /// A line that has words. Errors: InvalidInput, saying what was expected; the line then changed nothing that counts.
  Status take(LineReader words);
  DescribedHome finish() &&;
  /// What the lines above described; `room` is the one named last as it was written, empty before the first.
  const DescribedHome& home() const { return home_; }
  const std::string& room() const { return room_; }

 private:
  struct Described;
  void open_door(const std::string& name);
  DescribedDoor& door();
  home::Listing& listing() { return door().listing; }
  Status person(LineReader& words);
  Status floor(LineReader& words);
  Status room(LineReader& words);
  Status satellite(LineReader& words);
  Status entity(const std::string& key, LineReader& words);
  static Status clause(Described& described, LineReader& words);
  home::DeviceId add_device(const std::string& name, std::vector<std::string> identifiers);

  DescribedHome home_;
  home::AreaId area_;
  std::string room_;
  home::Language language_ = "en";
};

/// Calls `take` for each line that has words. Errors: its own, with place and number of the line.
Status for_each_line(std::string_view text, std::string_view place, const std::function<Status(LineReader)>& take);

/// One line a thing; a thing belongs to the room, and the room to the door, that was named last. An entity has the
/// usual traits of its kind unless `has` lists them: `name`, `name(low..high)` or `name(word,word)`; `blind` ones
/// report nothing. `id X` gives a device an identifier that another door may know it by. tests/stories/README.md tells
/// all. Errors: InvalidInput, with `place` and the line, saying what was expected.
Result<DescribedHome> parse_home(std::string_view text, std::string_view place);
Result<DescribedHome> read_home(const std::filesystem::path& file);

}  // namespace hearth::simulation
