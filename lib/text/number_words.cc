#include "text/number_words.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/rbnf.h>
#include <unicode/ulocdata.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "base/check.h"
#include "text/normalise.h"
#include "text/number_extras.h"

namespace hearth::text {
namespace {

constexpr int64_t kLargest = 1'000'000;
constexpr char16_t kSoftHyphen = 0x00AD;

icu::Locale locale_of(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale =
      icu::Locale::forLanguageTag(icu::StringPiece(language.data(), static_cast<int>(language.size())), status);
  if (U_FAILURE(status)) return icu::Locale::getRoot();
  // "zh-TW" finds the rules of "zh-Hant" only once its script is written out.
  icu::Locale full = locale;
  full.addLikelySubtags(status);
  return U_FAILURE(status) || primary_language(language) != "zh" ? locale : full;
}

/// Null where ICU would answer in another language than the one asked for.
std::unique_ptr<icu::RuleBasedNumberFormat> speller(std::string_view language) {
  const icu::Locale locale = locale_of(language);
  UErrorCode status = U_ZERO_ERROR;
  auto made = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, locale, status);
  if (U_FAILURE(status)) return nullptr;
  UErrorCode asked = U_ZERO_ERROR;
  const icu::Locale actual = made->getLocale(ULOC_ACTUAL_LOCALE, asked);
  if (U_FAILURE(asked) || std::string_view(actual.getLanguage()) != locale.getLanguage()) return nullptr;
  return made;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string without(std::string text, std::string_view characters) {
  std::erase_if(text, [&](char c) { return characters.find(c) != std::string_view::npos; });
  return text;
}

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

/// Collects spellings, each in all its variants.
class Spellings {
 public:
  void add(const std::string& text, double value) {
    if (!text.empty()) out_.push_back({normalise(text), value});
  }
  /// As written, with hyphens as spaces and without; below a hundred also as a single word.
  void add_variants(const std::string& text, double value) {
    add(text, value);
    add(spaced(text), value);
    add(without(text, "-"), value);
    if (std::abs(value) < 100) add(without(text, "- "), value);
  }
  std::vector<NumberSpelling> take() && {
    std::sort(out_.begin(), out_.end(), [](const NumberSpelling& a, const NumberSpelling& b) {
      return a.value != b.value ? a.value < b.value : a.text < b.text;
    });
    out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
    return std::move(out_);
  }

 private:
  std::vector<NumberSpelling> out_;
};

/// The cardinal rule sets, and the ordinal ones if wanted. Years are left out: in Japanese the first is no number.
std::vector<icu::UnicodeString> rule_sets(const icu::RuleBasedNumberFormat& rules, bool ordinals) {
  std::vector<icu::UnicodeString> out;
  for (int32_t i = 0; i < rules.getNumberOfRuleSetNames(); ++i) {
    const icu::UnicodeString name = rules.getRuleSetName(i);
    const bool ordinal = name.indexOf(u"ordinal") >= 0;
    if (name.indexOf(u"year") < 0 && (!ordinal || ordinals)) out.push_back(name);
  }
  return out;
}

void add_written(const icu::RuleBasedNumberFormat& rules, const icu::UnicodeString& rule_set, std::string_view language,
                 int64_t number, bool half, Spellings& out) {
  icu::UnicodeString written;
  icu::FieldPosition position;
  UErrorCode status = U_ZERO_ERROR;
  rules.format(number, rule_set, written, position, status);
  if (U_FAILURE(status)) return;
  icu::UnicodeString apart = written;
  apart.findAndReplace(icu::UnicodeString(kSoftHyphen), u" ");
  written.findAndReplace(icu::UnicodeString(kSoftHyphen), u"");
  const std::string text = utf8(written);
  const auto value = static_cast<double>(number);
  out.add_variants(text, value);
  out.add_variants(utf8(apart), value);
  for (const std::string& form : everyday_forms(language, number, text)) out.add_variants(form, value);
  if (half && rule_set.indexOf(u"ordinal") < 0 && !and_a_half(language).empty() && number >= 0) {
    out.add_variants(text + std::string(and_a_half(language)), value + 0.5);
  }
}

void add_half_in_full(const icu::RuleBasedNumberFormat& rules, double value, Spellings& out) {
  icu::UnicodeString written;
  rules.format(value, written);
  written.findAndReplace(icu::UnicodeString(kSoftHyphen), u"");
  out.add_variants(utf8(written), value);
}

}  // namespace

std::vector<NumberSpelling> number_words(std::string_view language, const NumberRange& range) {
  CHECK(range.step > 0);
  const int64_t from = std::max(range.from, -kLargest);
  const int64_t to = std::min(range.to, kLargest);
  Spellings out;
  const auto rules = speller(language);
  const auto sets = rules ? rule_sets(*rules, range.ordinals) : std::vector<icu::UnicodeString>{};
  for (int64_t n = from; n <= to; n += range.step) {
    const bool half = range.halves && n < to;
    if (range.digits) {
      out.add(fmt::format("{}", n), static_cast<double>(n));
      if (half) {
        const double value = static_cast<double>(n) + 0.5;
        const std::string digits = fmt::format("{:.1f}", value);
        out.add(digits, value);
        out.add(fmt::format("{},5", without(digits, ".").substr(0, digits.size() - 2)), value);
      }
    }
    for (const icu::UnicodeString& set : sets) add_written(*rules, set, language, n, half, out);
    if (half && rules) add_half_in_full(*rules, static_cast<double>(n) + 0.5, out);
  }
  for (const NumberSpelling& extra : number_extras(language)) {
    const bool whole = extra.value == std::floor(extra.value);
    const bool inside = extra.value >= static_cast<double>(from) && extra.value <= static_cast<double>(to);
    const bool on_step = !whole || (static_cast<int64_t>(extra.value) - from) % range.step == 0;
    if (inside && on_step && (whole || range.halves)) out.add_variants(extra.text, extra.value);
  }
  return std::move(out).take();
}

bool has_number_words(std::string_view language) { return speller(language) != nullptr; }

std::string number_words_version() {
  UErrorCode status = U_ZERO_ERROR;
  UVersionInfo code{}, data{};
  u_getVersion(code);
  ulocdata_getCLDRVersion(data, &status);
  return fmt::format("{}.{}.{}.{}", code[0], code[1], data[0], data[1]);
}

std::string say_number(std::string_view language, double value) {
  if (!std::isfinite(value) || std::abs(value) >= 1e15) return show_number(language, value);
  // Loading the rules takes milliseconds and the format object is not for sharing between threads.
  thread_local std::map<std::string, std::unique_ptr<icu::RuleBasedNumberFormat>, std::less<>> spellers;
  auto found = spellers.find(language);
  if (found == spellers.end()) found = spellers.emplace(std::string(language), speller(language)).first;
  if (!found->second) return show_number(language, value);
  const double rounded = std::round(value * 100) / 100;
  icu::UnicodeString written;
  if (rounded == std::floor(rounded)) {
    found->second->format(static_cast<int64_t>(rounded), written);
  } else {
    found->second->format(rounded, written);
  }
  written.findAndReplace(icu::UnicodeString(kSoftHyphen), u"");
  return utf8(written);
}

std::string show_number(std::string_view language, double value, int decimals) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString shown = icu::number::NumberFormatter::withLocale(locale_of(language))
                                       .precision(icu::number::Precision::maxFraction(std::clamp(decimals, 0, 15)))
                                       .grouping(UNUM_GROUPING_OFF)
                                       .formatDouble(value, status)
                                       .toString(status);
  return U_FAILURE(status) ? fmt::format("{}", value) : utf8(shown);
}

}  // namespace hearth::text
