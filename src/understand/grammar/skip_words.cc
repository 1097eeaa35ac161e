#include "understand/grammar/skip_words.h"

#include "text/utf.h"

namespace hearth::understand {
namespace {

bool is_boundary(std::u32string_view text, size_t at) {
  return at == 0 || at >= text.size() || !text::is_word(text[at - 1]) || !text::is_word(text[at]);
}

/// Where the longest skip word that starts at `at` ends; `at` if there is none.
size_t skip_end(std::u32string_view text, size_t at, const Trie& words) {
  if (at > 0 && text::is_word(text[at - 1])) return at;
  thread_local std::vector<Trie::Hit> hits;
  hits.clear();
  words.find(text, at, hits);
  for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
    if (is_boundary(text, hit->end)) return hit->end;
  }
  return at;
}

/// Keeps the characters marked, white space squeezed.
SpokenText keep(const SpokenText& text, const std::vector<bool>& kept) {
  SpokenText out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char32_t c = kept[i] ? text.characters[i] : U' ';
    if (c == U' ' && (out.characters.empty() || out.characters.back() == U' ')) continue;
    out.characters.push_back(c);
    out.spans.push_back(text.spans[i]);
  }
  if (!out.characters.empty() && out.characters.back() == U' ') {
    out.characters.pop_back();
    out.spans.pop_back();
  }
  return out;
}

SpokenText cut(const SpokenText& text, size_t begin, size_t end) {
  std::vector<bool> kept(text.size(), false);
  for (size_t i = begin; i < end; ++i) kept[i] = true;
  return keep(text, kept);
}

size_t after_start(const SpokenText& text, const Trie& words) {
  size_t at = 0;
  for (;;) {
    const size_t end = skip_end(text.characters, at, words);
    if (end == at) return at;
    at = end;
    while (at < text.size() && text.characters[at] == U' ') ++at;
  }
}

size_t before_end(const SpokenText& text, const Trie& words) {
  size_t end = text.size();
  for (;;) {
    size_t begin = 0;
    const std::u32string_view left(text.characters.data(), end);
    while (begin < end && skip_end(left, begin, words) != end) ++begin;
    if (begin == end) return end;
    end = begin;
    while (end > 0 && text.characters[end - 1] == U' ') --end;
  }
}

}  // namespace

std::vector<SkippedText> skip_words(SpokenText text, const Trie& words) {
  std::vector<bool> kept(text.size(), true);
  bool any = false;
  for (size_t i = 0; i < text.size();) {
    const size_t end = skip_end(text.characters, i, words);
    for (size_t k = i; k < end; ++k) kept[k] = false;
    any = any || end > i;
    i = end > i ? end : i + 1;
  }
  std::vector<SkippedText> texts;
  if (any) {
    const size_t begin = after_start(text, words);
    const size_t end = before_end(text, words);
    texts.push_back({SkippedText::Where::Everywhere, keep(text, kept)});
    if (begin > 0) texts.push_back({SkippedText::Where::Start, cut(text, begin, text.size())});
    if (end < text.size()) texts.push_back({SkippedText::Where::End, cut(text, 0, end)});
  }
  texts.insert(texts.begin(), {SkippedText::Where::Nowhere, std::move(text)});
  return texts;
}

}  // namespace hearth::understand
