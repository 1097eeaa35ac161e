#include "understand/linking/outdoors.h"

#include <algorithm>

#include "home/thing_words.h"
#include "text/normalise.h"

namespace hearth::understand {
namespace {

using home::Capability;

bool says_outdoors(const std::vector<home::Name>& names) {
  return std::ranges::any_of(names,
                             [](const home::Name& name) { return home::says(text::normalise(name.text), "outdoors"); });
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
