// The methods of text, lists and dicts.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "text/jinja_library.h"
#include "text/normalise.h"
#include "text/utf.h"

namespace hearth::text {
namespace {

using Value = TemplateValue;
using V = const Value&;
using A = const Arguments&;

std::string self(V text) { return text->as_string().str(); }

template <bool kLeft, bool kRight>
Value strip(V input, A given) {
  const Value characters = given.find(0, "chars");
  const std::u32string set = characters && !characters->is_none() ? to_utf32(as_text(characters, "chars")) : U"";
  const std::u32string text = to_utf32(self(input));
  const auto drops = [&](char32_t c) { return set.empty() ? is_space(c) : set.find(c) != std::u32string::npos; };
  size_t from = 0, to = text.size();
  while (kLeft && from < to && drops(text[from])) ++from;
  while (kRight && to > from && drops(text[to - 1])) --to;
  return make_text(to_utf8(std::u32string_view(text).substr(from, to - from)));
}

/// Parts between white space; at most `most` cuts, the rest as it stands.
Value split_at_space(const std::string& text, int64_t most) {
  TemplateValues out;
  const std::u32string points = to_utf32(text);
  size_t at = 0;
  while (true) {
    while (at < points.size() && is_space(points[at])) ++at;
    if (at >= points.size()) break;
    size_t end = at;
    while (end < points.size() && !is_space(points[end])) ++end;
    if (most >= 0 && out.size() == static_cast<size_t>(most)) {
      end = points.size();
      while (end > at && is_space(points[end - 1])) --end;
    }
    spend(1);
    out.push_back(make_text(to_utf8(std::u32string_view(points).substr(at, end - at))));
    at = end;
  }
  return make_list(std::move(out));
}

template <bool kFromRight>
Value split(V input, A given) {
  const std::string text = self(input);
  const Value separator = given.find(0, "sep"), limit = given.find(1, "maxsplit");
  const int64_t most = limit ? as_integer(limit, "maxsplit") : -1;
  if (!separator || separator->is_none()) return split_at_space(text, most);
  const std::string cut = as_text(separator, "the separator");
  if (cut.empty()) fail("the separator must not be empty");
  TemplateValues out;
  size_t from = 0, to = text.size();
  while (most < 0 || out.size() < static_cast<size_t>(most)) {
    const size_t found =
        kFromRight ? (to < cut.size() ? std::string::npos : text.rfind(cut, to - cut.size())) : text.find(cut, from);
    if (found == std::string::npos || (kFromRight && found + cut.size() > to)) break;
    spend(1);
    if (kFromRight) {
      out.push_back(make_text(text.substr(found + cut.size(), to - found - cut.size())));
      to = found;
    } else {
      out.push_back(make_text(text.substr(from, found - from)));
      from = found + cut.size();
    }
  }
  out.push_back(make_text(text.substr(from, to - from)));
  if (kFromRight) std::reverse(out.begin(), out.end());
  return make_list(std::move(out));
}

/// One of several beginnings (or ends), given alone or as a tuple.
template <bool kStart>
Value edge(V input, A given) {
  const std::string text = self(input);
  const Value wanted = given.need(0, "prefix");
  for (const Value& one : is_list(wanted) ? wanted->as_array() : TemplateValues{wanted}) {
    const std::string part = as_text(one, "what is looked for");
    if (kStart ? text.starts_with(part) : text.ends_with(part)) return make_bool(true);
  }
  return make_bool(false);
}

/// Where a text stands in another, in code points; -1 if nowhere.
int64_t place_of(const std::string& text, const std::string& part) {
  const size_t found = text.find(part);
  return found == std::string::npos ? -1
                                    : static_cast<int64_t>(to_utf32(std::string_view(text).substr(0, found)).size());
}

Value occurrences(V input, A given) {
  const std::string text = self(input), part = as_text(given.need(0, "sub"), "what is counted");
  int64_t count = part.empty() ? static_cast<int64_t>(to_utf32(text).size()) + 1 : 0;
  for (size_t at = part.empty() ? std::string::npos : text.find(part); at != std::string::npos;
       at = text.find(part, at + part.size())) {
    ++count;
  }
  return make_int(count);
}

template <bool (*kIs)(char32_t)>
Value every_letter(V input, A) {
  const std::u32string points = to_utf32(self(input));
  return make_bool(!points.empty() && std::all_of(points.begin(), points.end(), kIs));
}
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter_or_digit(char32_t c) { return is_word(c) && c != U'_'; }
bool is_letter(char32_t c) { return is_letter_or_digit(c) && !is_digit(c); }

/// Fills up to a width: on the left (kRight), on the right, or with zeros behind the sign.
template <char kHow>
Value justify(V input, A given) {
  std::string text = self(input);
  const auto size = static_cast<int64_t>(to_utf32(text).size());
  const int64_t width = as_integer(given.need(0, "width"), "the width");
  if (width <= size) return make_text(text);
  const Value fill_given = given.find(1, "fillchar");
  const std::string fill = kHow == 'z' ? "0" : (fill_given ? as_text(fill_given, "fillchar") : " ");
  if (to_utf32(fill).size() != 1) fail("the fill must be one character");
  const auto missing = static_cast<size_t>(width - size);
  if (missing > Rendering::current().left.value_bytes) spend_text(missing);
  std::string filling;
  for (size_t i = 0; i < missing; ++i) filling += fill;
  const bool sign = kHow == 'z' && !text.empty() && (text[0] == '-' || text[0] == '+');
  if (sign) return make_text(text.substr(0, 1) + filling + text.substr(1));
  return make_text(kHow == 'l' ? text + filling : filling + text);
}

/// str.title(): every letter behind a letter is small, every other large.
std::string titled(std::string_view text) {
  std::string out;
  bool behind = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const std::string letter = to_utf8({&c, 1});
    const bool cased = lower(letter) != upper(letter);
    out += cased ? (behind ? lower(letter) : upper(letter)) : letter;
    behind = cased;
  }
  return out;
}

template <std::string (*kChange)(std::string_view)>
Value changed(V input, A) {
  return make_text(kChange(self(input)));
}

Value put_last(V list, A given) {
  if (jinja::is_val<jinja::value_tuple>(list)) fail("a tuple cannot be changed");
  const Value item = given.need(0, "item");
  check_storable(item, list);
  list->val_arr.push_back(item);
  return make_none();
}

Value index_of(V list, A given) {
  const Value wanted = given.need(0, "value");
  const auto& items = list->as_array();
  for (size_t i = 0; i < items.size(); ++i) {
    if (equal(items[i], wanted)) return make_int(static_cast<int64_t>(i));
  }
  fail("index: the value is not in the list");
}

Value count_in(V list, A given) {
  int64_t count = 0;
  for (const Value& item : list->as_array()) count += equal(item, given.need(0, "value")) ? 1 : 0;
  return make_int(count);
}

Value get(V dict, A given) {
  Value found = member_of(dict, given.need(0, "key"));
  if (!found->is_undefined()) return found;
  const Value otherwise = given.find(1, "default");
  return otherwise ? otherwise : make_none();
}

enum class Part { Keys, Values, Items };
template <Part kPart>
Value parts(V dict, A) {
  TemplateValues out;
  for (const auto& [key, value] : dict->as_ordered_object()) {
    out.push_back(kPart == Part::Keys ? key : (kPart == Part::Values ? value : make_tuple({key, value})));
  }
  spend(out.size());
  return make_list(std::move(out));
}

/// A date is a dict of year, month and day, for JSON has no dates. Monday is 0, as in Python.
Value weekday(V dict, A given) {
  given.at_most(0);
  const auto part = [&](const char* name) { return as_integer(member_of(dict, make_text(name)), name); };
  const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(part("year"))),
                                         std::chrono::month(static_cast<unsigned>(part("month"))),
                                         std::chrono::day(static_cast<unsigned>(part("day"))));
  if (!date.ok()) fail("weekday: expected a date: year, month and day");
  return make_int(std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding() - 1);
}

