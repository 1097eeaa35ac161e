// What people may call the things and places of a home.
#pragma once

#include <string_view>
#include <vector>

#include "home/home.h"
#include "understand/grammar/home_names.h"
#include "understand/talk_words.h"

namespace hearth::understand {

/// Names and aliases of all that is present and exposed to voice; a thing without a name of its own goes by its
/// device's. Ids are those of the home.
HomeNames spoken_names(const home::Home& home);

/// The same for sentences, where a contact goes by what it is at as well: "is the terrace door open" is said of the
/// "terrace door contact", or of the contact of the device "terrace door", and where things go by what their names
/// imply (implied_names.h). A floor goes by "upstairs" and "downstairs" where these can only be that one.
HomeNames sentence_names(const home::Home& home, const TalkWords& words);
/// Of these the places alone.
HomeNames sentence_places(const home::Home& home, const TalkWords& words);

/// Of the things that `spoken` may call in a sentence: those that carry the name themselves, those whose name implies
/// it, and the contacts at it.
struct Called {
  std::vector<home::EntityId> own, implied, beside;
};
Called called_by(std::string_view spoken, const std::vector<home::EntityId>& things, const home::Home& home);

/// The areas and floors alone.
HomeNames spoken_places(const home::Home& home);

}  // namespace hearth::understand
