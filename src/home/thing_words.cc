#include "home/thing_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "home/thing_words_text.h"

namespace hearth::home {
namespace {

using Words =
    std::map<std::string, std::vector<std::string>, std::less<>>;  // by class; with a space at each closed end

constexpr auto kCoverings = std::to_array<std::string_view>({"blind", "curtain", "shade", "awning", "shutter"});
constexpr auto kOpenings = std::to_array<std::string_view>({"garage", "gate", "door"});  // the first is the more exact

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(' ');
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

void each_part(std::string_view text, char between, const auto& visit) {
  while (!text.empty()) {
    const size_t end = std::min(text.find(between), text.size());
    if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty()) visit(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string needle_of(std::string_view word) {
  const bool begins = !word.starts_with('*'), ends = !word.ends_with('*');
  if (!begins) word.remove_prefix(1);
  if (!ends) word.remove_suffix(1);
  return (begins ? " " : "") + std::string(word) + (ends ? " " : "");
}

const std::map<std::string_view, Words>& by_language() {
  static const std::map<std::string_view, Words> all = [] {
    std::map<std::string_view, Words> read;
    for (const auto& file : kThingWords) {
      Words& classes = read[file.first];
      each_part(file.second, '\n', [&](std::string_view line) {
        const size_t colon = line.find(':');
        if (line.front() == '#' || colon == std::string_view::npos) return;
        std::vector<std::string>& words = classes[std::string(trimmed(line.substr(0, colon)))];
        each_part(line.substr(colon + 1), ',', [&](std::string_view word) { words.push_back(needle_of(word)); });
      });
    }
    return read;
  }();
  return all;
}

/// Words with one space around each.
std::string spaced(std::string_view name) {
  std::string text = " ";
  for (const char c : name) {
    const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter || text.back() != ' ') text += letter ? c : ' ';
  }
  if (text.back() != ' ') text += ' ';
  return text;
}

bool holds(const Words& words, const std::string& text, std::string_view what) {
  const auto found = words.find(what);
  return found != words.end() && std::ranges::any_of(found->second, [&](const std::string& needle) {
           return text.find(needle) != std::string::npos;
         });
}

bool any_language_holds(const std::string& text, std::string_view what) {
  return std::ranges::any_of(by_language(), [&](const auto& one) { return holds(one.second, text, what); });
}

bool holds_covering(const Words& words, const std::string& text) {
  return std::ranges::any_of(kCoverings, [&](std::string_view what) { return holds(words, text, what); });
}

std::string_view opening_in(const std::string& text) {
  const auto found = std::ranges::find_if(kOpenings, [&](auto what) { return any_language_holds(text, what); });
  return found == kOpenings.end() ? std::string_view() : *found;
}

}  // namespace

bool says(std::string_view name, std::string_view what) {
  const std::string text = spaced(name);
  const bool known = std::ranges::any_of(by_language(), [&](const auto& one) { return one.second.contains(what); });
  return known ? any_language_holds(text, what) : !what.empty() && text.find(spaced(what)) != std::string::npos;
}

bool says_covering(std::string_view name) {
  const std::string text = spaced(name);
  return std::ranges::any_of(by_language(), [&](const auto& one) { return holds_covering(one.second, text); });
}

std::string place_of_contact(std::string_view name) {
  std::string text = " " + std::string(name) + " ";
  std::string_view longest;
  bool behind = false;
  for (const auto& [language, classes] : by_language()) {
    const auto found = classes.find("contact");
    if (found == classes.end()) continue;
    for (const std::string& word : found->second) {
      if (word.size() <= longest.size() || word.size() >= text.size()) continue;
      if (!text.ends_with(word) && !text.starts_with(word)) continue;
      longest = word;
      behind = text.ends_with(word);
    }
  }
  if (behind) {
    text.resize(text.size() - longest.size());
  } else {
    text.erase(0, longest.size());
  }
  const std::string_view place = trimmed(text);
  const bool kind_alone = std::ranges::any_of(thing_words(), [&](const ThingWord& one) { return one.word == place; });
  return kind_alone ? "" : std::string(place);
}

CoverByName cover_by_name(std::string_view name) {
  const std::string text = spaced(name);
  const std::string_view opening = opening_in(text);
  if (any_language_holds(text, "entrance")) return {opening.empty() ? "gate" : opening, false};
  if (opening == "gate") return {opening, false};
  if (opening.empty()) return {{}, says_covering(name) || any_language_holds(text, "window")};
  // "Store" is a French blind: in "store door" it is not.
  const bool covered = std::ranges::any_of(by_language(), [&](const auto& one) {
    return holds(one.second, text, opening) && holds_covering(one.second, text);
  });
  return covered ? CoverByName{{}, true} : CoverByName{opening, false};
}

std::vector<ThingWord> thing_words() {
  std::vector<ThingWord> all;
  for (const auto& [language, classes] : by_language()) {
    for (const auto& [what, words] : classes) {
      for (const std::string& word : words) all.push_back({language, what, trimmed(word)});
    }
  }
  return all;
}

}  // namespace hearth::home
