#include "understand/reading/pronoun_names.h"

#include <algorithm>
#include <array>
#include <set>

#include "understand/linking/spoken_names.h"

namespace hearth::understand {
namespace {

using Things = std::vector<home::EntityId>;

constexpr uint32_t kClasses = 4;
constexpr std::array<Things Pronouns::*, kClasses> kMeant{&Pronouns::it, &Pronouns::both, &Pronouns::other,
                                                          &Pronouns::others};
constexpr home::AreaId kThere{0xFFFFFFFFU};

std::vector<std::string> kinds_of(const home::Home& home) {
  std::set<std::string> kinds;
  for (const home::Entity& entity : home.entities) {
    if (home.present(entity.id) && entity.exposed) kinds.insert(entity.kind);
  }
  return {kinds.begin(), kinds.end()};
}

/// One thing for each kind and pronoun: its number says which.
HomeNames names_of(const std::vector<std::string>& kinds, const home::Home& home, const TalkWords& words) {
  HomeNames names = spoken_places(home);
  if (!words.there.empty()) names.areas.push_back({kThere.value, words.there});
  const std::array<const std::vector<std::string>*, kClasses> spoken{&words.it, &words.both, &words.other,
                                                                     &words.others};
  for (uint32_t kind = 0; kind < kinds.size(); ++kind) {
    for (uint32_t i = 0; i < kClasses; ++i)
      names.entities.push_back({kind * kClasses + i + 1, kinds[kind], *spoken[i]});
  }
  return names;
}

}  // namespace

PronounNames::PronounNames(const Grammar& commands, const home::Home& home, const TalkWords& words)
    : kinds_(kinds_of(home)), grammar_(commands.with_names(names_of(kinds_, home, words))) {}

bool PronounNames::resolve(const Pronouns& pronouns, const home::Home& home, Mention& mention) const {
  bool any = false;
  if (mention.area_spoken && mention.area == kThere) {
    if (!pronouns.there) return false;
    mention.area = pronouns.there;
    any = true;
  }
  if (!mention.named) return any;
  Things meant;
  mention.all = true;
  for (const home::EntityId said : mention.called) {
    const std::string& kind = kinds_[(said.value - 1) / kClasses];
    const Things Pronouns::* things = kMeant[(said.value - 1) % kClasses];
    for (const home::EntityId id : pronouns.*things) {
      const home::Entity* entity = home.entity(id);
      if (entity != nullptr && entity->kind == kind) meant.push_back(id);
    }
    if (things == &Pronouns::other && pronouns.other.size() > 1) mention.all = false;
  }
  mention.called = std::move(meant);
  return !mention.called.empty();
}

}  // namespace hearth::understand
