#include "home/home.h"

#include <algorithm>

namespace hearth::home {
namespace {

template <class T, class ThingId>
const T* at(const std::vector<T>& things, ThingId id) {
  return id.value == 0 || id.value > things.size() ? nullptr : &things[id.value - 1];
}

template <class T>
auto find_named(const std::vector<T>& things, std::string_view name) -> decltype(T::id) {
  const std::string wanted = identity_of(name);
  for (const T& thing : things) {
    for (const Name& candidate : thing.names) {
      if (identity_of(candidate.text) == wanted) return thing.id;
    }
  }
  return {};
}

}  // namespace

const Floor* Home::floor(FloorId id) const { return at(floors, id); }
const Area* Home::area(AreaId id) const { return at(areas, id); }
const Device* Home::device(DeviceId id) const { return at(devices, id); }
const Entity* Home::entity(EntityId id) const { return at(entities, id); }
const Person* Home::person(PersonId id) const { return at(people, id); }

const Satellite* Home::satellite(DeviceId device) const {
  const auto found = std::ranges::find(satellites, device, &Satellite::device);
  return found == satellites.end() ? nullptr : &*found;
}

DoorId Home::door(std::string_view name) const {
  const auto found = std::ranges::find(doors, name);
  return found == doors.end() ? DoorId{} : DoorId{static_cast<uint32_t>(found - doors.begin()) + 1};
}

EntityId Home::find(DoorId door, std::string_view key) const {
  const std::pair wanted(door, key);
  const auto as_pair = [this](uint32_t i) { return std::pair(sources[i].door, std::string_view(sources[i].key)); };
  const auto found = std::ranges::lower_bound(by_key, wanted, {}, as_pair);
  return found == by_key.end() || as_pair(*found) != wanted ? EntityId{} : sources[*found].entity;
}

bool Home::present(EntityId id) const {
  return id.value != 0 && id.value <= entity_present.size() && entity_present[id.value - 1] != 0;
}

std::span<const Source> Home::sources_of(EntityId id) const {
  const auto range = std::ranges::equal_range(sources, id, {}, &Source::entity);
  return {range.begin(), range.end()};
}

AreaId Home::area_of(const Entity& entity) const {
  if (entity.area && *entity.area) return *entity.area;
  const Device* owner = device(entity.device);
  return owner == nullptr ? AreaId{} : owner->area;
}

FloorId Home::floor_of(const Entity& entity) const {
  const Area* where = area(area_of(entity));
  return where == nullptr ? FloorId{} : where->floor;
}

std::vector<EntityId> Home::in_area(AreaId area) const {
  std::vector<EntityId> found;
  for (const Entity& entity : entities) {
    if (present(entity.id) && area_of(entity) == area) found.push_back(entity.id);
  }
  return found;
}

const Trait* Home::trait(EntityId id, Capability capability) const {
  const Entity* owner = entity(id);
  if (owner == nullptr) return nullptr;
  const auto found = std::ranges::find(owner->traits, capability, &Trait::capability);
  return found == owner->traits.end() ? nullptr : &*found;
}

std::string_view Home::display_name(EntityId id) const {
  const Entity* thing = entity(id);
  if (thing == nullptr) return "unknown";
  if (!thing->names.empty()) return thing->names.front().text;
  const Device* owner = device(thing->device);
  return owner != nullptr && !owner->names.empty() ? std::string_view(owner->names.front().text) : thing->key;
}

std::string_view Home::display_name(AreaId id) const {
  const Area* place = area(id);
  return place == nullptr || place->names.empty() ? "unknown" : std::string_view(place->names.front().text);
}

AreaId Home::find_area(std::string_view name) const { return find_named(areas, name); }
PersonId Home::find_person(std::string_view name) const { return find_named(people, name); }

std::string identity_of(std::string_view name) {
  std::string folded;
  for (const char c : name) {
    const bool gap = c == ' ' || c == '_' || c == '-' || c == '\t';
    if (gap) {
      if (!folded.empty() && folded.back() != ' ') folded += ' ';
    } else {
      folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

}  // namespace hearth::home
