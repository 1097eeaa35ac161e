// Whom "the other one", "both" and "the desk one" mean.
#include <algorithm>

#include "understand/compound/words.h"
#include "understand/dialogue/patching.h"

namespace hearth::understand {
namespace {

using home::Entity;
using home::EntityId;

constexpr size_t kMostChoices = 6;

/// The only one, or candidates, which have to be asked about.
Link one_of(std::vector<EntityId> found) {
  Link link;
  if (found.size() == 1) {
    link.targets = std::move(found);
  } else if (found.size() <= kMostChoices) {
    for (const EntityId id : found) link.candidates.emplace_back(id, 1.0F);
  }
  return link;
}

/// "Rechts" and "rechte", "droit" and "droite": the same word with another ending.
bool same_stem(std::string_view a, std::string_view b) {
  constexpr size_t kLeast = 4, kMostEnding = 2;
  const auto [first, second] = std::ranges::mismatch(a, b);
  const auto common = static_cast<size_t>(first - a.begin());
  return common >= kLeast && a.size() - common <= kMostEnding && b.size() - common <= kMostEnding;
}

bool is_in(const std::vector<EntityId>& some, EntityId id) { return std::ranges::find(some, id) != some.end(); }

}  // namespace

void say_which_way(std::string_view sentence, const TalkWords& words, flow::Request& request) {
  if (request.question || !flow::number_in(request, "position")) return;
  const bool up = holds_word(sentence, words.upward), down = holds_word(sentence, words.downward);
  if (up != down) request.slots.push_back({kWay, {}, up ? 1.0 : -1.0, {}});
}

/// Other things of the kind of what was spoken of, in its room or in the home; of covers those of its own class.
std::vector<EntityId> Patching::alike(const Recent& recent, bool near) const {
  std::vector<EntityId> found;
  const Entity* first = recent.targets.empty() ? nullptr : home_.entity(recent.targets.front());
  if (first == nullptr) return found;
  for (const bool same_class : {true, false}) {
    for (const Entity& entity : home_.entities) {
      if (entity.kind != first->kind || !home_.present(entity.id) || !entity.exposed) continue;
      if (near && home_.area_of(entity) != home_.area_of(*first)) continue;
      if (same_class && entity.device_class != first->device_class) continue;
      if (std::ranges::find(recent.targets, entity.id) == recent.targets.end()) found.push_back(entity.id);
    }
    if (!found.empty()) break;
  }
  return found;
}

/// Of those spoken of together before, such as are of the kind of those spoken of now, and no more of the others.
std::vector<EntityId> Patching::left_of_before(const Recent& recent) const {
  std::vector<EntityId> left;
  if (!std::ranges::all_of(recent.targets, [&](EntityId id) { return is_in(recent.before, id); })) return left;
  for (const EntityId id : recent.before) {
    const Entity* entity = home_.entity(id);
    if (entity == nullptr || is_in(recent.targets, id) || !home_.present(id)) continue;
    if (entity->kind == home_.entity(recent.targets.front())->kind) left.push_back(id);
  }
  return left;
}

Link Patching::other(const Recent& recent) const {
  if (std::vector<EntityId> left = left_of_before(recent); !left.empty()) return one_of(std::move(left));
  std::vector<EntityId> found = alike(recent, true);
  return one_of(found.empty() ? alike(recent, false) : std::move(found));
}

Link Patching::other(const Recent& recent, const Mention& place) const {
  if (place.named) return {};
  std::vector<EntityId> found = alike(recent, false);
  std::erase_if(found, [&](EntityId id) {
    const home::Area* area = home_.area(home_.area_of(*home_.entity(id)));
    if (area == nullptr) return true;
    return (place.area_spoken && area->id != place.area) || (place.floor && area->floor != place.floor);
  });
  return one_of(std::move(found));
}

/// "The other lamp" of a floor lamp, a reading lamp and a ceiling light: the only one with that word in its name.
Link Patching::called_so(const std::string& words, Link link) const {
  const std::vector<std::string> said = split_words(home::identity_of(words));
  if (said.empty() || link.candidates.size() < 2) return link;
  std::vector<EntityId> called;
  for (const auto& [id, score] : link.candidates) {
    const std::string name = " " + home::identity_of(home_.display_name(id)) + " ";
    if (name.find(" " + said.back() + " ") != std::string::npos) called.push_back(id);
  }
  return called.size() == 1 ? one_of(std::move(called)) : link;
}

std::vector<EntityId> Patching::others(const Recent& recent) const {
  std::vector<EntityId> left = left_of_before(recent);
  return left.empty() ? alike(recent, true) : left;
}

std::vector<EntityId> Patching::both(const Recent& recent) const {
  if (recent.targets.size() != 1) return recent.targets;
  const EntityId one = recent.targets.front();
  const bool pair = recent.before.size() == 1 && recent.before.front() != one && home_.present(recent.before.front());
  const auto with_it = [&](std::vector<EntityId> some) {
    some.push_back(one);
    std::ranges::sort(some);
    return some;
  };
  const auto kind_of = [&](EntityId id) {
    const Entity* entity = home_.entity(id);
    return entity == nullptr ? std::string() : entity->kind;
  };
  if (pair && kind_of(recent.before.front()) == kind_of(one)) return with_it(recent.before);
  std::vector<EntityId> all = others(recent);
  if (all.empty()) all = alike(recent, false).size() == 1 ? alike(recent, false) : all;
  if (!all.empty()) return with_it(std::move(all));
  return pair ? with_it(recent.before) : std::vector<EntityId>();
}

std::vector<EntityId> Patching::all(const Recent& recent) const {
  std::vector<EntityId> some;
  for (const EntityId id : recent.together) {
    if (home_.present(id)) some.push_back(id);
  }
  std::ranges::sort(some);
  const bool chain =
      some.size() > 2 && std::ranges::all_of(recent.targets, [&](EntityId id) { return is_in(some, id); });
  return chain ? some : both(recent);
}

Recent Patching::about(const Patch& patch, const Recent& recent) const {
  if (recent.acts.empty()) return {};
  Recent near = recent;
  near.acts = {recent.acts.back()};
  near.targets = targets(patch, near.acts.front(), recent).targets;
  if (near.targets.empty()) return {};
  near.acts.front().targets = near.targets;
  near.together.clear();
  return near;
}

Recent Patching::here(const Recent& recent) const {
  Recent near = recent;
  near.targets.clear();
  if (!room_ || recent.targets.empty()) return near;
  const Entity* first = home_.entity(recent.targets.front());
  for (const Entity& entity : home_.entities) {
    if (first == nullptr || entity.kind != first->kind || entity.device_class != first->device_class) continue;
    if (home_.present(entity.id) && entity.exposed && home_.area_of(entity) == room_) near.targets.push_back(entity.id);
  }
  return near;
}

home::AreaId Patching::there(const Recent& recent) const {
  home::AreaId area;
  for (const EntityId id : recent.targets) {
    const Entity* entity = home_.entity(id);
    if (entity == nullptr) continue;
    const home::AreaId its = home_.area_of(*entity);
    if (area && its != area) return {};
    area = its;
  }
  return area;
}

/// "The desk one": of the kind that was spoken of, what has those words in its name; in the same room first. Words that
/// only end otherwise ("die rechte" of a lamp called "rechts") count where none is the same.
Link Patching::by_part(const std::string& part, const Recent& recent) const {
  Link link = by_part(
      recent, [&](const std::string& name) { return (" " + name + " ").find(" " + part + " ") != std::string::npos; });
  const bool word = part.find(' ') == std::string::npos;
  if (!link.targets.empty() || !link.candidates.empty() || !word) return link;
  return by_part(recent, [&](const std::string& name) {
    return std::ranges::any_of(split_words(name), [&](const std::string& own) { return same_stem(own, part); });
  });
}

Link Patching::by_part(const Recent& recent, const std::function<bool(const std::string& name)>& says) const {
  const auto holds = [&](std::string_view name) { return says(home::identity_of(name)); };
  const home::AreaId room = there(recent);
  std::vector<EntityId> near, all;
  for (const Entity& entity : home_.entities) {
    if (!home_.present(entity.id) || !entity.exposed) continue;
    const bool alike = std::ranges::any_of(recent.targets, [&](EntityId id) {
      const Entity* known = home_.entity(id);
      return known != nullptr && known->kind == entity.kind;
    });
    const bool called = holds(home_.display_name(entity.id)) ||
                        std::ranges::any_of(entity.names, [&](const home::Name& name) { return holds(name.text); });
    if (!alike || !called) continue;
    all.push_back(entity.id);
    if (room && home_.area_of(entity) == room) near.push_back(entity.id);
  }
  return one_of(near.empty() ? std::move(all) : std::move(near));
}

}  // namespace hearth::understand
