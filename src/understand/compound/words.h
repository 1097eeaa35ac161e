// A sentence as its words, with the places where it may fall into parts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "understand/talk_words.h"

namespace hearth::understand {

using Words = std::vector<std::string>;

/// Where two parts meet: words [first, last) stand between them.
struct Joint {
  size_t first = 0, last = 0;
};

/// Words without the white space; a comma, colon or semicolon at the end of a word is a word of its own, and so is the
/// end of a sentence that another one follows, and a dash alone: as a comma. The last word has no mark that ends a
/// sentence, and none has one that begins a question.
Words split_words(std::string_view text);
std::string join_words(const Words& words, size_t first, size_t last);

/// In the order of the sentence; of several connectors at one place the longest, and such that follow each other are
/// one (", and then").
std::vector<Joint> joints(const Words& words, const std::vector<std::string>& between);
/// The same by the connectors of a talk, and also before what begins as an aside: no word stands between there.
std::vector<Joint> joints(const Words& words, const TalkWords& talk);

/// How many words from `at` on say the longest of `phrases`, which are folded; 0: none.
size_t longest_phrase(const Words& words, size_t at, const std::vector<std::string>& phrases);
/// Without the words that only lead from one part to the next ("first", "then", "too"), courtesies and commas at the
/// ends among them.
Words without_fillers(const Words& words, const TalkWords& talk);

/// The text without the longest courtesy at its beginning and end; the text itself when there is none.
std::string without_courtesy(std::string_view text, const TalkWords& words);

/// True when nothing but articles stands before `[begin, end)` of the text, and nothing after it.
bool only_articles_outside(std::string_view text, size_t begin, size_t end, const std::vector<std::string>& articles);

}  // namespace hearth::understand
