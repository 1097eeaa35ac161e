// UTF-8 and code points. Bytes from outside are never trusted: what is not UTF-8 becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace hearth::text {

inline constexpr char32_t kReplacement = 0xFFFD;

/// Reads the code point that starts at `at` and moves `at` behind it. A malformed sequence yields U+FFFD and moves on
/// by its longest valid beginning (at least one byte), as the Unicode standard, section 3.9, advises.
/// `at` must lie inside `utf8`.
char32_t next_code_point(std::string_view utf8, size_t& at);

/// Appends one code point; surrogates and numbers above U+10FFFF are written as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

std::u32string to_utf32(std::string_view utf8);
std::string to_utf8(std::u32string_view code_points);

/// The same text with every malformed sequence replaced; valid input comes back byte for byte.
std::string valid_utf8(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);
bool is_ascii(std::string_view bytes);

/// Letter, number of any script, or underscore. Marks and signs are not: as Python's `\w`, which templates assume.
bool is_word(char32_t c);
/// White space of any script, line ends and the ASCII separators included.
bool is_space(char32_t c);
/// Han, kana or Hangul: scripts between whose letters a space means nothing to a matcher that ignores white space.
bool is_cjk(char32_t c);

}  // namespace hearth::text
