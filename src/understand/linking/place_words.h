// A place anywhere in a command: "in the bathroom the heating two degrees warmer", "everything off in here".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "home/home.h"
#include "understand/talk_words.h"

namespace hearth::understand {

/// What a sentence says without a place, and the place: a room, a floor, or the whole home.
struct PlaceCut {
  std::string rest;
  std::string spoken;  ///< as the home calls the place
  home::AreaId area;
  home::FloorId floor;
  bool everywhere = false;
};

/// The places of one home as one language says them. Immutable: any thread.
class PlaceWords {
 public:
  /// The home may go afterwards.
  PlaceWords(const home::Home& home, const TalkWords& words);

  /// Every way to take one place out of `text`, the longest first. Inside a sentence a place needs one of the words
  /// that stand before a room; at its beginning and end the bare name will do. "Here" is `here`, where that is known;
  /// "everywhere" is the home.
  std::vector<PlaceCut> cuts(std::string_view text, home::AreaId here) const;

 private:
  struct Place {
    std::string name;
    home::AreaId area;
    home::FloorId floor;
    bool here = false, everywhere = false;
  };
  const Place* find(const std::string& said, bool at_an_end) const;
  /// How many words stand before the place in `said`.
  size_t words_before(const std::string& said) const;

  std::unordered_map<std::string, Place> places_;  ///< by folded name
  std::vector<std::string> before_;                ///< folded, with what parts them from a name; longest first
  size_t most_words_ = 0;                          ///< of a place with the words before it
};

}  // namespace hearth::understand
