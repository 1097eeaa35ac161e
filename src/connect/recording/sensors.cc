#include "connect/recording/sensors.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hearth::connect {
namespace {

using home::Capability;

/// What sensors of homes are called, most telling first. `word` is looked for in "type name" in lower case.
struct Hint {
  std::string_view word;
  Capability capability;
};
constexpr std::array kSwitchHints{
    Hint{"activity", Capability::Running},       Hint{"pir", Capability::Motion},
    Hint{"motion", Capability::Motion},          Hint{"flush", Capability::Running},
    Hint{"float", Capability::Running},          Hint{"electric", Capability::Running},
    Hint{"pressure", Capability::Occupancy},     Hint{"mercur", Capability::Vibration},
    Hint{"magnetic", Capability::Contact},       Hint{"door", Capability::Contact},
    Hint{"window", Capability::Contact},         Hint{"fridge", Capability::Contact},
    Hint{"freezer", Capability::Contact},        Hint{"cupboard", Capability::Contact},
    Hint{"cabinet", Capability::Contact},        Hint{"drawer", Capability::Contact},
    Hint{"microwave", Capability::Contact},      Hint{"dishwasher", Capability::Contact},
    Hint{"washingmachine", Capability::Contact}, Hint{"washing machine", Capability::Contact},
    Hint{"toaster", Capability::Running},        Hint{"light", Capability::Light},
};
constexpr std::array kMeterHints{
    Hint{"temperature", Capability::Temperature},
    Hint{"humidity", Capability::Humidity},
    Hint{"battery", Capability::Battery},
    Hint{"lux", Capability::Illuminance},
};
/// CASAS names its sensors by a letter or two and a number.
constexpr std::array kPrefixes{
    Hint{"M", Capability::Motion},       Hint{"MA", Capability::Motion}, Hint{"D", Capability::Contact},
    Hint{"T", Capability::Temperature},  Hint{"L", Capability::Light},   Hint{"LL", Capability::Light},
    Hint{"LS", Capability::Illuminance}, Hint{"P", Capability::Power},   Hint{"I", Capability::Presence},
    Hint{"BAT", Capability::Battery},
};

template <size_t N>
Capability hinted(const std::array<Hint, N>& hints, std::string_view words) {
  const auto hint = std::find_if(hints.begin(), hints.end(), [&](const Hint& candidate) {
    return words.find(candidate.word) != std::string_view::npos;
  });
  return hint == hints.end() ? Capability::None : hint->capability;
}

Capability by_prefix(std::string_view key) {
  const size_t digit = key.find_first_of("0123456789");
  if (digit == std::string_view::npos || key.find_first_not_of("0123456789", digit) != std::string_view::npos) {
    return Capability::None;
  }
  const auto hint = std::find_if(kPrefixes.begin(), kPrefixes.end(),
                                 [&](const Hint& candidate) { return candidate.word == key.substr(0, digit); });
  return hint == kPrefixes.end() ? Capability::None : hint->capability;
}

std::optional<bool> as_switch(std::string_view word) {
  static constexpr std::array<std::string_view, 4> kOn{"ON", "OPEN", "PRESENT", "START"};
  static constexpr std::array<std::string_view, 6> kOff{"OFF", "CLOSE", "CLOSED", "ABSENT", "STOP", "END"};
  if (std::find(kOn.begin(), kOn.end(), word) != kOn.end()) return true;
  if (std::find(kOff.begin(), kOff.end(), word) != kOff.end()) return false;
  return std::nullopt;
}

std::optional<double> as_number(std::string_view word) {
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return number;
}

bool is_door_word(std::string_view word) { return word == "OPEN" || word == "CLOSE" || word == "CLOSED"; }

std::string_view device_class(Capability capability) {
  switch (capability) {
    case Capability::Motion:
      return "motion";
    case Capability::Occupancy:
      return "occupancy";
    case Capability::Contact:
      return "opening";
    case Capability::Vibration:
      return "vibration";
    case Capability::Running:
      return "running";
    case Capability::Light:
      return "light";
    case Capability::Presence:
      return "presence";
    case Capability::Temperature:
      return "temperature";
    case Capability::Humidity:
      return "humidity";
    case Capability::Illuminance:
      return "illuminance";
    case Capability::Power:
      return "power";
    case Capability::Battery:
      return "battery";
    default:
      return "";
  }
}

}  // namespace

