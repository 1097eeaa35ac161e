// The home as one immutable, versioned snapshot that every thread may share.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "home/things.h"

namespace hearth::home {

/// How one door calls an entity. An entity that two doors show has two sources; the first is where commands go.
struct Source {
  DoorId door;
  std::string key;
  EntityId entity;
  bool operator==(const Source&) const = default;
};

/// Built by `merge` only. Vectors are indexed by id - 1 and keep a place for what is gone, because ids are never
/// reused.
class Home {
 public:
  uint64_t version = 0;
  std::vector<std::string> doors;  ///< names, by DoorId
  std::vector<Floor> floors;
  std::vector<Area> areas;
  std::vector<Device> devices;
  std::vector<Entity> entities;
  std::vector<Person> people;
  std::vector<Satellite> satellites;
  std::vector<Source> sources;          ///< sorted by entity, preferred door first
  std::vector<uint32_t> by_key;         ///< indices into sources, sorted by door and key
  std::vector<uint8_t> entity_present;  ///< by EntityId: some door still shows it

  // Null when there is none of that id.
  const Floor* floor(FloorId id) const;
  const Area* area(AreaId id) const;
  const Device* device(DeviceId id) const;
  const Entity* entity(EntityId id) const;  ///< also one that is gone
  const Person* person(PersonId id) const;
  const Satellite* satellite(DeviceId device) const;

  DoorId door(std::string_view name) const;                ///< none when unknown
  EntityId find(DoorId door, std::string_view key) const;  ///< none when unknown or gone
  bool present(EntityId id) const;
  std::span<const Source> sources_of(EntityId id) const;

  AreaId area_of(const Entity& entity) const;  ///< its own, else its device's
  FloorId floor_of(const Entity& entity) const;
  std::vector<EntityId> in_area(AreaId area) const;  ///< present ones, by id

  const Trait* trait(EntityId id, Capability capability) const;

  /// The displayed name: the entity's own, else its device's, else its key.
  std::string_view display_name(EntityId id) const;
  std::string_view display_name(AreaId id) const;

  /// By folded name or alias; none when no area or person is called so.
  AreaId find_area(std::string_view name) const;
  PersonId find_person(std::string_view name) const;

  bool operator==(const Home&) const = default;
};

/// Folds a name for comparison: ASCII case, runs of space, `_` and `-` are one space. Unicode folding for speech is
/// lib/text's; identity of areas over doors needs no more than this and must never change.
std::string identity_of(std::string_view name);

}  // namespace hearth::home
