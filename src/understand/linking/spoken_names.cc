#include "understand/linking/spoken_names.h"

namespace hearth::understand {
namespace {

std::vector<std::string> texts(const std::vector<home::Name>& names) {
  std::vector<std::string> found;
  for (const home::Name& name : names) {
    if (!name.text.empty()) found.push_back(name.text);
  }
  return found;
}

}  // namespace

HomeNames spoken_places(const home::Home& home) {
  HomeNames names;
  for (const home::Area& area : home.areas) names.areas.push_back({area.id.value, texts(area.names)});
  for (const home::Floor& floor : home.floors) names.floors.push_back({floor.id.value, texts(floor.names)});
  return names;
}

HomeNames spoken_names(const home::Home& home) {
  HomeNames names = spoken_places(home);
  for (const home::Entity& entity : home.entities) {
    if (!home.present(entity.id) || !entity.exposed) continue;
    std::vector<std::string> called = texts(entity.names);
    const home::Device* device = home.device(entity.device);
    if (called.empty() && device != nullptr) called = texts(device->names);
    if (!called.empty()) names.entities.push_back({entity.id.value, entity.kind, std::move(called)});
  }
  return names;
}

}  // namespace hearth::understand
