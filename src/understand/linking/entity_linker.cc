#include "understand/linking/entity_linker.h"

#include <algorithm>

#include "flow/limits.h"
#include "understand/linking/abilities.h"
#include "understand/linking/outdoors.h"
#include "understand/linking/spoken_names.h"

namespace hearth::understand {
namespace {

using home::AreaId;
using home::Entity;
using home::EntityId;

constexpr size_t kMostChoices = 6;  // more than these nobody can remember when they are read out

std::vector<std::pair<EntityId, float>> equal_candidates(const std::vector<EntityId>& found) {
  std::vector<std::pair<EntityId, float>> candidates;
  for (size_t i = 0; i < std::min(found.size(), flow::kMostCandidates); ++i) candidates.emplace_back(found[i], 1.0F);
  return candidates;
}

/// Blinds, shades and shutters are told apart by those who sell them; people say one for the other. These mean the same
/// but for the class; none for any other.
std::vector<Mention> kindred(const Mention& mention) {
  static constexpr std::string_view kAlike[] = {"blind", "shade", "shutter"};
  std::vector<Mention> others;
  if (mention.asks || std::ranges::find(kAlike, mention.device_class) == std::end(kAlike)) return others;
  for (const std::string_view alike : kAlike) {
    if (alike == mention.device_class) continue;
    others.push_back(mention);
    others.back().device_class = alike;
  }
  return others;
}

}  // namespace

bool EntityLinker::within(const Entity& entity, const Mention& mention) const {
  if (mention.area_spoken && home_.area_of(entity) != mention.area) return false;
  return !mention.floor || home_.floor_of(entity) == mention.floor;
}

bool EntityLinker::fits(const Entity& entity, const Mention& mention) const {
  if (!usable(entity) || !can(entity, mention.intent, mention.asks)) return false;
  if (mention.kinds.empty()) {
    if (!mention.device_class.empty()) return is_of(entity, entity.kind, mention.device_class, mention.asks);
    return mention.asks || is_switched(entity);
  }
  return std::ranges::any_of(
      mention.kinds, [&](const std::string& kind) { return is_of(entity, kind, mention.device_class, mention.asks); });
}

Link EntityLinker::link(const Mention& mention, AreaId here) const {
  if (mention.intent == flow::Intent::VacuumCleanArea && mention.area_spoken) {
    Mention anywhere = mention;  // what is to be cleaned says nothing of where the robot stands
    anywhere.area_spoken = false;
    anywhere.one = true;
    anywhere.everywhere = !mention.named;
    return mention.named ? by_name(anywhere, here) : by_kind(anywhere, here);
  }
  return mention.named ? by_name(mention, here) : by_kind(mention, here);
}

Link EntityLinker::weather(const Mention& mention) const {
  if (mention.named) return by_name(mention, {});
  Link link;
  for (const Entity& entity : home_.entities) {
    if (usable(entity) && entity.kind == "weather") link.targets.push_back(entity.id);
  }
  if (!link.targets.empty()) return link;
  for (const Entity& entity : home_.entities) {
    if (usable(entity) && measures_outdoors(entity, home_)) link.targets.push_back(entity.id);
  }
  return link;
}

/// What carries the name itself counts before what implies it, and both before what only stands at it, but whether the
/// lock called "front door" is open its contact knows.
std::vector<EntityId> EntityLinker::called(const Mention& mention) const {
  auto [own, implied, beside] = called_by(mention.spoken, mention.called, home_);
  if (own.empty()) own = std::move(implied);
  const bool of_opening = mention.asks && (mention.state == "open" || mention.state == "closed");
  const bool known = std::ranges::any_of(own, [&](EntityId id) { return knows_opening(*home_.entity(id)); });
  return own.empty() || (of_opening && !known && beside.size() == 1) ? beside : own;
}

bool EntityLinker::by_own_name(const Mention& mention) const {
  return mention.named && !called_by(mention.spoken, mention.called, home_).own.empty();
}

Link EntityLinker::by_name(const Mention& mention, AreaId here) const {
  Link link;
  std::vector<EntityId> able, all;
  for (const EntityId id : called(mention)) {
    const Entity* entity = home_.entity(id);
    if (entity == nullptr || !usable(*entity) || !within(*entity, mention)) continue;
    all.push_back(id);
    if (can(*entity, mention.intent, mention.asks)) able.push_back(id);
  }
  // What cannot do it is still what was named: decide says so.
  std::vector<EntityId>& found = able.empty() ? all : able;
  std::ranges::sort(found);
  link.how = mention.area_spoken || mention.floor ? "linked.name_in_place" : "linked.name";
  if (found.size() == 1 || mention.all) {
    link.targets = mention.all ? able : found;
    return link;
  }
  std::vector<EntityId> near;
  for (const EntityId id : found) {
    if (here && home_.area_of(*home_.entity(id)) == here) near.push_back(id);
  }
  if (!mention.area_spoken && near.size() == 1) {
    link.targets = near;
    link.how = "linked.name_here";
    return link;
  }
  if (found.size() < 2) return link;
  link.how = "linked.shared_name";
  link.candidates = equal_candidates(near.size() > 1 ? near : found);
  return link;
}

void EntityLinker::settle(std::vector<EntityId> found, const Mention& mention, Link& link) const {
  if (mention.one && found.size() > 1) {
    link.candidates = equal_candidates(found);
    link.how = "linked.several";
  } else {
    link.targets = std::move(found);
  }
}

EntityLinker::OfKind EntityLinker::of_kind(const std::vector<Mention>& mentions, AreaId here) const {
  OfKind found;
  for (const Entity& entity : home_.entities) {
    const auto meant = [&](const Mention& mention) { return fits(entity, mention) && within(entity, mention); };
    if (std::ranges::none_of(mentions, meant)) continue;
    found.everywhere.push_back(entity.id);
    if (here && home_.area_of(entity) == here) found.near.push_back(entity.id);
  }
  return found;
}

Link EntityLinker::by_kind(const Mention& mention, AreaId here) const {
  Link link;
  const bool placed = mention.area_spoken || mention.floor || mention.everywhere;
  auto [everywhere, near] = of_kind({mention}, here);
  if (placed ? everywhere.empty() : near.empty()) {
    OfKind alike = of_kind(kindred(mention), here);
    if (!(placed ? alike.everywhere : alike.near).empty()) {
      everywhere = std::move(alike.everywhere);
      near = std::move(alike.near);
    }
  }
  if (placed || mention.asks) {
    // "What is the temperature?" means here; "are any lights on?" means the home.
    const bool here_first = !placed && mention.area && !near.empty();
    link.how = mention.area_spoken ? "linked.area" : mention.floor ? "linked.floor" : "linked.home";
    if (here_first) link.how = "linked.room";
    settle(here_first ? std::move(near) : std::move(everywhere), mention, link);
    return link;
  }
  if (!near.empty()) {
    link.how = "linked.room";
    settle(std::move(near), mention, link);
    return link;
  }
  // Nothing of the kind in this room, or nobody knows which room it is: only what cannot be mistaken is meant.
  if (everywhere.size() == 1) {
    link.how = "linked.only_one";
    link.targets = std::move(everywhere);
  } else if (!everywhere.empty() && everywhere.size() <= kMostChoices) {
    link.how = "linked.several";
    link.candidates = equal_candidates(everywhere);
  }
  return link;
}

bool concerns_things(flow::Intent intent, bool asks) {
  using flow::Intent;
  if (asks)
    return intent == Intent::GetState || intent == Intent::ClimateGetTemperature || intent == Intent::Why ||
           intent == Intent::PastQuery;
  return flow::sets_things(intent) || intent == Intent::GetState || intent == Intent::ClimateGetTemperature;
}

}  // namespace hearth::understand
