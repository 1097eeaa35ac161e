// Finds the things that a sentence speaks of.
#pragma once

#include "flow/header.h"
#include "home/home.h"
#include "understand/intents/mention.h"

namespace hearth::understand {

/// `targets`: all of them are meant. `candidates`: none can be told from the others, best first; a name shared by
/// several is never guessed; at most flow::kMostCandidates. Both empty: nothing fits. `how`: key of a reason in
/// phrases/.
struct Link {
  std::vector<home::EntityId> targets;
  std::vector<std::pair<home::EntityId, float>> candidates;
  std::string how;
};

/// Borrows the home. Any thread; deterministic: everything is in the order of the ids.
class EntityLinker {
 public:
  explicit EntityLinker(const home::Home& home) : home_(home) {}

  /// Only what is present, exposed and able to do what is wanted. A name shared by several is told by the area or floor
  /// that was spoken, then by `here`, the speaker's room (none when unknown). A kind alone means all of it in the area
  /// or floor spoken, in the room, or in the home where the whole home was spoken of.
  Link link(const Mention& mention, home::AreaId here) const;
  /// The words said are a name that one of the things carries, and not one that is only implied.
  bool by_own_name(const Mention& mention) const;
  /// What can tell of the weather: the entity that was named, else all weather entities, else what measures outdoors.
  Link weather(const Mention& mention) const;

 private:
  bool usable(const home::Entity& entity) const { return home_.present(entity.id) && entity.exposed; }
  bool within(const home::Entity& entity, const Mention& mention) const;
  std::vector<home::EntityId> called(const Mention& mention) const;
  Link by_name(const Mention& mention, home::AreaId here) const;
  Link by_kind(const Mention& mention, home::AreaId here) const;
  /// All that one of the mentions is about, and what of it stands in the room.
  struct OfKind {
    std::vector<home::EntityId> everywhere, near;
  };
  OfKind of_kind(const std::vector<Mention>& mentions, home::AreaId here) const;
  bool fits(const home::Entity& entity, const Mention& mention) const;
  void settle(std::vector<home::EntityId> found, const Mention& mention, Link& link) const;

  const home::Home& home_;
};

/// True when a request of this intent is about things at all; "never mind" and timers are not.
bool concerns_things(flow::Intent intent, bool asks);

}  // namespace hearth::understand
