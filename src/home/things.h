// What there is in a home. Plain data, filled by doors through `Listing`, numbered by `merge`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "home/capability.h"
#include "home/ids.h"

namespace hearth::home {

/// A BCP 47 tag ("en", "de-CH"); empty = unknown.
using Language = std::string;

/// How risky it is to do without being asked clearly. Secure: unlock, open, disarm, heat, "everything".
enum class Tier : uint8_t { Harmless, Noticeable, Secure };
/// What a person may ask for. An unrecognised voice is a Guest.
enum class Role : uint8_t { Owner, Adult, Child, Guest };

/// The first of a thing's names is displayed, the others are aliases.
struct Name {
  std::string text;
  Language language;
  bool operator==(const Name&) const = default;
};

/// One thing that an entity senses or can be set to. `low`, `high`, `step` in the canonical unit; `options` for words.
struct Trait {
  Capability capability = Capability::None;
  bool sensed = false;  ///< the device reports it; if not, a Set can never be confirmed
  bool settable = false;
  double low = 0, high = 0, step = 0;  ///< low == high: no bounds known
  std::vector<std::string> options;
  bool operator==(const Trait&) const = default;
};

struct Floor {
  FloorId id;
  std::vector<Name> names;
  int32_t level = 0;
  bool operator==(const Floor&) const = default;
};

struct Area {
  AreaId id;
  std::vector<Name> names;
  FloorId floor;
  std::vector<AreaId> beside;
  bool operator==(const Area&) const = default;
};

/// `identifiers`: serial numbers, IEEE addresses, what two doors can both know a device by.
struct Device {
  DeviceId id;
  std::vector<Name> names;
  AreaId area;
  DoorId door;
  std::vector<std::string> identifiers;
  std::string manufacturer, model;
  bool operator==(const Device&) const = default;
};

/// `key`: how its door calls it, unique within the door and stable over restarts. `kind`: Home Assistant's domain word
/// (light, switch, cover, climate, lock, fan, binary_sensor, sensor, …); `device_class` narrows it (garage, window, …).
struct Entity {
  EntityId id;
  std::string key, kind, device_class;
  std::vector<Name> names;
  DeviceId device;
  std::optional<AreaId> area;  ///< overrides the device's
  std::vector<Trait> traits;
  Tier tier = Tier::Harmless;  ///< of its riskier direction
  bool exposed = true;         ///< to voice
  bool operator==(const Entity&) const = default;
};

/// A device that people talk to.
struct Satellite {
  DeviceId device;
  bool microphone = false, speaker = false, screen = false;
  Language language;
  std::optional<PersonId> usual;  ///< who mostly uses it, where the voice does not tell
  bool operator==(const Satellite&) const = default;
};

struct Person {
  PersonId id;
  std::vector<Name> names;
  Role role = Role::Guest;
  std::vector<Language> languages;
  bool operator==(const Person&) const = default;
};

/// The value of one capability of one entity. `since`: when it became so; `seen`: last report. An old `seen` is stale.
struct State {
  Value value;
  Time since{}, seen{};
  bool operator==(const State&) const = default;
};

/// What one door knows of the home. Ids in it are local to the listing (1, 2, … in the order of its vectors; areas and
/// floors are matched with the home's by name); `merge` gives out the home's own. `complete`: what this door listed
/// earlier and no longer lists is gone. `removed`: keys of entities that are gone.
struct Listing {
  std::string door;
  bool complete = false;
  std::vector<Floor> floors;
  std::vector<Area> areas;
  std::vector<Device> devices;
  std::vector<Entity> entities;
  std::vector<Person> people;
  std::vector<Satellite> satellites;
  std::vector<std::string> removed;
  bool operator==(const Listing&) const = default;
};

}  // namespace hearth::home
