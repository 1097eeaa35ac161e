#include "answer/home/state_reader.h"

#include <algorithm>

namespace hearth::answer {
namespace {

using home::Capability;
using home::Entity;

bool senses(const Entity& entity, Capability capability) {
  return std::ranges::any_of(entity.traits,
                             [&](const home::Trait& trait) { return trait.sensed && trait.capability == capability; });
}

Capability first_sensed(const Entity& entity, std::initializer_list<Capability> wanted) {
  for (const Capability capability : wanted) {
    if (senses(entity, capability)) return capability;
  }
  return Capability::None;
}

std::optional<bool> as_bool(const home::Value& value) {
  if (const bool* yes = std::get_if<bool>(&value)) return *yes;
  if (const double* number = std::get_if<double>(&value)) return *number > 0;
  return std::nullopt;
}

/// True for what counts as on: playing, heating, any mode but off.
std::optional<bool> is_on(const home::Value& value) {
  if (const auto* word = std::get_if<std::string>(&value))
    return *word != "off" && *word != "idle" && *word != "docked";
  return as_bool(value);
}

std::optional<bool> is_present(const home::Value& value, std::string_view place) {
  if (const auto* word = std::get_if<std::string>(&value)) {
    return home::identity_of(*word) == home::identity_of(place) || (place == "away" && *word == "not_home");
  }
  const std::optional<bool> at_home = as_bool(value);
  if (!at_home) return std::nullopt;
  if (place == "home") return *at_home;
  if (place == "away") return !*at_home;
  return std::nullopt;
}

std::optional<bool> negated(std::optional<bool> value) { return value ? std::optional(!*value) : value; }

}  // namespace

Capability main_capability(const Entity& entity) {
  const Capability found =
      first_sensed(entity, {Capability::Lock, Capability::Position, Capability::Contact, Capability::Alarm,
                            Capability::Vacuum, Capability::Presence, Capability::OnOff, Capability::Playback,
                            Capability::Temperature, Capability::TargetTemperature, Capability::ThermostatMode});
  if (found != Capability::None) return found;
  const auto sensed = std::ranges::find_if(entity.traits, [](const home::Trait& trait) {
    return trait.sensed && trait.capability != Capability::Available && trait.capability != Capability::Battery &&
           trait.capability != Capability::SignalQuality;
  });
  if (sensed != entity.traits.end()) return sensed->capability;
  return first_sensed(entity, {Capability::Battery, Capability::BatteryLow, Capability::SignalQuality});
}

Seen look_at(const memory::Present& present, const Entity& entity, Capability capability, Time now) {
  Seen seen;
  seen.capability = capability;
  seen.reachable = present.available(entity.id);
  const home::State& state = present.state(entity.id, capability);
  if (seen.reachable) seen.value = state.value;
  seen.age = home::known(state.value) ? now - state.seen : Duration{};
  return seen;
}

std::optional<bool> holds(const memory::Present& present, const Entity& entity, std::string_view state, Time now,
                          Seen& seen) {
  const auto look = [&](std::initializer_list<Capability> wanted) {
    seen = look_at(present, entity, first_sensed(entity, wanted), now);
    return seen.value;
  };
  if (state == "locked" || state == "unlocked") {
    const std::optional<bool> locked = as_bool(look({Capability::Lock}));
    return state == "locked" ? locked : negated(locked);
  }
  if (state == "open" || state == "closed") {
    const home::Value value = look({Capability::Position, Capability::Contact, Capability::Tilt});
    return state == "open" ? as_bool(value) : negated(as_bool(value));
  }
  if (state == "on" || state == "off") {
    const home::Value value =
        look({Capability::OnOff, Capability::Playback, Capability::ThermostatMode, Capability::Contact,
              Capability::Motion, Capability::Occupancy, Capability::Vacuum, main_capability(entity)});
    return state == "on" ? is_on(value) : negated(is_on(value));
  }
  if (entity.kind == "person" || senses(entity, Capability::Presence)) {
    return is_present(look({Capability::Presence}), state);
  }
  look({main_capability(entity)});
  if (!home::known(seen.value)) return std::nullopt;
  return home::to_text(seen.value) == state;
}

void note(const memory::Present& present, const Entity& entity, const Seen& seen, Duration stale_after,
          flow::Answer& answer) {
  const std::string_view capability = home::facts(seen.capability).name;
  const std::pair<std::string, flow::Value> thing{"entity", static_cast<double>(entity.id.value)};
  answer.evidence.push_back({flow::Evidence::Message, 0,
                             std::string(present.home()->display_name(entity.id)) + ": " + std::string(capability) +
                                 " " + home::to_text(seen.value),
                             1});
  if (!seen.reachable) {
    answer.assumptions.push_back({"state.unreachable", {thing}});
  } else if (home::known(seen.value) && seen.age > stale_after) {
    answer.assumptions.push_back({"state.stale", {thing, {"seconds", to_seconds(seen.age)}}});
    answer.confidence = std::min(answer.confidence, 0.6F);
  }
}

}  // namespace hearth::answer
