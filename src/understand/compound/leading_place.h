// A place that is said before everything: "in the bedroom, blinds down, lamp on and the radio off".
#pragma once

#include <optional>

#include "home/home.h"
#include "understand/compound/words.h"
#include "understand/grammar/grammar.h"

namespace hearth::understand {

struct LeadingPlace {
  home::AreaId area;
  size_t words = 0;  ///< of the sentence, the comma behind them among them
};

/// `fragments`: those of follow-ups, with the home's names. A room's name alone is no such place, for it may be the
/// first word of a name, or one of several rooms: a preposition stands before it, or a colon behind it: `until_colon`
/// words stand before the first one of the sentence (0: none). Nothing when the sentence is no more than that.
std::optional<LeadingPlace> leading_place(const Words& words, size_t until_colon, const Grammar& fragments,
                                          const TalkWords& talk);

}  // namespace hearth::understand
