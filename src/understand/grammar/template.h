// What a sentence template says, as a tree. Made by template_parser, read by graph_builder and text_list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hearth::understand {

/// `{0..100,5:slot}`: the whole numbers from `from` to `to`, both included.
struct InlineRange {
  int64_t from = 0, to = 0, step = 1;
};

/// One node of a template.
struct Expression {
  enum class Kind : uint8_t {
    Text,         ///< literal words, folded; " " stands for any gap between words
    Sequence,     ///< items one after the other
    Alternative,  ///< any one of items; an optional is an alternative with an empty Text as its last item
    Permutation,  ///< all of items, in any order
    List,         ///< a value of list `name`
    Rule,         ///< the body of rule `name`
  };

  Kind kind = Kind::Sequence;
  std::u32string text;               ///< Text
  std::string name;                  ///< List, Rule
  std::string slot;                  ///< List: where the value goes
  bool capture = false;              ///< List: for the reply only, no slot
  std::optional<InlineRange> range;  ///< List: the numbers are written in the template itself
  std::vector<Expression> items;     ///< Sequence, Alternative, Permutation
  size_t column = 1;                 ///< where it starts, in code points from 1
};

}  // namespace hearth::understand
