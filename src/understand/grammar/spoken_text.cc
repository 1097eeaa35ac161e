#include "understand/grammar/spoken_text.h"

#include <array>

#include "text/normalise.h"
#include "text/utf.h"

namespace hearth::understand {
namespace {

/// What surrounds words and means nothing to a template; a run of it inside a word stays. The hyphen and the minus
/// are not among them.
constexpr std::u32string_view kPunctuation = U".,?!;:¿¡。，？！；：؟…—–―";

bool is_punctuation(char32_t c) {
  if (c < 0x80) return c == '.' || c == ',' || c == '?' || c == '!' || c == ';' || c == ':';
  return kPunctuation.find(c) != std::u32string_view::npos;
}

std::u32string fold_by_library(char32_t c) {
  return text::to_utf32(text::fold(text::to_utf8(std::u32string_view(&c, 1))));
}

constexpr size_t kTabled = 0x600;  // Latin, Greek, Cyrillic, Armenian, Hebrew: folded once

/// 0 where one code point becomes several.
const std::array<char32_t, kTabled>& fold_table() {
  static const std::array<char32_t, kTabled> table = [] {
    std::array<char32_t, kTabled> folds{};
    for (char32_t c = 0; c < kTabled; ++c) {
      const std::u32string folded = fold_by_library(c);
      folds[c] = folded.size() == 1 ? folded[0] : 0;
    }
    return folds;
  }();
  return table;
}

void append_folded(SpokenText& out, char32_t c, SpokenText::Span span) {
  if (c == U'’' || c == U'‘' || c == U'ʼ') c = U'\'';
  const char32_t one = c < kTabled ? fold_table()[c] : 0;
  if (one != 0) {
    out.characters.push_back(one);
    out.spans.push_back(span);
    return;
  }
  for (const char32_t folded : fold_by_library(c)) {
    out.characters.push_back(folded);
    out.spans.push_back(span);
  }
}

/// Joins combining marks to their letters, for text that came decomposed.
SpokenText compose(const SpokenText& given) {
  SpokenText out;
  for (size_t i = 0; i < given.size(); ++i) {
    const char32_t c = given.characters[i];
    if (c >= 0x300 && !out.characters.empty()) {
      const std::u32string pair{out.characters.back(), c};
      const std::u32string joined = text::to_utf32(text::nfc(text::to_utf8(pair)));
      if (joined.size() == 1) {
        out.characters.back() = joined[0];
        out.spans.back().end = given.spans[i].end;
        continue;
      }
    }
    out.characters.push_back(c);
    out.spans.push_back(given.spans[i]);
  }
  return out;
}

SpokenText decode(std::string_view sentence) {
  SpokenText raw;
  raw.characters.reserve(sentence.size());
  raw.spans.reserve(sentence.size());
  bool marks = false;
  for (size_t at = 0; at < sentence.size();) {
    const size_t begin = at;
    const char32_t c = text::next_code_point(sentence, at);
    marks = marks || (c >= 0x300 && c != U'’');
    raw.characters.push_back(c);
    raw.spans.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(at)});
  }
  return marks ? compose(raw) : raw;
}

/// The end of the run of punctuation that starts at `at`.
size_t run_end(std::u32string_view text, size_t at) {
  while (at < text.size() && is_punctuation(text[at])) ++at;
  return at;
}

bool inside_word(std::u32string_view text, size_t begin, size_t end) {
  return begin > 0 && end < text.size() && text::is_word(text[begin - 1]) && text::is_word(text[end]);
}

}  // namespace

std::string SpokenText::spoken(std::string_view sentence, size_t begin, size_t end) const {
  std::string out;
  for (size_t i = begin; i < end; ++i) {
    if (characters[i] == U' ') {
      out.push_back(' ');
    } else if (i == begin || spans[i] != spans[i - 1]) {
      out.append(sentence.substr(spans[i].begin, spans[i].end - spans[i].begin));
    }
  }
  return out;
}

SpokenText read_utterance(std::string_view sentence) {
  const SpokenText raw = decode(sentence);
  SpokenText out;
  out.characters.reserve(raw.size());
  out.spans.reserve(raw.size());
  for (size_t i = 0; i < raw.size();) {
    const char32_t c = raw.characters[i];
    if (is_punctuation(c)) {
      const size_t end = run_end(raw.characters, i);
      if (inside_word(raw.characters, i, end)) {
        for (size_t k = i; k < end; ++k) append_folded(out, raw.characters[k], raw.spans[k]);
      }
      i = end;
      continue;
    }
    if (!text::is_space(c)) {
      append_folded(out, c, raw.spans[i]);
    } else if (!out.characters.empty() && out.characters.back() != U' ') {
      out.characters.push_back(U' ');
      out.spans.push_back(raw.spans[i]);
    }
    ++i;
  }
  if (!out.characters.empty() && out.characters.back() == U' ') {
    out.characters.pop_back();
    out.spans.pop_back();
  }
  return out;
}

std::u32string read_name(std::string_view name) { return read_utterance(name).characters; }

std::u32string literal_text(std::u32string_view literal, bool ends) {
  const std::u32string composed = text::to_utf32(text::nfc(text::to_utf8(literal)));
  SpokenText out;
  for (size_t i = 0; i < composed.size();) {
    const size_t end = run_end(composed, i);
    const bool before_gap = end == composed.size() ? ends : composed[end] == U' ';
    if (end > i && before_gap) {
      i = end;
      continue;
    }
    append_folded(out, composed[i], {});
    ++i;
  }
  return out.characters;
}

}  // namespace hearth::understand
