#include "understand/dialogue/patching.h"

#include <algorithm>
#include <cmath>

#include "understand/intents/intent_names.h"
#include "understand/linking/abilities.h"

namespace hearth::understand {
namespace {

using flow::Intent;
using home::Entity;
using home::EntityId;

constexpr double kKelvinStep = 500;
constexpr double kPercentStep = 20;

/// The way that the last act went: "a bit more" goes on, "too much" goes back. Of a level that was set the verb told.
int way_of(const std::string& kind, const flow::Request& act) {
  if (act.intent == Intent::LightDimmer || act.intent == Intent::Close) return -1;
  if (act.intent == Intent::LightBrighter || act.intent == Intent::Open) return 1;
  if (act.intent == Intent::TurnOff && kind == "cover") return -1;
  if (const auto way = number_in(act, kWay)) return *way < 0 ? -1 : 1;
  for (const char* step : {"volume_step", "temperature_step", "position_step", "percentage_step"}) {
    const bool white = act.intent == Intent::LightSet;  // fewer kelvins are warmer
    if (const auto by = number_in(act, step)) return (*by < 0) == white ? 1 : -1;
    const flow::Slot* slot = flow::find_slot(act, step);
    if (slot != nullptr && slot->value == home::Value(std::string("down"))) return -1;
  }
  return 1;
}

int direction_of(const Patch& patch, const std::string& kind, const flow::Request& act) {
  if (std::abs(patch.direction) < 2) return patch.direction;
  return way_of(kind, act) * patch.direction / 2;
}

/// "Go on" after a pause is no level.
bool goes_on(const flow::Request& act) {
  return act.intent == Intent::MediaPause || act.intent == Intent::MediaUnpause || act.intent == Intent::VacuumStart ||
         act.intent == Intent::VacuumReturnToBase;
}

flow::Request with(Intent intent, std::string slot, home::Value value) {
  flow::Request request;
  request.intent = intent;
  request.slots.push_back({std::move(slot), {}, std::move(value), {}});
  return request;
}

/// A step of what this kind of thing is about, in its own unit; nothing where the quality is not its own.
std::optional<flow::Request> step(const std::string& kind, const std::string& quality, int way,
                                  std::optional<double> by, const std::string& unit) {
  if (by && !unit.empty() && (unit == "degree") != (kind == "climate")) return std::nullopt;
  const bool any = quality == "amount";
  if (kind == "light" && (any || quality == "bright")) {
    flow::Request request{.intent = way > 0 ? Intent::LightBrighter : Intent::LightDimmer};
    if (by) request.slots.push_back({"brightness_step", {}, *by, {}});
    return request;
  }
  if (kind == "light" && quality == "warm") { return with(Intent::LightSet, "temperature_step", -way * kKelvinStep); }
  if (kind == "media_player" && (any || quality == "loud")) {
    if (!by) return with(Intent::SetVolumeRelative, "volume_step", std::string(way > 0 ? "up" : "down"));
    return with(Intent::SetVolumeRelative, "volume_step", way * *by);
  }
  if (kind == "climate" && (any || quality == "warm")) {
    return with(Intent::ClimateSetTemperature, "temperature_step", way * by.value_or(1));
  }
  if (kind == "fan" && (any || quality == "fast")) {
    return with(Intent::FanSetSpeed, "percentage_step", way * by.value_or(kPercentStep));
  }
  if (kind == "cover" && (any || quality == "open")) {
    return with(Intent::SetPosition, "position_step", way * by.value_or(kPercentStep));
  }
  return std::nullopt;
}

/// A number without a unit means what this kind of thing is set by.
std::optional<flow::Request> numbered(const std::string& kind, double number, const std::string& unit) {
  if (kind == "climate" && (unit.empty() || unit == "degree")) {
    return with(Intent::ClimateSetTemperature, "temperature", number);
  }
  if (!unit.empty() && unit != "percent") return std::nullopt;
  if (kind == "light") return with(Intent::LightSet, "brightness", number);
  if (kind == "cover") return with(Intent::SetPosition, "position", number);
  if (kind == "fan") return with(Intent::FanSetSpeed, "percentage", number);
  if (kind == "media_player") return with(Intent::SetVolume, "volume_level", number);
  return std::nullopt;
}

bool is_opened(const Entity& entity) { return entity.kind == "cover" || entity.kind == "valve"; }

/// "Open it", said of a door with a lock.
Intent act_on_lock(Intent act) {
  switch (act) {
    case Intent::Open:
    case Intent::Unlock:
      return Intent::Unlock;
    case Intent::Close:
    case Intent::Lock:
      return Intent::Lock;
    default:
      return Intent::None;
  }
}

/// What takes an act back; None where nothing plainly does.
Intent opposite(Intent act) {
  switch (act) {
    case Intent::TurnOn:
      return Intent::TurnOff;
    case Intent::TurnOff:
      return Intent::TurnOn;
    case Intent::Open:
      return Intent::Close;
    case Intent::Close:
      return Intent::Open;
    default:
      return Intent::None;
  }
}

bool takes_act(const Entity& entity, Intent act) {
  if (act == Intent::TurnOn || act == Intent::TurnOff) return is_switched(entity);
  if (entity.kind == "lock") return act_on_lock(act) != Intent::None;
  if (act == Intent::Lock || act == Intent::Unlock) return false;
  if (const std::string_view kind = usual_kind(act); !kind.empty()) return entity.kind == kind;
  return is_opened(entity);  // "up" and "closed" are said of nothing else
}

/// "Warmer" and then "more" on a lamp is about its colour, not its brightness.
std::string quality_of(const Patch& patch, const flow::Request& act) {
  const bool on = std::abs(patch.direction) == 2 && patch.quality == "amount";
  const bool white = act.intent == Intent::LightSet && number_in(act, "temperature_step").has_value();
  return on && white ? "warm" : patch.quality;
}

void put_place(const Patch& patch, flow::Request& request) {
  for (const char* name : {"name", "area", "floor"}) {
    std::erase_if(request.slots, [&](const flow::Slot& slot) { return slot.name == name; });
  }
  if (patch.place.named) request.slots.push_back({"name", patch.place.spoken, patch.place.spoken, {}});
}

bool same_act(const flow::Request& a, const flow::Request& b) { return a.intent == b.intent && a.slots == b.slots; }

}  // namespace

std::vector<EntityId> Patching::spoken_of(const Patch& patch, const Recent& recent) const {
  return patch.placed ? std::vector<EntityId>() : targets(patch, {}, recent).targets;
}

Link Patching::targets(const Patch& patch, const flow::Request& act, const Recent& recent) const {
  if (patch.which == Patch::Other) {
    return called_so(patch.which_words, patch.placed ? other(recent, patch.place) : other(recent));
  }
  if (patch.which == Patch::Others) return {.targets = others(recent), .candidates = {}, .how = {}};
  if (patch.which == Patch::Both) return {.targets = both(recent), .candidates = {}, .how = {}};
  if (patch.which == Patch::All) return {.targets = all(recent), .candidates = {}, .how = {}};
  if (patch.which == Patch::Here) return {.targets = here(recent).targets, .candidates = {}, .how = {}};
  if (!patch.placed) return {.targets = recent.targets, .candidates = {}, .how = {}};
  if (!patch.part.empty()) return by_part(patch.part, recent);
  Mention mention = patch.place;
  mention.intent = act.intent;
  mention.asks = act.question.has_value();
  if (mention.named) return linker_.link(mention, room_);
  if (!mention.kinds.empty()) {  // "and the blinds": those of the room that was spoken of
    const bool somewhere = mention.area_spoken || mention.floor;
    if (const home::AreaId area = there(recent); !somewhere && area) {
      mention.area = area;
      mention.area_spoken = true;
    }
    return linker_.link(mention, room_);
  }
  if (act.intent != Intent::ClimateGetTemperature) {
    for (const EntityId id : act.targets.empty() ? recent.targets : act.targets) {
      const Entity* entity = home_.entity(id);
      if (entity == nullptr) continue;
      if (std::ranges::find(mention.kinds, entity->kind) == mention.kinds.end()) mention.kinds.push_back(entity->kind);
      if (entity->kind == "cover") mention.device_class = entity->device_class;
    }
    if (mention.kinds.empty()) return {};
  }
  return linker_.link(mention, room_);
}

std::optional<flow::Request> Patching::value(const Patch& patch, const Entity& entity, const flow::Request& act) const {
  if (patch.act) {
    if (!takes_act(entity, *patch.act)) return std::nullopt;
    flow::Request request;
    request.intent = entity.kind == "lock" ? act_on_lock(*patch.act) : *patch.act;
    return request;
  }
  if (!patch.quality.empty()) {
    if (std::abs(patch.direction) == 2 && goes_on(act)) return std::nullopt;
    const int way = direction_of(patch, entity.kind, act);
    return step(entity.kind, quality_of(patch, act), way, patch.number, patch.unit);
  }
  if (entity.kind == "light" && patch.kelvin) return with(Intent::LightSet, "temperature", *patch.kelvin);
  if (entity.kind == "light" && !patch.color.empty()) return with(Intent::LightSet, "color", patch.color);
  if (patch.number) return numbered(entity.kind, *patch.number, patch.unit);
  return std::nullopt;
}

/// The same act on other things, or once more.
std::vector<flow::Request> Patching::repeat(const Patch& patch, const Recent& recent) const {
  if (!patch.placed && patch.which == Patch::It) {
    std::vector<flow::Request> again = recent.acts;
    for (flow::Request& request : again) request.explicit_words = request.confirmed = false;
    return again;
  }
  if (recent.acts.empty()) return {};
  flow::Request request = recent.acts.back();
  if (!concerns_things(request.intent, request.question.has_value())) return {};
  const Link link = targets(patch, request, recent);
  put_place(patch, request);
  request.explicit_words = request.confirmed = false;
  request.targets = link.targets;
  std::erase_if(request.targets, [&](EntityId id) {
    const Entity* entity = home_.entity(id);
    const bool opens = request.intent == Intent::Open || request.intent == Intent::Close;
    if (entity == nullptr || (opens && !is_opened(*entity) && entity->kind != "lock")) return true;
    return !can(*entity, request.intent, request.question.has_value());
  });
  if (!link.candidates.empty()) {
    const std::string words = patch.place.spoken;
    std::erase_if(request.slots, [](const flow::Slot& slot) { return slot.name == "name"; });
    request.slots.push_back({"name", words, words, link.candidates});
  }
  if (request.targets.empty() && link.candidates.empty()) return {};
  return {std::move(request)};
}

std::vector<flow::Request> Patching::change(const Patch& patch, const flow::Request& act, const Recent& recent) const {
  Link link = targets(patch, act, recent);
  std::vector<EntityId> things = link.targets;
  for (const auto& [id, score] : link.candidates) things.push_back(id);
  std::vector<flow::Request> wanted;
  for (const EntityId id : things) {
    const Entity* entity = home_.entity(id);
    std::optional<flow::Request> one = entity == nullptr ? std::nullopt : value(patch, *entity, act);
    if (!one || !can(*entity, one->intent, false)) continue;
    const auto known = std::ranges::find_if(wanted, [&](const flow::Request& other) { return same_act(other, *one); });
    flow::Request& request = known == wanted.end() ? wanted.emplace_back(std::move(*one)) : *known;
    request.targets.push_back(id);
  }
  if (link.candidates.empty()) {
    // "Open it" says the act, and that one thing is meant.
    const bool one = wanted.size() == 1 && wanted.front().targets.size() == 1 && patch.which == Patch::It;
    const bool said = one && patch.explicit_words && !patch.placed && wanted.front().intent == *patch.act;
    if (said) wanted.front().explicit_words = true;
    return wanted;
  }
  if (wanted.size() != 1) return {};
  flow::Request& asked = wanted.front();
  asked.targets.clear();
  asked.slots.push_back({"name", patch.place.spoken, patch.place.spoken, link.candidates});
  return wanted;
}

std::vector<flow::Request> Patching::except(const Patch& patch, const Recent& recent) const {
  if (!patch.placed || recent.acts.empty() || recent.acts.back().question) return {};
  const flow::Request& act = recent.acts.back();
  flow::Request back;
  back.intent = opposite(act.intent);
  if (back.intent == Intent::None) return {};
  const Link link = targets(patch, act, recent);
  for (const EntityId id : link.targets) {
    if (std::ranges::find(recent.targets, id) != recent.targets.end()) back.targets.push_back(id);
  }
  if (back.targets.empty()) return {};
  return {std::move(back)};
}

std::vector<flow::Request> Patching::apply(const Patch& patch, const Recent& recent) const {
  if (recent.empty()) return {};
  if (!patch.values()) return repeat(patch, recent);
  // A number after "set a timer" is about the timer, not about the lamp before it.
  const bool of_things =
      recent.acts.empty() || concerns_things(recent.acts.back().intent, recent.acts.back().question.has_value());
  if (!of_things) return {};
  static const flow::Request kNothing;
  return change(patch, recent.acts.empty() ? kNothing : recent.acts.back(), recent);
}

}  // namespace hearth::understand
