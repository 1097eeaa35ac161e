// What an operator or the household may set about deciding. Defaults are meant for a home nobody has tuned.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "calendar/zone.h"
#include "home/things.h"

namespace hearth::decide {

/// As whom a door speaks that tells no voices apart, such as the local shell. `person` empty: nobody in particular.
struct Voice {
  std::string person;
  home::Role role = home::Role::Guest;  ///< where the home knows no such person
};

struct Settings {
  float threshold = 0.4F;  ///< a reading below this is not acted on
  float tie = 0.05F;       ///< candidates whose scores lie this close are equally likely

  double heat_above = 26;                         ///< °C; asking for more than that is Secure
  double brightness_step = 20;                    ///< percentage points of "brighter" and "dimmer"
  double temperature_step = 1;                    ///< °C of "warmer" and "cooler"
  double volume_step = 10;                        ///< percentage points of "louder" and "quieter"
  Duration stale_after = std::chrono::hours(24);  ///< a state not reported for so long is no base for "brighter"

  Duration ask_for = std::chrono::seconds(60);       ///< how long a question stays open
  Duration offer_for = std::chrono::minutes(10);     ///< how long an offer stays open
  Duration answer_within = std::chrono::seconds(2);  ///< how long a question waits for answers
  std::vector<std::string> answerers;  ///< the nodes that answer; a question waits until each has said something

  std::map<std::string, Voice, std::less<>> voices;  ///< by the door's name
  calendar::Zone zone;                               ///< of the home, for quiet hours
};

}  // namespace hearth::decide
