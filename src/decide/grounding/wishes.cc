#include "decide/grounding/wishes.h"

#include <algorithm>

#include "decide/draft.h"
#include "home/home.h"

namespace hearth::decide {
namespace {

using flow::Intent;
using home::Capability;
using home::Entity;
using home::Trait;
using home::Value;

/// The wish as a list of one, or of none when the entity cannot be set so.
std::vector<Wish> one(const Entity& entity, Capability capability, Value to) {
  if (settable(entity, capability) == nullptr) return {};
  return {{capability, std::move(to)}};
}

bool offers(const Trait& trait, std::string_view option) {
  return trait.options.empty() || std::ranges::find(trait.options, option) != trait.options.end();
}

/// What "on" means for a thermostat without a switch: its most general mode.
std::vector<Wish> thermostat(const Entity& entity, bool on) {
  if (const auto wish = one(entity, Capability::OnOff, on); !wish.empty()) return wish;
  const Trait* mode = settable(entity, Capability::ThermostatMode);
  if (mode == nullptr) return {};
  if (!on) return {{Capability::ThermostatMode, std::string("off")}};
  for (const char* option : {"heat_cool", "auto", "heat", "cool"}) {
    if (offers(*mode, option)) return {{Capability::ThermostatMode, std::string(option)}};
  }
  return {};
}

std::vector<Wish> alarm(const Entity& entity, bool on) {
  const Trait* state = settable(entity, Capability::Alarm);
  if (state == nullptr) return {};
  if (!on) return {{Capability::Alarm, std::string("disarmed")}};
  return {{Capability::Alarm, std::string(offers(*state, "armed_away") ? "armed_away" : "armed_home")}};
}

/// The first of these that the entity can be set to.
std::vector<Wish> first_of(const Entity& entity, std::initializer_list<Wish> wanted) {
  for (const Wish& wish : wanted) {
    if (settable(entity, wish.capability) != nullptr) return {wish};
  }
  return {};
}

std::vector<Wish> opening(const Entity& entity, bool open) {
  return first_of(entity,
                  {{Capability::Position, open ? 100.0 : 0.0}, {Capability::Lock, !open}, {Capability::OnOff, open}});
}

std::vector<Wish> turning(const Entity& entity, bool on) {
  const std::string& kind = entity.kind;
  if (kind == "cover" || kind == "valve") return opening(entity, on);
  if (kind == "lock") return one(entity, Capability::Lock, on);
  if (kind == "climate") return thermostat(entity, on);
  if (kind == "alarm_control_panel") return alarm(entity, on);
  if (kind == "vacuum" || kind == "lawn_mower") {
    return one(entity, Capability::Vacuum, std::string(on ? "cleaning" : "docked"));
  }
  if (kind == "scene" || kind == "button" || kind == "script" || kind == "event") {
    if (!on && settable(entity, Capability::OnOff) == nullptr) return {};  // a scene cannot be taken back by "off"
    return first_of(entity,
                    {{Capability::Scene, true}, {Capability::Press, std::string("press")}, {Capability::OnOff, on}});
  }
  return first_of(entity, {{Capability::OnOff, on},
                           {Capability::Playback, std::string(on ? "playing" : "paused")},
                           {Capability::Brightness, on ? 100.0 : 0.0},
                           {Capability::Speed, on ? 100.0 : 0.0}});
}

std::vector<Wish> toggling(const Entity& entity) {
  std::vector<Wish> wanted = turning(entity, true);
  for (Wish& wish : wanted) {
    wish.to = {};
    wish.toggle = true;
  }
  return wanted;
}

std::vector<Wish> relative(const Entity& entity, Capability capability, double by) {
  if (settable(entity, capability) == nullptr) return {};
  Wish wish{capability, {}};
  wish.by = by;
  return {wish};
}

std::vector<Wish> lighting(const flow::Request& request, const Entity& entity) {
  if (const auto by = number_in(request, "temperature_step")) {
    return relative(entity, Capability::ColorTemperature, *by);
  }
  std::vector<Wish> wanted;
  const auto add = [&](Capability capability, Value to) {
    if (settable(entity, capability) != nullptr) wanted.push_back({capability, std::move(to)});
  };
  if (const auto kelvin = number_in(request, "temperature")) add(Capability::ColorTemperature, *kelvin);
  if (const std::string color = word_in(request, "color"); !color.empty()) add(Capability::Color, color);
  if (const auto percent = number_in(request, "brightness")) {
    if (*percent <= 0) return one(entity, Capability::OnOff, false);
    add(Capability::Brightness, *percent);
  }
  return wanted;
}

std::vector<Wish> numbered(const flow::Request& request, const Entity& entity, std::string_view slot,
                           std::initializer_list<Capability> capabilities) {
  const auto number = number_in(request, slot);
  if (!number) return {};
  for (const Capability capability : capabilities) {
    if (auto wish = one(entity, capability, *number); !wish.empty()) return wish;
  }
  return {};
}

std::vector<Wish> heating(const flow::Request& request, const Entity& entity) {
  if (const auto by = number_in(request, "temperature_step")) {
    return relative(entity, Capability::TargetTemperature, *by);
  }
  return numbered(request, entity, "temperature", {Capability::TargetTemperature});
}

/// What was tapped: exactly one capability, to a value or to the other one.
std::vector<Wish> tapped(const flow::Request& request, const Entity& entity) {
  const auto capability = home::find_capability(word_in(request, "capability"));
  if (!capability || settable(entity, *capability) == nullptr) return {};
  const flow::Slot* slot = flow::find_slot(request, "value");
  Wish wish{*capability};
  wish.toggle = slot == nullptr;
  if (slot != nullptr) wish.to = slot->value;
  if (!home::fits(*capability, wish.to)) return {};
  if (wish.toggle && home::facts(*capability).kind == home::ValueKind::Word) return {};
  if (*capability == Capability::Brightness && wish.to == Value(0.0)) {
    if (auto off = one(entity, Capability::OnOff, false); !off.empty()) return off;
  }
  return {wish};
}

/// "Next" and "previous" are buttons of a player, where it has them.
std::vector<Wish> skipping(const Entity& entity, std::string_view where) {
  const Trait* press = settable(entity, Capability::Press);
  if (press == nullptr || std::ranges::find(press->options, where) == press->options.end()) return {};
  return {{Capability::Press, std::string(where)}};
}

/// What a player can be asked to play is what its list of sources names.
std::vector<Wish> playing(const flow::Request& request, const Entity& entity) {
  const Trait* sources = settable(entity, Capability::Source);
  if (sources == nullptr) return {};
  const std::string wanted = home::identity_of(word_in(request, "search_query"));
  for (const std::string& source : sources->options) {
    if (!wanted.empty() && home::identity_of(source) == wanted) return {{Capability::Source, source}};
  }
  return {};
}

std::optional<double> step_in(const flow::Request& request) {
  for (const char* slot : {"brightness_step", "volume_step", "percentage", "brightness"}) {
    if (const auto by = number_in(request, slot)) return by;
  }
  return std::nullopt;
}

double step_of(const flow::Request& request, double otherwise) { return step_in(request).value_or(otherwise); }

/// "Dim it" is a wish for little light, whatever is now; "dim it by ten percent" is about the light that there is.
std::vector<Wish> dimming(const flow::Request& request, const Entity& entity, double step) {
  std::vector<Wish> wanted = relative(entity, Capability::Brightness, -std::abs(step_of(request, step)));
  for (Wish& wish : wanted) wish.lights_dark = !step_in(request);
  return wanted;
}

}  // namespace

const Trait* settable(const Entity& entity, Capability capability) {
  const auto found = std::ranges::find(entity.traits, capability, &Trait::capability);
  return found == entity.traits.end() || !found->settable ? nullptr : &*found;
}

std::vector<Wish> wishes(const flow::Request& request, const Entity& entity, const RelativeSteps& steps) {
  switch (request.intent) {
    case Intent::TurnOn:
      return turning(entity, true);
    case Intent::TurnOff:
      return turning(entity, false);
    case Intent::Toggle:
      return toggling(entity);
    case Intent::Open:
      return opening(entity, true);
    case Intent::Close:
      return opening(entity, false);
    case Intent::Lock:
      return one(entity, Capability::Lock, true);
    case Intent::Unlock:
      return one(entity, Capability::Lock, false);
    case Intent::SetPosition:
      if (const auto by = number_in(request, "position_step")) return relative(entity, Capability::Position, *by);
      return numbered(request, entity, "position", {Capability::Position, Capability::Tilt});
    case Intent::LightSet:
      return lighting(request, entity);
    case Intent::LightBrighter:
      return relative(entity, Capability::Brightness, std::abs(step_of(request, steps.brightness)));
    case Intent::LightDimmer:
      return dimming(request, entity, steps.brightness);
    case Intent::ClimateSetTemperature:
      return heating(request, entity);
    case Intent::FanSetSpeed:
      if (const auto by = number_in(request, "percentage_step")) return relative(entity, Capability::Speed, *by);
      return numbered(request, entity, "percentage", {Capability::Speed});
    case Intent::SetVolume:
      return numbered(request, entity, "volume_level", {Capability::Volume});
    case Intent::SetVolumeRelative:
      return relative(entity, Capability::Volume,
                      step_of(request, word_in(request, "volume_step") == "down" ? -steps.volume : steps.volume));
    case Intent::MediaPlayerMute:
      return one(entity, Capability::Mute, true);
    case Intent::MediaPlayerUnmute:
      return one(entity, Capability::Mute, false);
    case Intent::MediaPause:
      return one(entity, Capability::Playback, std::string("paused"));
    case Intent::MediaUnpause:
      return one(entity, Capability::Playback, std::string("playing"));
    case Intent::MediaNext:
      return skipping(entity, "next");
    case Intent::MediaPrevious:
      return skipping(entity, "previous");
    case Intent::MediaSearchAndPlay:
      return playing(request, entity);
    case Intent::VacuumStart:
    case Intent::LawnMowerStartMowing:
      return one(entity, Capability::Vacuum, std::string("cleaning"));
    case Intent::VacuumReturnToBase:
    case Intent::LawnMowerDock:
      return one(entity, Capability::Vacuum, std::string("docked"));
    case Intent::Set:
      return tapped(request, entity);
    default:
      return {};
  }
}

std::string_view missing_slot(const flow::Request& request) {
  const auto without = [&](std::string_view slot) {
    const bool given = number_in(request, slot) || number_in(request, std::string(slot) + "_step");
    return given ? std::string_view() : slot;
  };
  switch (request.intent) {
    case Intent::SetPosition:
      return without("position");
    case Intent::LightSet:
      return word_in(request, "color").empty() && without("temperature") == "temperature" ? without("brightness")
                                                                                          : std::string_view();
    case Intent::ClimateSetTemperature:
      return without("temperature");
    case Intent::FanSetSpeed:
      return without("percentage");
    case Intent::SetVolume:
      return without("volume_level");
    default:
      return {};
  }
}

}  // namespace hearth::decide
