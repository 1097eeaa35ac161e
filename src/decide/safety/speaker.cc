#include "decide/safety/speaker.h"

namespace hearth::decide {

Speaker speaker_of(const flow::Address& heard, std::optional<flow::PersonId> recognised, const home::Home& home,
                   const Settings& settings) {
  Speaker speaker;
  if (const home::Device* device = home.device(heard.device)) speaker.area = device->area;
  if (recognised) {
    if (const home::Person* person = home.person(*recognised)) {
      speaker.person = person->id;
      speaker.role = person->role;
    }
    return speaker;
  }
  if (heard.door.value == 0 || heard.door.value > home.doors.size()) return speaker;
  const auto voice = settings.voices.find(home.doors[heard.door.value - 1]);
  if (voice == settings.voices.end()) return speaker;
  speaker.role = voice->second.role;
  if (voice->second.person.empty()) return speaker;
  if (const home::Person* person = home.person(home.find_person(voice->second.person))) {
    speaker.person = person->id;
    speaker.role = person->role;
  }
  return speaker;
}

bool is_grown_up(home::Role role) { return role == home::Role::Owner || role == home::Role::Adult; }

bool may_ask_for(home::Role role, home::Tier tier) { return tier != home::Tier::Secure || is_grown_up(role); }

}  // namespace hearth::decide
