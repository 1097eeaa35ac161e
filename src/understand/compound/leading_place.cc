#include "understand/compound/leading_place.h"

#include <algorithm>

#include "understand/intents/intent_names.h"

namespace hearth::understand {
namespace {

constexpr size_t kLongest = 7;  // words: "dans la chambre de la petite fille"
constexpr size_t kMostParses = 16;

/// The room that the text says, with how many bytes stand before it; nothing where it says more than a room.
std::optional<std::pair<home::AreaId, size_t>> room_in(const std::string& text, const Grammar& fragments) {
  for (const Parse& parse : fragments.parse(text, {}, kMostParses)) {
    if (intent_named(parse.intent()) != flow::Intent::Choose || parse.response() != "place") continue;
    const ParsedSlot* area = parse.slot("area");
    if (parse.slots.size() != 1 || area == nullptr || area->ids.empty()) continue;
    if (area->origin == ParsedSlot::Origin::Spoken) return std::pair(home::AreaId{area->ids.front()}, area->begin);
  }
  return std::nullopt;
}

/// "Lamp of the study" is no place: one of the words before the room says a kind of thing.
bool says_a_kind(std::string_view text, const Grammar& fragments) {
  return std::ranges::any_of(split_words(text), [&](const std::string& word) {
    return std::ranges::any_of(fragments.parse(word, {}, kMostParses),
                               [](const Parse& parse) { return parse.response() == "place"; });
  });
}

}  // namespace

std::optional<LeadingPlace> leading_place(const Words& words, size_t until_colon, const Grammar& fragments,
                                          const TalkWords& talk) {
  for (size_t count = std::min(kLongest, words.size() - 1); count > 0; --count) {
    if (words[count - 1] == ",") continue;
    const std::string text = join_words(words, 0, count);
    const auto room = room_in(text, fragments);
    if (!room) continue;
    const bool bare = only_articles_outside(text, room->second, text.size(), talk.articles);
    if (bare && count != until_colon) continue;
    if (says_a_kind(text.substr(0, room->second), fragments)) continue;
    const size_t used = count + (words[count] == "," ? 1 : 0);
    if (used < words.size()) return LeadingPlace{room->first, used};
  }
  return std::nullopt;
}

}  // namespace hearth::understand