const LibraryTable& text_methods() {
  static const LibraryTable table = {
      {"lower", changed<lower>},
      {"upper", changed<upper>},
      {"casefold", changed<fold>},
      {"capitalize", changed<capitalise>},
      {"title", changed<titled>},
      {"strip", strip<true, true>},
      {"lstrip", strip<true, false>},
      {"rstrip", strip<false, true>},
      {"split", split<false>},
      {"rsplit", split<true>},
      {"startswith", edge<true>},
      {"endswith", edge<false>},
      {"count", occurrences},
      {"isdigit", every_letter<is_digit>},
      {"isnumeric", every_letter<is_digit>},
      {"isdecimal", every_letter<is_digit>},
      {"isalpha", every_letter<is_letter>},
      {"isalnum", every_letter<is_letter_or_digit>},
      {"zfill", justify<'z'>},
      {"ljust", justify<'l'>},
      {"rjust", justify<'r'>},
      {"format", [](V text, A given) { return brace_format(self(text), given); }},
      {"join", [](V text, A given) { return joined(items_of(given.need(0, "iterable")), self(text)); }},
      {"find", [](V text, A given) { return make_int(place_of(self(text), as_text(given.need(0, "sub"), "find"))); }},
      {"index",
       [](V text, A given) {
         const int64_t at = place_of(self(text), as_text(given.need(0, "sub"), "index"));
         if (at < 0) fail("index: the text does not occur");
         return make_int(at);
       }},
      {"replace",
       [](V text, A given) {
         const Value count = given.find(2, "count");
         return replaced(self(text), as_text(given.need(0, "old"), "old"), as_text(given.need(1, "new"), "new"),
                         count ? as_integer(count, "count") : -1);
       }},
  };
  return table;
}

const LibraryTable& list_methods() {
  static const LibraryTable table = {{"append", put_last}, {"index", index_of}, {"count", count_in}};
  return table;
}

const LibraryTable& dict_methods() {
  static const LibraryTable table = {{"get", get},
                                     {"keys", parts<Part::Keys>},
                                     {"values", parts<Part::Values>},
                                     {"items", parts<Part::Items>},
                                     {"weekday", weekday}};
  return table;
}

const LibraryTable& number_methods() {
  static const LibraryTable table = {
      {"is_integer", [](V number, A) { return make_bool(as_number(number) == std::floor(*as_number(number))); }}};
  return table;
}

}  // namespace

const LibraryTable* methods_of(const TemplateValue& value) {
  if (is_text(value)) return &text_methods();
  if (is_list(value)) return &list_methods();
  if (is_mapping(value)) return &dict_methods();
  if (is_float(value) || is_int(value)) return &number_methods();
  return nullptr;
}

}  // namespace hearth::text
