// A file of time rules as a person writes it, read line by line:
//
//   clock: half past <hour>            => plus $1 30
//   clock: <hour> [o'clock] <half>     => join $1 $2
//   feast: (christmas|xmas) eve        => feast christmas_eve
//   clock: <hour> (thirty|30)          => plus $1 30        !2
//   drop:  a an
//
// CATEGORY: PATTERN => ACTION ARGUMENTS !COST. In a pattern `[x]` may be missing, `(a|b)` is either, `<x>` is anything
// of that category; all else is text. `$1` is the first `<…>` that was read, whichever branch it stood in; one that was
// not read is not given. Without an action the one part is handed on. A cost makes a rule the second choice. `#` begins
// a comment. `n`, `o` and `h` are numbers, ordinals and numbers and a half. Lists of words: `drop` takes number words
// away again; `waking` are words of whom wants to be woken; `telling` always speak of time; `not_after` and
// `not_before` (by commas) are what a time may not stand next to: "before seven" names no moment.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace hearth::understand {

struct RuleSymbol {
  std::string word;      ///< as time_tokens gives it; empty for a category
  std::string category;  ///< empty for a word
  bool operator==(const RuleSymbol&) const = default;
};

/// One line with one of the sequences that its pattern allows.
struct TimeRule {
  std::string category;
  std::vector<std::vector<RuleSymbol>> sequences;                 ///< none is empty
  std::string action;                                             ///< empty: the only part, handed on
  std::vector<std::variant<double, int, std::string>> arguments;  ///< a number, which part from 0, a name
  double cost = 0;
  std::string place;  ///< file and line
};

struct RuleFile {
  std::vector<TimeRule> rules;
  std::vector<std::string> dropped;  ///< number words that are not wanted
  std::vector<std::string> waking, telling;
  std::vector<std::string> not_after, not_before;  ///< phrases
};

/// `name` is for errors. Errors: InvalidInput with "name:line" and what was expected there.
Result<RuleFile> read_rules(std::string_view text, const std::string& name);

}  // namespace hearth::understand
