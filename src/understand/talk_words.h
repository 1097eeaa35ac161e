// The words of one language that hold a talk together, from the lists of sentences/<language>/follow.yaml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "understand/linking/name_words.h"

namespace hearth::understand {

/// As they stand in the file, or folded where it says so; all empty for a language that has none.
struct TalkWords {
  std::vector<std::string> between;        ///< "and", "and then", ",": parts of a sentence meet there; folded
  std::vector<std::string> opener;         ///< "both", "first": before the first part, without a meaning; folded
  std::vector<std::string> fillers;        ///< "then", "too": anywhere in a part, without a meaning; folded
  std::vector<std::string> before, after;  ///< courtesies around a sentence; folded
  std::vector<std::string> asides;         ///< "because", "it's getting": what says only why begins so; folded
  std::vector<std::string> articles;       ///< "the"
  std::vector<std::string> it, both;       ///< "it", "them"; "both", "all of them"
  std::vector<std::string> other, others;  ///< "the other one"; "the others", "the rest"
  std::vector<std::string> there;          ///< "there", "in there": the room spoken of last
  std::vector<std::string> upstairs, downstairs;
  std::vector<std::string> between_items, one_item;  ///< "milk and eggs" are two (folded), "mac and cheese" is one
  std::vector<std::string> upward, downward;         ///< "raise", "up"; "lower", "down": which way a position went
  std::vector<std::string> remarks, no_remark;       ///< "because", "i'm", folded; "if", "the wrong": see remarks.h
  std::vector<std::string> no_remark_after;          ///< "the": what follows tells which; folded
  NameWords names;
  bool operator==(const TalkWords&) const = default;
};

/// True when one of `words` stands in the text as a word.
bool holds_word(std::string_view text, const std::vector<std::string>& words);

}  // namespace hearth::understand
