// Numbers as people write and say them. The table goes one way only: every number is written out in every form of the
// language, so that a matcher looks spoken words up instead of parsing them (a word that is no number costs ICU's
// parser milliseconds).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::text {

/// One way to write one number. `text` is folded, as `normalise` returns it.
struct NumberSpelling {
  std::string text;
  double value = 0;

  bool operator==(const NumberSpelling&) const = default;
};

struct NumberRange {
  int64_t from = 0, to = 1000;  ///< both included, within ±1,000,000
  int64_t step = 1;             ///< above 0
  bool ordinals = false;        ///< "third" beside "three"
  bool halves = false;          ///< n + 0.5 as well: "20.5", "20,5", "twenty point five", "twenty and a half"
  bool digits = true;           ///< "21" beside "twenty-one"
};

/// Every spelling of the range in `language` (BCP 47: "en", "pt-BR"), sorted by value, then text, without repeats: all
/// cardinal forms (gender, case), hyphens kept, as spaces and left out, soft hyphens dropped, and the everyday words
/// that ICU does not know ("a hundred", "dozen", "anderthalb", "septante"). An empty range yields nothing. A language
/// without number words in ICU yields digits only. Rules: Unicode CLDR, RBNF. Safe from any thread.
std::vector<NumberSpelling> number_words(std::string_view language, const NumberRange& range = {});

/// Whether ICU can write out numbers in this very language (it would fall back to another silently).
bool has_number_words(std::string_view language);

/// Changes whenever other spellings may come out: version of ICU and of its CLDR data.
std::string number_words_version();

/// "twenty-one", "minus five", "twenty point five": for speech. Rounded to two decimals; digits where the language has
/// no words or the value is not finite or not below 10^15.
std::string say_number(std::string_view language, double value);

/// "21", "20.5" (en), "20,5" (de): for reading. At most `decimals` decimals, no grouping, no trailing zeros.
std::string show_number(std::string_view language, double value, int decimals = 2);

}  // namespace hearth::text
