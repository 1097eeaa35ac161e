#include "text/normalise.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

#include "text/utf.h"

namespace hearth::text {
namespace {

// ICU indexes by 32 bits; nobody says half a gigabyte.
constexpr size_t kLongest = size_t{1} << 29;

icu::UnicodeString to_icu(std::string_view text) {
  if (text.size() > kLongest) text = text.substr(0, kLongest);
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::string from_icu(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString nfc(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return text;
  icu::UnicodeString out = form->normalize(text, status);
  return U_FAILURE(status) ? text : out;
}

bool is_punctuation(char32_t c) {
  static constexpr std::u32string_view kMarks = U".。,，?¿？؟!¡！;；:：’…—–―";
  return kMarks.find(c) != std::u32string_view::npos;
}
bool is_punctuation_but_period(char32_t c) { return c != U'.' && is_punctuation(c); }

/// Removes from `text` the runs of characters of which `wanted` holds, where the code point before the run satisfies
/// `before` and the one behind it `after`; both must exist. Where the code point behind does not satisfy `after`, the
/// run is shortened by one, for then a mark of the run itself stands behind.
template <class Wanted, class Before, class After>
std::u32string drop_runs(const std::u32string& text, Wanted wanted, Before before, After after) {
  std::u32string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    if (i > 0 && before(text[i - 1])) {
      while (end < text.size() && wanted(text[end])) ++end;
      if (end > i && (end == text.size() || !after(text[end]))) {
        end = end - i >= 2 && after(text[end - 1]) ? end - 1 : i;
      }
    }
    if (end == i) {
      out.push_back(text[i++]);
    } else {
      i = end;
    }
  }
  return out;
}

/// "a.c." at the very end keeps its last period.
bool ends_with_initialism(const std::u32string& text) {
  const size_t n = text.size();
  return n >= 4 && text[n - 1] == U'.' && is_word(text[n - 2]) && text[n - 3] == U'.' && is_word(text[n - 4]) &&
         (n == 4 || !is_word(text[n - 5]));
}

/// Drops a period before a non-word character, unless it closes an initialism.
std::u32string drop_sentence_periods(const std::u32string& text) {
  std::u32string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool initialism = i >= 3 && is_word(text[i - 1]) && text[i - 2] == U'.' && is_word(text[i - 3]);
    const bool drop = text[i] == U'.' && i + 1 < text.size() && !is_word(text[i + 1]) && !initialism;
    if (!drop) out.push_back(text[i]);
  }
  return out;
}

std::u32string without_punctuation(std::u32string text) {
  const auto word = [](char32_t c) { return is_word(c); };
  const auto other = [](char32_t c) { return !is_word(c); };
  size_t start = 0;
  while (start < text.size() && is_punctuation(text[start])) ++start;
  text.erase(0, start);
  if (!ends_with_initialism(text)) {
    while (!text.empty() && is_punctuation(text.back())) text.pop_back();
  }
  text = drop_runs(text, is_punctuation, other, word);
  text = drop_runs(text, is_punctuation_but_period, word, other);
  text = drop_sentence_periods(text);
  return drop_runs(text, is_punctuation, other, other);
}

std::u32string single_spaced(std::u32string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (const char32_t c : text) {
    if (!is_space(c)) {
      out.push_back(c);
    } else if (out.empty() || out.back() != U' ') {
      out.push_back(U' ');
    }
  }
  return out;
}

std::u32string_view trimmed(std::u32string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::u32string plain_apostrophes(std::u32string text) {
  for (char32_t& c : text) {
    if (c == U'’') c = U'\'';
  }
  return text;
}

/// "Any-Latin; Latin-ASCII", or null where ICU has no data for it. Made once; used through const functions alone.
const icu::Transliterator* to_ascii() {
  static const std::unique_ptr<icu::Transliterator> made = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made_here(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    return U_FAILURE(status) ? nullptr : std::move(made_here);
  }();
  return made.get();
}

}  // namespace

std::string nfc(std::string_view text) { return is_ascii(text) ? std::string(text) : from_icu(nfc(to_icu(text))); }

std::string fold(std::string_view text) {
  if (is_ascii(text)) {  // for ASCII alone the two agree, and it is by far the most common case
    std::string out(text);
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
  }
  icu::UnicodeString folded = nfc(to_icu(text));
  folded.foldCase();
  return from_icu(nfc(folded));
}

std::string lower(std::string_view text) { return from_icu(to_icu(text).toLower(icu::Locale::getRoot())); }
std::string upper(std::string_view text) { return from_icu(to_icu(text).toUpper(icu::Locale::getRoot())); }

std::string capitalise(std::string_view text) {
  if (text.empty()) return {};
  size_t at = 0;
  next_code_point(text, at);
  return upper(text.substr(0, at)) + lower(text.substr(at));
}

std::string title_case(std::string_view text, std::string_view language) {
  icu::UnicodeString out = to_icu(text);
  out.toTitle(nullptr, icu::Locale(std::string(language).c_str()));
  return from_icu(out);
}

std::string squeeze(std::string_view text) {
  const std::u32string spaced = single_spaced(to_utf32(text));
  return to_utf8(trimmed(spaced));
}

std::string normalise(std::string_view text) { return fold(squeeze(to_utf8(plain_apostrophes(to_utf32(nfc(text)))))); }

std::string normalise_utterance(std::string_view text) {
  std::u32string points = plain_apostrophes(to_utf32(nfc(to_utf8(single_spaced(to_utf32(text))))));
  points = without_punctuation(std::move(points));
  return fold(squeeze(to_utf8(points)));
}

std::string strip_punctuation(std::string_view text) { return squeeze(to_utf8(without_punctuation(to_utf32(text)))); }

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  bool open = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) {
      open = false;
      continue;
    }
    if (!open) out.emplace_back();
    open = true;
    append_utf8(out.back(), c);
  }
  return out;
}

std::string slug(std::string_view text) {
  icu::UnicodeString latin = to_icu(text);
  if (!is_ascii(text) && to_ascii() != nullptr) to_ascii()->transliterate(latin);
  std::string out;
  for (const char c : lower(from_icu(latin))) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (keep) {
      out.push_back(c);
    } else if (c != '\'' && !out.empty() && out.back() != '_') {
      out.push_back('_');
    }
  }
  while (!out.empty() && out.back() == '_') out.pop_back();
  return out;
}

}  // namespace hearth::text
