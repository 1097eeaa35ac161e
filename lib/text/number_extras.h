// The everyday number words of a language that CLDR's rules do not produce. Private to lib/text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/number_words.h"

namespace hearth::text {

/// Words with a value of their own: "half", "dozen", "couple". Folded; empty for a language without an entry.
std::vector<NumberSpelling> number_extras(std::string_view language);

/// Other ways to write what ICU wrote for a whole number: "one hundred five" → "a hundred five", "einhundert" →
/// "hundert", "soixante-dix" → "septante".
std::vector<std::string> everyday_forms(std::string_view language, int64_t value, const std::string& spelling);

/// What is said behind a whole number for one half more ("and a half"); empty where unknown.
std::string_view and_a_half(std::string_view language);

/// "en" of "en-GB".
std::string_view primary_language(std::string_view language);

}  // namespace hearth::text
