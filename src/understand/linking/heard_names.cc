#include "understand/linking/heard_names.h"

#include <algorithm>

#include "text/normalise.h"
#include "understand/linking/spoken_names.h"

namespace hearth::understand {
namespace {

constexpr size_t kShortest = 3, kLongestText = 500;

}  // namespace

HeardNames::HeardNames(const home::Home& home) {
  const HomeNames all = spoken_names(home);
  for (const std::vector<HomeNames::Place>* places : {&all.areas, &all.floors}) {
    for (const HomeNames::Place& place : *places) {
      for (const std::string& name : place.names) places_.insert(text::normalise_utterance(name));
    }
  }
  for (const auto& [id, kind, names] : all.entities) {
    for (const std::string& name : names) {
      std::string called = text::normalise_utterance(name);
      if (called.size() < kShortest) continue;
      most_words_ = std::max<size_t>(most_words_, 1 + static_cast<size_t>(std::ranges::count(called, ' ')));
      std::vector<home::EntityId>& things = things_[std::move(called)];
      if (things.empty() || things.back().value != id) things.push_back({id});
    }
  }
}

std::vector<home::EntityId> HeardNames::in(std::string_view text) const {
  std::vector<home::EntityId> found;
  if (text.size() > kLongestText || things_.empty()) return found;
  const std::string said = text::normalise_utterance(text);
  size_t longest = kShortest;
  for (size_t begin = 0; begin < said.size();) {
    const size_t next = said.find(' ', begin);
    size_t end = next;
    for (size_t words = 1; words <= most_words_; ++words) {
      const std::string called = said.substr(begin, end == std::string::npos ? end : end - begin);
      const auto things = called.size() < longest ? things_.end() : things_.find(called);
      if (things != things_.end()) {
        if (called.size() > longest) found.clear();
        longest = called.size();
        found.insert(found.end(), things->second.begin(), things->second.end());
      }
      if (end == std::string::npos) break;
      end = said.find(' ', end + 1);
    }
    if (next == std::string::npos) break;
    begin = next + 1;
  }
  std::ranges::sort(found, {}, &home::EntityId::value);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

bool HeardNames::any_in(std::string_view text) const {
  if (!in(text).empty()) return true;
  const std::string said = " " + text::normalise_utterance(text) + " ";
  return std::ranges::any_of(
      places_, [&](const std::string& place) { return said.find(" " + place + " ") != std::string::npos; });
}

}  // namespace hearth::understand
