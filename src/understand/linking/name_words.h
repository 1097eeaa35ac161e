// The words of one language by which names are shortened and turned about, from the lists of
// sentences/<language>/names.yaml.
#pragma once

#include <string>
#include <vector>

namespace hearth::understand {

/// Folded; all empty for a language that has none.
struct NameWords {
  std::vector<std::string> kinds;   ///< "light", "blinds": alone they mean all of a kind, and name no single thing
  std::vector<std::string> of;      ///< "of the", "in the": before the room in a name, and before a place in a sentence
  std::vector<std::string> joints;  ///< letters between a room and what stands in it where they are one word: "n", ""
  /// Forms of one word that a name may have, parted by "|"; a star stands for the rest: "left *|* on the left".
  std::vector<std::string> forms;
  /// The same for rooms: "*'s room|*'s".
  std::vector<std::string> rooms;
  std::vector<std::string> here;        ///< "here", "in this room"
  std::vector<std::string> everywhere;  ///< "everywhere", "in the whole house"
  bool operator==(const NameWords&) const = default;
};

}  // namespace hearth::understand
