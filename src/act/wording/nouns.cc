#include "act/wording/nouns.h"

#include <algorithm>

#include "text/normalise.h"

namespace hearth::act {
namespace {

/// The words of a name, folded; an apostrophe ends one, as in "porte d'entrée".
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : text::normalise(name)) {
    if (c == ' ' || c == '\'' || c == '_') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

bool Nouns::add(std::string_view word, std::string_view kind) {
  const std::string_view gender = kind.ends_with('p') ? kind.substr(0, kind.size() - 1) : kind;
  const bool known = gender == "m" || gender == "f" || gender == "n" || (gender.empty() && !kind.empty());
  if (known) kinds_[text::normalise(word)] = kind;
  return known;
}

void Nouns::add_stop(std::string_view word) { stops_.insert(text::normalise(word)); }

void Nouns::add_before(std::string_view word) { before_.insert(text::normalise(word)); }

void Nouns::add_surface(std::string_view word) { surfaces_[text::normalise(word)] = "on"; }

const std::string* Nouns::find(const Kinds& kinds, std::string_view word) {
  if (const auto whole = kinds.find(word); whole != kinds.end()) return &whole->second;
  for (size_t at = 0; at < word.size(); ++at) {
    if (continues_character(word[at])) continue;
    const auto ending = kinds.find("-" + std::string(word.substr(at)));
    if (ending != kinds.end()) return &ending->second;
  }
  return nullptr;
}

std::vector<std::string> Nouns::head_of(std::string_view name) const {
  std::vector<std::string> words = words_of(name);
  for (size_t i = 1; i < words.size(); ++i) {
    if (!stops_.contains(words[i])) continue;
    words.resize(i);
    break;
  }
  if (by_last_) {
    std::ranges::reverse(words);
  } else {
    const auto noun = std::ranges::find_if(words, [&](const std::string& word) { return !before_.contains(word); });
    words.erase(words.begin(), noun);
    if (words.size() > 1) words.resize(1);
  }
  return words;
}

Noun Nouns::of(std::string_view name) const {
  Noun noun;
  const std::vector<std::string> words = head_of(name);
  for (const std::string& word : words) {
    const std::string* kind = find(kinds_, word);
    if (kind == nullptr) continue;
    noun.plural = kind->ends_with('p');
    noun.gender = noun.plural ? kind->substr(0, kind->size() - 1) : *kind;
    break;
  }
  noun.on = std::ranges::any_of(words, [&](const std::string& word) { return find(surfaces_, word) != nullptr; });
  return noun;
}

}  // namespace hearth::act
