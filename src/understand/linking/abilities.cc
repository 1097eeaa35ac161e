#include "understand/linking/abilities.h"

#include <algorithm>
#include <initializer_list>

#include "home/thing_words.h"
#include "text/normalise.h"

namespace hearth::understand {
namespace {

using flow::Intent;
using home::Capability;
using home::Entity;

bool sets_any(const Entity& entity, std::initializer_list<Capability> capabilities) {
  return std::ranges::any_of(entity.traits, [&](const home::Trait& trait) {
    return trait.settable && std::ranges::find(capabilities, trait.capability) != capabilities.end();
  });
}

bool senses(const Entity& entity, Capability capability) {
  return std::ranges::any_of(entity.traits,
                             [&](const home::Trait& trait) { return trait.sensed && trait.capability == capability; });
}

bool senses_anything(const Entity& entity) {
  return std::ranges::any_of(entity.traits, [](const home::Trait& trait) { return trait.sensed; });
}

bool goes_by(const Entity& entity, std::string_view what) {
  return std::ranges::any_of(entity.names, [&](const home::Name& name) {
    const std::string text = text::normalise(name.text);
    const bool leads = what == "door" || what == "gate" || what == "garage" || what == "window";
    return home::says(text, what) && !(leads && entity.kind == "cover" && home::says_covering(text));
  });
}

}  // namespace

bool can(const Entity& entity, Intent intent, bool asks) {
  if (intent == Intent::ClimateGetTemperature) {
    return senses(entity, Capability::Temperature) || senses(entity, Capability::TargetTemperature);
  }
  if (asks) return senses_anything(entity);
  switch (intent) {
    case Intent::TurnOn:
    case Intent::TurnOff:
    case Intent::Toggle:
      return sets_any(entity, {Capability::OnOff, Capability::Position, Capability::Lock, Capability::Scene,
                               Capability::Press, Capability::Playback, Capability::ThermostatMode, Capability::Alarm,
                               Capability::Vacuum, Capability::Brightness, Capability::Speed});
    case Intent::Open:
    case Intent::Close:
      return sets_any(entity, {Capability::Position, Capability::Lock, Capability::OnOff});
    case Intent::Lock:
    case Intent::Unlock:
      return sets_any(entity, {Capability::Lock});
    case Intent::SetPosition:
      return sets_any(entity, {Capability::Position, Capability::Tilt});
    case Intent::LightSet:
      return sets_any(entity, {Capability::Brightness, Capability::Color, Capability::ColorTemperature});
    case Intent::LightBrighter:
    case Intent::LightDimmer:
      return sets_any(entity, {Capability::Brightness});
    case Intent::ClimateSetTemperature:
      return sets_any(entity, {Capability::TargetTemperature});
    case Intent::FanSetSpeed:
      return sets_any(entity, {Capability::Speed});
    case Intent::SetVolume:
    case Intent::SetVolumeRelative:
      return sets_any(entity, {Capability::Volume});
    case Intent::MediaPlayerMute:
    case Intent::MediaPlayerUnmute:
      return sets_any(entity, {Capability::Mute});
    default:
      return true;
  }
}

bool knows_opening(const Entity& entity) {
  return senses(entity, Capability::Contact) || senses(entity, Capability::Position) ||
         senses(entity, Capability::Tilt);
}

bool is_switched(const Entity& entity) {
  static constexpr std::string_view kKinds[] = {"light",   "switch",     "fan",          "media_player",
                                                "climate", "humidifier", "input_boolean"};
  return std::ranges::find(kKinds, entity.kind) != std::end(kKinds);
}

bool is_of(const Entity& entity, std::string_view kind, std::string_view device_class, bool asks) {
  if (asks && kind == "cover" && entity.kind == "binary_sensor" && senses(entity, Capability::Contact)) {
    if (device_class.empty() || entity.device_class == device_class) return true;
    if (device_class == "garage" && entity.device_class == "garage_door") return true;
    if (!entity.device_class.empty() && entity.device_class != "opening") return false;
    // What is only known to open is a door, unless its name says what else it is.
    return goes_by(entity, device_class) || (device_class == "door" && !goes_by(entity, "window"));
  }
  if (entity.kind != kind) return false;
  if (device_class.empty() || entity.device_class == device_class) return true;
  return entity.device_class.empty() && goes_by(entity, device_class);
}

}  // namespace hearth::understand
