#include "understand/compound/borrowing.h"

#include <algorithm>

#include "text/normalise.h"

namespace hearth::understand {
namespace {

constexpr size_t kMostBorrowed = 5;  // words, before or behind
constexpr size_t kMostAround = 3;    // words on either side
constexpr size_t kShortName = 4;     // words of what may be but a name

bool is_article(const std::string& word, const TalkWords& talk) {
  return std::ranges::any_of(talk.articles,
                             [&](const std::string& article) { return text::fold(article) == text::fold(word); });
}

Words joined(const Words& words, size_t before, const Words& piece, size_t behind) {
  Words all(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(before));
  all.insert(all.end(), piece.begin(), piece.end());
  all.insert(all.end(), words.end() - static_cast<std::ptrdiff_t>(behind), words.end());
  return all;
}

/// How many words stand before and behind the name that a part says; nothing where it says none.
std::optional<std::pair<size_t, size_t>> around_name(const Words& words, const std::string& name) {
  const Words called = split_words(name);
  if (called.empty() || called.size() >= words.size()) return std::nullopt;
  for (size_t at = 0; at + called.size() <= words.size(); ++at) {
    const bool here = std::ranges::equal(
        called, std::span(words).subspan(at, called.size()),
        [](const std::string& a, const std::string& b) { return text::normalise(a) == text::normalise(b); });
    if (here) return std::pair(at, words.size() - at - called.size());
  }
  return std::nullopt;
}

void add(Words words, std::vector<Words>& found) {
  if (std::ranges::find(found, words) == found.end()) found.push_back(std::move(words));
}

void add_all(const Words& piece, const Words& words, const std::string& name, const TalkWords& talk,
             std::vector<Words>& found) {
  if (const auto around = around_name(words, name)) {
    auto [before, behind] = *around;
    while (before > 0 && is_article(words[before - 1], talk)) --before;
    if (before + behind > 0 && before <= kMostBorrowed) add(joined(words, before, piece, behind), found);
  }
  for (size_t behind = piece.size() <= kShortName ? std::min(kMostAround, words.size() - 1) : 0; behind > 0; --behind) {
    for (size_t before = 0; before <= kMostAround && before + behind < words.size(); ++before) {
      add(joined(words, before, piece, behind), found);
    }
  }
  for (size_t before = 1; before <= kMostBorrowed && before < words.size() + 1; ++before) {
    add(joined(words, before, piece, 0), found);
  }
}

}  // namespace

std::vector<Words> with_words_before(const Words& piece, const Part& before, const TalkWords& talk, bool plural) {
  std::vector<Words> found;
  if (piece.empty()) return found;
  const Words words = split_words(before.text);
  add_all(piece, words, before.name, talk, found);
  const size_t several = piece.size();
  if (several > 1 && is_article(piece.front(), talk)) {
    // "La luz del pasillo y la del baño": the article stands for the noun.
    const Words rest(piece.begin() + 1, piece.end());
    for (size_t first = 1; first <= kMostBorrowed && first < words.size(); ++first) {
      add(joined(words, first, rest, 0), found);
    }
  }
  if (plural && piece.back().size() > 3 && piece.back().back() == 's') {
    Words one = piece;
    one.back().pop_back();
    add_all(one, words, before.name, talk, found);
  }
  return found;
}

std::vector<Words> with_words_behind(const Words& piece, const Part& behind) {
  std::vector<Words> found;
  const Words words = split_words(behind.text);
  if (const auto around = around_name(words, behind.name); around && around->second > 0) {
    add(joined(piece, piece.size(), Words(words.end() - static_cast<std::ptrdiff_t>(around->second), words.end()), 0),
        found);
  }
  for (size_t last = std::min(kMostBorrowed, words.size() - 1); last > 0; --last) {
    add(joined(piece, piece.size(), Words(words.end() - static_cast<std::ptrdiff_t>(last), words.end()), 0), found);
  }
  return found;
}

}  // namespace hearth::understand
