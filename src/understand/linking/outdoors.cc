#include "understand/linking/outdoors.h"

#include <algorithm>
#include <array>

#include "text/normalise.h"

namespace hearth::understand {
namespace {

using home::Capability;

/// As text::fold leaves them.
constexpr auto kPlaces = std::to_array<std::string_view>(
    {"outside",  "outdoor", "outdoors", "garden",   "backyard", "yard",      "terrace",   "patio",
     "balcony",  "porch",   "aussen",   "draussen", "garten",   "vorgarten", "hof",       "innenhof",
     "terrasse", "balkon",  "dehors",   "jardin",   "balcon",   "cour",      "extérieur", "extérieure",
     "exterior", "fuera",   "jardín",   "terraza",  "balcón"});
/// What words begin with that are made of several: "Außentemperatur", "Gartenthermometer".
constexpr auto kBeginnings = std::to_array<std::string_view>({"aussen", "outdoor", "garten", "terrassen", "balkon"});

bool says_outdoors(const std::vector<home::Name>& names) {
  return std::ranges::any_of(names, [](const home::Name& name) {
    return std::ranges::any_of(text::words(text::fold(name.text)), [](const std::string& word) {
      return std::ranges::find(kPlaces, word) != kPlaces.end() ||
             std::ranges::any_of(kBeginnings, [&](std::string_view begin) { return word.starts_with(begin); });
    });
  });
}

bool is_of_weather(const home::Trait& trait) {
  switch (trait.capability) {
    case Capability::Temperature:
    case Capability::Humidity:
    case Capability::Pressure:
    case Capability::Speedometer:
    case Capability::Rain:
      return trait.sensed;
    default:
      return false;
  }
}

}  // namespace

bool measures_outdoors(const home::Entity& entity, const home::Home& home) {
  if (entity.kind != "sensor" || std::ranges::none_of(entity.traits, is_of_weather)) return false;
  if (says_outdoors(entity.names)) return true;
  const home::Device* device = home.device(entity.device);
  if (entity.names.empty() && device != nullptr && says_outdoors(device->names)) return true;
  const home::Area* area = home.area(home.area_of(entity));
  return area != nullptr && says_outdoors(area->names);
}

}  // namespace hearth::understand
