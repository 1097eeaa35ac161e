#include "understand/linking/heard_names.h"

#include "text/normalise.h"
#include "understand/linking/spoken_names.h"

namespace hearth::understand {
namespace {

constexpr size_t kShortest = 3, kLongestText = 500;

}  // namespace

std::vector<home::EntityId> heard_in(std::string_view text, const home::Home& home) {
  std::vector<home::EntityId> found;
  if (text.size() > kLongestText) return found;
  const std::string said = " " + text::normalise_utterance(text) + " ";
  size_t longest = kShortest;
  for (const auto& [id, kind, names] : spoken_names(home).entities) {
    for (const std::string& name : names) {
      const std::string called = text::normalise_utterance(name);
      if (called.size() < longest || said.find(" " + called + " ") == std::string::npos) continue;
      if (called.size() > longest) found.clear();
      longest = called.size();
      if (found.empty() || found.back().value != id) found.push_back({id});
    }
  }
  return found;
}

}  // namespace hearth::understand
