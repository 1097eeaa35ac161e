// A sentence as the pieces that time rules are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearth::understand {

/// A run of letters, a run of digits, or a single other character that is not white space.
struct TimeToken {
  std::string text;           ///< folded, without accents: "Août" is "aout", "früh" is "fruh"
  size_t begin = 0, end = 0;  ///< bytes of the sentence
  bool digits = false;

  bool operator==(const TimeToken&) const = default;
};

/// Any bytes; what is no UTF-8 becomes a token that no rule knows. Words and rules are cut by the same function.
std::vector<TimeToken> time_tokens(std::string_view text);

}  // namespace hearth::understand
