#include "understand/time/tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/normalise.h"
#include "text/utf.h"

namespace hearth::understand {
namespace {

enum class Class : unsigned char { Space, Digit, Letter, Other };

Class class_of(char32_t c) {
  if (c >= '0' && c <= '9') return Class::Digit;
  if (text::is_space(c)) return Class::Space;
  return c != '_' && text::is_word(c) ? Class::Letter : Class::Other;
}

/// Letters with accents and what people write who leave them out, for Latin scripts.
constexpr std::array<std::pair<std::u32string_view, char>, 8> kPlain{{{U"àáâãäå", 'a'},
                                                                      {U"èéêë", 'e'},
                                                                      {U"ìíîï", 'i'},
                                                                      {U"òóôõö", 'o'},
                                                                      {U"ùúûü", 'u'},
                                                                      {U"ç", 'c'},
                                                                      {U"ñ", 'n'},
                                                                      {U"ýÿ", 'y'}}};

std::string plain(std::string_view word) {
  if (text::is_ascii(word)) {
    std::string out(word);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
  }
  std::string out;
  for (const char32_t c : text::to_utf32(text::fold(word))) {
    if (c == U'œ') {
      out += "oe";
      continue;
    }
    const auto* found =
        std::ranges::find_if(kPlain, [c](const auto& row) { return row.first.find(c) != std::u32string_view::npos; });
    if (found != kPlain.end()) {
      out += found->second;
    } else {
      text::append_utf8(out, c);
    }
  }
  return out;
}

}  // namespace

std::vector<TimeToken> time_tokens(std::string_view text) {
  std::vector<TimeToken> tokens;
  Class before = Class::Space;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    char32_t c = text::next_code_point(text, at);
    if (c == U'\u2019') c = U'\'';
    const Class now = class_of(c);
    if (now != Class::Space) {
      const bool goes_on = now == before && now != Class::Other;
      if (!goes_on) tokens.push_back({{}, begin, at, now == Class::Digit});
      tokens.back().end = at;
      if (now == Class::Other) text::append_utf8(tokens.back().text, c);
    }
    before = now;
  }
  for (TimeToken& token : tokens) {
    if (token.text.empty()) token.text = plain(text.substr(token.begin, token.end - token.begin));
  }
  return tokens;
}

}  // namespace hearth::understand
