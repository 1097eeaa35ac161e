// Names that stand among words of which nothing else was understood.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "home/home.h"

namespace hearth::understand {

/// The names of one home, as people say them, ready to be looked up. Immutable: any thread.
class HeardNames {
 public:
  /// Takes some microseconds a name. The home may go afterwards.
  explicit HeardNames(const home::Home& home);

  /// The things whose name or alias stands in the text as whole words; only those with the longest name, so that "the
  /// desk lamp" is not every "lamp". Names of fewer than three bytes are not looked for. By id; empty when no name is
  /// there. Takes as long as the text has words, whatever the home has.
  std::vector<home::EntityId> in(std::string_view text) const;
  /// Whether a thing, a room or a floor is named in the text.
  bool any_in(std::string_view text) const;

 private:
  std::unordered_map<std::string, std::vector<home::EntityId>> things_;  ///< by normalised name, each thing once
  std::unordered_set<std::string> places_;                               ///< of rooms and floors, normalised
  size_t most_words_ = 0;                                                ///< of a name
};

}  // namespace hearth::understand
