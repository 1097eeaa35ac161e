// A sentence as its words, with the places where it may fall into parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "understand/talk_words.h"

namespace hearth::understand {

/// Where two parts meet: words [first, last) stand between them.
struct Joint {
  size_t first = 0, last = 0;
};

/// Words without the white space; a comma or semicolon at the end of a word is a word of its own.
std::vector<std::string> split_words(std::string_view text);
std::string join_words(const std::vector<std::string>& words, size_t first, size_t last);

/// In the order of the sentence; of several connectors at one place the longest, and such that follow each other are
/// one (", and then").
std::vector<Joint> joints(const std::vector<std::string>& words, const std::vector<std::string>& between);

/// The text without the longest courtesy at its beginning and end; the text itself when there is none.
std::string without_courtesy(std::string_view text, const TalkWords& words);

/// True when nothing but articles stands before `[begin, end)` of the text, and nothing after it.
bool only_articles_outside(std::string_view text, size_t begin, size_t end, const std::vector<std::string>& articles);

}  // namespace hearth::understand
