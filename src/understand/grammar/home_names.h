// What the home is called: the values of {name}, {area} and {floor}.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "understand/grammar/trie.h"

namespace hearth::understand {

/// Names may be shared: all that carry a name are candidates.
struct HomeNames {
  struct Entity {
    uint32_t id = 0;
    std::string domain;              ///< "light", "cover", …: what templates ask for by requires_context
    std::vector<std::string> names;  ///< the first is displayed, the others are aliases
  };
  struct Place {
    uint32_t id = 0;
    std::vector<std::string> names;
  };
  std::vector<Entity> entities;
  std::vector<Place> areas, floors;
};

/// The names as tries. Immutable; built in microseconds whenever the home changes.
struct HomeTries {
  /// All things with one written form.
  struct Group {
    std::string value;  ///< the name as the home writes it
    std::vector<uint32_t> ids;
    std::vector<uint64_t> domains;  ///< one bit, for each id
    uint64_t any_domain = 0;        ///< all those bits
  };

  /// `domains` are the domains that templates ask for, bit 0 upwards; all others share bit 63. `gaps`: whether words
  /// are parted; in scripts without, spaces between their characters are left out, as they are of what is said.
  HomeTries(const HomeNames& home, const std::vector<std::string>& domains, bool gaps = true);

  Trie name, area, floor;  ///< index of the groups below
  std::vector<Group> groups;
};

inline constexpr uint64_t kAnyDomain = ~0ULL;
inline constexpr size_t kMaxDomains = 63;

}  // namespace hearth::understand
