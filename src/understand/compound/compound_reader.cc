#include "understand/compound/compound_reader.h"

#include <algorithm>

#include "understand/compound/leading_place.h"
#include "understand/compound/ways.h"

namespace hearth::understand {
namespace {

constexpr size_t kMostWordsApart = 24;

/// How many words stand before the first colon or dash; 0: there is none.
size_t words_until_colon(std::string_view text) {
  size_t at = std::string_view::npos;
  for (const std::string_view mark : {": ", " - ", " \u2013 "}) at = std::min(at, text.find(mark));
  return at == std::string_view::npos ? 0 : split_words(text.substr(0, at)).size();
}

}  // namespace

std::optional<Compound> CompoundReader::read(std::string_view text, const Recent& recent) {
  return search(text, recent, false);
}

std::optional<Compound> CompoundReader::read_apart(std::string_view text, const Recent& recent) {
  return search(text, recent, true);
}

std::optional<Compound> CompoundReader::search(std::string_view text, const Recent& recent, bool apart) {
  const Words words = split_words(text);
  if (words.size() < 2 || (apart && words.size() > kMostWordsApart)) return std::nullopt;
  parts_.begin_again();
  const std::optional<LeadingPlace> place = leading_place(words, words_until_colon(text), fragments_, words_);
  const std::vector<Joint> between = joints(words, words_);
  if (!place && !apart && between.empty()) return std::nullopt;
  if (place) {
    const Parting there{.apart = apart, .all_contained = false, .room = place->area};
    if (std::optional<Compound> found = Ways(parts_, words, there).best(place->words, recent)) return found;
  }
  // What is said of a place is not done elsewhere.
  return Ways(parts_, words, {.apart = apart, .all_contained = place.has_value(), .room = {}}).best(0, recent);
}

}  // namespace hearth::understand
