// The homes of the language sets: a list of {name, kind, area, aliases}, made whole with traits and states.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "home/home.h"

namespace hearth::score {

/// The door through which such a home is seen and spoken to, and the device that hears.
inline constexpr std::string_view kScoredDoor = "scored";
inline constexpr std::string_view kScoredSpeaker = "listener";

struct ScoredHome {
  struct Report {
    uint32_t entity = 0;  ///< its id in `listing`
    home::Capability capability = home::Capability::None;
    home::Value value;
  };
  home::Listing listing;
  std::vector<Report> reports;
};

/// `home`: the list of devices, or the whole standard home with its areas and floors. `here`: the speaker's area; empty
/// = living room. The speaker is the home's owner. Everything can do what is usual for its kind; lights are off at half
/// brightness, covers half open, players play at half volume, fans stand, heating is at 20 degrees, locks are locked.
/// Errors: InvalidInput naming the member and what was expected.
Result<ScoredHome> scored_home(const Json& home, const std::string& here);

}  // namespace hearth::score
