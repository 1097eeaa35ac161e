#include "connect/mqtt/rooms.h"

#include <algorithm>
#include <array>
#include <string>

#include "home/home.h"

namespace hearth::connect::mqtt {
namespace {

constexpr auto kRooms = std::to_array<std::string_view>(
    {"room",      "bedroom",    "livingroom", "kitchen", "bathroom",   "toilet",       "hall",         "hallway",
     "corridor",  "office",     "study",      "nursery", "garage",     "garden",       "terrace",      "balcony",
     "basement",  "cellar",     "attic",      "loft",    "lounge",     "pantry",       "laundry",      "porch",
     "patio",     "entrance",   "landing",    "zimmer",  "wohnzimmer", "schlafzimmer", "kinderzimmer", "esszimmer",
     "küche",     "bad",        "badezimmer", "flur",    "diele",      "büro",         "keller",       "dachboden",
     "garten",    "balkon",     "chambre",    "salon",   "cuisine",    "salle",        "couloir",      "bureau",
     "jardin",    "dormitorio", "cocina",     "baño",    "pasillo",    "camera",       "cucina",       "bagno",
     "soggiorno", "slaapkamer", "woonkamer",  "keuken",  "badkamer",   "gang"});
constexpr auto kThings =
    std::to_array<std::string_view>({"light", "lights", "lamp", "lamps", "spots", "blinds", "covers", "plugs",
                                     "switches", "lampen", "licht", "lichter", "bulbs", "thermostats", "sensors"});

}  // namespace

bool looks_like_room(std::string_view name) {
  const std::string folded = home::identity_of(name);
  bool room = false;
  size_t at = 0;
  while (at < folded.size()) {
    const size_t end = std::min(folded.find(' ', at), folded.size());
    const std::string_view word = std::string_view(folded).substr(at, end - at);
    if (std::ranges::find(kThings, word) != kThings.end()) return false;
    room = room || std::ranges::find(kRooms, word) != kRooms.end();
    at = end + 1;
  }
  return room;
}

}  // namespace hearth::connect::mqtt