bool Sensors::note(const Row& row) {
  auto known = sensors_.find(row.sensor);
  if (known == sensors_.end()) {
    if (sensors_.size() >= kMost) return false;
    known = sensors_.emplace(row.sensor, Sensor{.name = row.name, .room = row.room, .type = row.type}).first;
  }
  Sensor& sensor = known->second;
  if (as_switch(row.value)) {
    ++sensor.switched;
    if (sensor.type.empty() && is_door_word(row.value)) sensor.type = "door";
  } else if (const auto number = as_number(row.value)) {
    ++sensor.measured;
    sensor.sum += *number;
  }
  return true;
}

Capability Sensors::capability_of(const std::string& key, const Sensor& sensor) {
  const bool meter = sensor.measured > sensor.switched;
  const auto kind = meter ? home::ValueKind::Number : home::ValueKind::Boolean;
  if (const Capability guess = by_prefix(key); guess != Capability::None && home::facts(guess).kind == kind) {
    return guess;
  }
  const std::string words = as_words(sensor.type + " " + sensor.name);
  const Capability guess = meter ? hinted(kMeterHints, words) : hinted(kSwitchHints, words);
  if (guess != Capability::None) return guess;
  return meter ? Capability::Number : Capability::Motion;  // a bare place that goes on and off saw somebody move there
}

home::Entity Sensors::entity_of(const std::string& key, const Sensor& sensor) {
  const bool meter = home::facts(sensor.capability).kind == home::ValueKind::Number;
  home::Entity entity;
  entity.key = key;
  entity.kind = meter ? "sensor" : "binary_sensor";
  entity.device_class = device_class(sensor.capability);
  entity.names = {{.text = sensor.name, .language = {}}};
  entity.traits = {{.capability = sensor.capability, .sensed = true}};
  return entity;
}

home::Listing Sensors::settle(std::string door) {
  home::Listing listing{.door = std::move(door), .complete = true};
  std::map<std::string, uint32_t> rooms;
  for (const auto& [key, sensor] : sensors_) {
    if (!sensor.room.empty()) rooms.emplace(sensor.room, 0);
  }
  for (auto& [name, place] : rooms) {
    place = static_cast<uint32_t>(listing.areas.size()) + 1;
    listing.areas.push_back({.id = {place}, .names = {{.text = name, .language = {}}}});
  }
  for (auto& [key, sensor] : sensors_) {
    sensor.place = static_cast<uint32_t>(listing.entities.size()) + 1;
    sensor.capability = capability_of(key, sensor);
    sensor.fahrenheit = sensor.capability == Capability::Temperature &&
                        sensor.sum / static_cast<double>(std::max<uint64_t>(1, sensor.measured)) > 45;
    home::Entity entity = entity_of(key, sensor);
    entity.id = {sensor.place};
    if (!sensor.room.empty()) entity.area = home::AreaId{rooms.at(sensor.room)};
    listing.entities.push_back(std::move(entity));
  }
  return listing;
}

std::optional<Sensors::Reading> Sensors::read(const Row& row) const {
  const auto known = sensors_.find(row.sensor);
  if (known == sensors_.end()) return std::nullopt;
  const Sensor& sensor = known->second;
  Reading reading{{sensor.place}, sensor.capability, {}};
  if (home::facts(sensor.capability).kind == home::ValueKind::Boolean) {
    const auto on = as_switch(row.value);
    if (!on) return std::nullopt;
    reading.value = *on;
  } else {
    const auto number = as_number(row.value);
    if (!number) return std::nullopt;
    reading.value = sensor.fahrenheit ? (*number - 32) / 1.8 : *number;
  }
  return reading;
}

}  // namespace hearth::connect
