#include "understand/linking/place_words.h"

#include <algorithm>

#include "text/normalise.h"
#include "understand/linking/spoken_names.h"

namespace hearth::understand {
namespace {

constexpr size_t kMostWords = 40;  // nobody says more to a house in one breath
constexpr size_t kMostCuts = 4;

size_t words_in(std::string_view text) { return 1 + static_cast<size_t>(std::ranges::count(text, ' ')); }

std::string joined(const std::vector<std::string>& words, size_t first, size_t last) {
  std::string text;
  for (size_t i = first; i < last; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  return text;
}

}  // namespace

PlaceWords::PlaceWords(const home::Home& home, const TalkWords& words) {
  const HomeNames names = sentence_places(home, words);
  const auto add = [&](const std::string& name, const Place& place) {
    std::string folded = text::normalise_utterance(name);
    most_words_ = std::max(most_words_, words_in(folded));
    places_.emplace(std::move(folded), place);
  };
  for (const HomeNames::Place& area : names.areas) {
    for (const std::string& name : area.names) add(name, {area.names.front(), {area.id}, {}});
  }
  for (const HomeNames::Place& floor : names.floors) {
    for (const std::string& name : floor.names) add(name, {floor.names.front(), {}, {floor.id}});
  }
  for (const std::string& here : words.names.here) add(here, {.name = {}, .area = {}, .floor = {}, .here = true});
  for (const std::string& all : words.names.everywhere) {
    add(all, {.name = {}, .area = {}, .floor = {}, .everywhere = true});
  }
  size_t most_before = 0;
  for (const std::string& of : words.names.of) {
    before_.push_back(of);
    most_before = std::max(most_before, words_in(before_.back()));
    if (!before_.back().ends_with('\'')) before_.back() += ' ';
  }
  most_words_ += most_before;
  std::ranges::sort(before_, [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
}

const PlaceWords::Place* PlaceWords::find(const std::string& said, bool at_an_end) const {
  if (const auto bare = places_.find(said); bare != places_.end()) {
    if (at_an_end || bare->second.here || bare->second.everywhere) return &bare->second;
  }
  for (const std::string& before : before_) {
    if (!said.starts_with(before)) continue;
    const auto place = places_.find(said.substr(before.size()));
    if (place != places_.end() && !place->second.here && !place->second.everywhere) return &place->second;
  }
  return nullptr;
}

size_t PlaceWords::words_before(const std::string& said) const {
  const auto before = std::ranges::find_if(before_, [&](const std::string& one) {
    return said.starts_with(one) && places_.contains(said.substr(one.size()));
  });
  return before == before_.end() ? 0 : static_cast<size_t>(std::ranges::count(*before, ' '));
}

std::vector<PlaceCut> PlaceWords::cuts(std::string_view text, home::AreaId here) const {
  std::vector<PlaceCut> found;
  const std::vector<std::string> words = text::words(text);
  if (words.size() < 2 || words.size() > kMostWords) return found;
  std::vector<std::string> folded;
  for (const std::string& word : words) folded.push_back(text::normalise_utterance(word));
  std::vector<size_t> taken(words.size(), words.size());  // where the longer place begins that a word belongs to
  for (size_t length = std::min(most_words_, words.size() - 1); length > 0 && found.size() < kMostCuts; --length) {
    for (size_t first = 0; first + length <= words.size(); ++first) {
      const bool at_an_end = first == 0 || first + length == words.size();
      const Place* place = find(joined(folded, first, first + length), at_an_end);
      if (place == nullptr || (place->here && !here)) continue;
      // "Kitchen" of "in the kitchen" is none, "in the kitchen" of "down in the kitchen" is one.
      const size_t longer = taken[first + length - 1];
      if (longer < words.size() && words_before(joined(folded, first, first + length)) < 2) continue;
      std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(first), length, first);
      std::string rest = joined(words, 0, first);
      if (first > 0 && first + length < words.size()) rest += ' ';
      rest += joined(words, first + length, words.size());
      found.push_back(
          {std::move(rest), place->name, place->here ? here : place->area, place->floor, place->everywhere});
    }
  }
  return found;
}

}  // namespace hearth::understand
