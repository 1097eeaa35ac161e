#include "understand/talk_words.h"

#include <algorithm>

#include "text/normalise.h"

namespace hearth::understand {

bool holds_word(std::string_view text, const std::vector<std::string>& words) {
  std::string folded = " " + text::fold(text) + " ";
  for (char& c : folded) {
    if (c == '-' || c == ',' || c == '.' || c == '?' || c == '!') c = ' ';
  }
  return std::ranges::any_of(
      words, [&](const std::string& word) { return folded.find(" " + text::fold(word) + " ") != std::string::npos; });
}

}  // namespace hearth::understand
