#include "decide/dialogue_policy/examples.h"

#include <algorithm>
#include <cmath>

#include "decide/grounding/wishes.h"

namespace hearth::decide {
namespace {

using home::Capability;
using home::Entity;

Arguments example(const char* key, const Entity& entity) {
  return {{"reason", std::string(key)}, {"reason.entity", static_cast<double>(entity.id.value)}};
}

std::optional<bool> is_on(const memory::Present& present, const Entity& entity) {
  const home::Value& value = present.state(entity.id, Capability::OnOff).value;
  const bool* on = std::get_if<bool>(&value);
  return on == nullptr ? std::nullopt : std::optional(*on);
}

std::optional<double> number(const memory::Present& present, const Entity& entity, Capability capability) {
  const home::Value& value = present.state(entity.id, capability).value;
  const double* number = std::get_if<double>(&value);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

bool senses(const memory::Present& present, const Entity& entity, Capability capability) {
  const home::Trait* trait = present.home()->trait(entity.id, capability);
  return trait != nullptr && trait->sensed;
}

/// One degree more than it is set to, or a usual warmth.
std::optional<Arguments> warmer(const memory::Present& present, const Entity& entity) {
  const home::Trait* target = settable(entity, Capability::TargetTemperature);
  if (target == nullptr) return std::nullopt;
  double degrees = std::floor(number(present, entity, Capability::TargetTemperature).value_or(19)) + 1;
  if (target->low < target->high) degrees = std::clamp(degrees, target->low, target->high);
  if (degrees != std::floor(degrees) || degrees > 25) return std::nullopt;
  Arguments with = example("try.warmth", entity);
  with.emplace_back("reason.value", degrees);
  return with;
}

std::optional<Arguments> question(const memory::Present& present, const Entity& entity) {
  if (entity.kind == "lock" && senses(present, entity, Capability::Lock)) return example("try.is_locked", entity);
  if (senses(present, entity, Capability::Contact)) return example("try.is_open", entity);
  const home::AreaId area = present.home()->area_of(entity);
  if (area && entity.kind == "sensor" && senses(present, entity, Capability::Temperature)) {
    return Arguments{{"reason", std::string("try.how_warm")}, {"reason.area", static_cast<double>(area.value)}};
  }
  return std::nullopt;
}

std::optional<Arguments> command(const memory::Present& present, const Entity& entity) {
  if (entity.tier == home::Tier::Secure) return std::nullopt;
  const bool switched = settable(entity, Capability::OnOff) != nullptr;
  if (switched && (entity.kind == "light" || entity.kind == "switch" || entity.kind == "fan")) {
    return example(is_on(present, entity).value_or(false) ? "try.turn_off" : "try.turn_on", entity);
  }
  if (entity.kind == "cover" && settable(entity, Capability::Position) != nullptr) {
    const bool open = number(present, entity, Capability::Position).value_or(0) > 0;
    return example(open ? "try.close" : "try.open", entity);
  }
  if (entity.kind == "climate") return warmer(present, entity);
  if (entity.kind == "media_player" && settable(entity, Capability::Playback) != nullptr) {
    const bool plays = present.state(entity.id, Capability::Playback).value == home::Value(std::string("playing"));
    if (plays) return example("try.pause", entity);
    if (switched) return example(is_on(present, entity).value_or(false) ? "try.turn_off" : "try.turn_on", entity);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Arguments> example_about(const memory::Present& present, home::EntityId thing) {
  const home::Home& home = *present.home();
  const Entity* entity = home.entity(thing);
  if (entity == nullptr || !home.present(thing) || !entity->exposed || !present.available(thing)) return std::nullopt;
  if (auto found = command(present, *entity)) return found;
  return question(present, *entity);
}

std::vector<Arguments> examples_in(const memory::Present& present, home::AreaId room) {
  std::vector<Arguments> found;
  if (room) {
    for (const home::EntityId thing : present.home()->in_area(room)) {
      if (auto one = example_about(present, thing)) found.push_back(std::move(*one));
    }
  }
  for (const char* key : {"try.time", "try.timer", "try.list"}) found.push_back({{"reason", std::string(key)}});
  return found;
}

}  // namespace hearth::decide
