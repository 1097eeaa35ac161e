// Filters on text, and on any value.
#include <fmt/format.h>

#include "text/jinja_library.h"
#include "text/normalise.h"
#include "text/utf.h"

namespace hearth::text {

TemplateValue iif_filter(const TemplateValue& condition, const Arguments& given);

TemplateValue replaced(const std::string& text, const std::string& from, const std::string& to, int64_t most) {
  std::string out;
  size_t at = 0;
  for (int64_t done = 0; most < 0 || done < most; ++done) {
    // Nothing is found before every letter and at the end, as in Python.
    const size_t found = from.empty() ? at : text.find(from, at);
    if (found == std::string::npos) break;
    spend(1);
    out += text.substr(at, found - at);
    out += to;
    if (out.size() > Rendering::current().left.value_bytes) spend_text(out.size());
    at = found + from.size();
    if (!from.empty()) continue;
    if (at >= text.size()) break;
    const size_t letter = at;
    next_code_point(text, at);
    out += text.substr(letter, at - letter);
  }
  return make_text(out + text.substr(std::min(at, text.size())));
}

namespace {

using Value = TemplateValue;
using V = const Value&;
using A = const Arguments&;

/// Filters that take text accept any value and print it, as in Jinja2.
template <std::string (*kChange)(std::string_view)>
Value changed(V input, A) {
  return make_text(kChange(printed(input)));
}

/// Jinja2's filter: words begin after white space, hyphens and opening brackets.
std::string titled(std::string_view text) {
  static constexpr std::u32string_view kBefore = U"-([{<";
  std::string out, word;
  const auto flush = [&] {
    out += capitalise(word);
    word.clear();
  };
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c) || kBefore.find(c) != std::u32string_view::npos) {
      flush();
      append_utf8(out, c);
    } else {
      append_utf8(word, c);
    }
  }
  flush();
  return out;
}

Value trim(V input, A given) {
  const Value characters = given.find(0, "chars");
  const std::u32string set = characters && !characters->is_none() ? to_utf32(as_text(characters, "chars")) : U"";
  const std::u32string text = to_utf32(printed(input));
  const auto drops = [&](char32_t c) { return set.empty() ? is_space(c) : set.find(c) != std::u32string::npos; };
  size_t from = 0, to = text.size();
  while (from < to && drops(text[from])) ++from;
  while (to > from && drops(text[to - 1])) --to;
  return make_text(to_utf8(std::u32string_view(text).substr(from, to - from)));
}

Value replace(V input, A given) {
  const Value count = given.find(2, "count");
  return replaced(printed(input), printed(given.need(0, "old")), printed(given.need(1, "new")),
                  count && !count->is_none() ? as_integer(count, "count") : -1);
}

Value defaulted(V input, A given) {
  const bool missing = input->is_undefined() || (given.flag(1, "boolean", false) && !is_true(input));
  if (!missing) return input;
  const Value value = given.find(0, "default_value");
  return value ? value : make_text("");
}

/// As in MQTT templates: what is not defined ends the rendering.
Value require_defined(V input, A) {
  if (!input->is_undefined()) return input;
  fail(fmt::format("'{}' is not defined", jinja::cast_val<jinja::value_undefined>(input)->hint), Error::NotFound);
}

Value truncate(V input, A given) {
  const std::u32string text = to_utf32(printed(input));
  const Value length_given = given.find(0, "length"), end_given = given.find(2, "end"),
              leeway = given.find(3, "leeway");
  const auto length =
      static_cast<size_t>(std::max<int64_t>(length_given ? as_integer(length_given, "length") : 255, 0));
  const std::u32string end = end_given ? to_utf32(printed(end_given)) : U"...";
  const auto spare = static_cast<size_t>(std::max<int64_t>(leeway ? as_integer(leeway, "leeway") : 5, 0));
  if (text.size() <= length + spare) return make_text(to_utf8(text));
  if (length < end.size()) fail("truncate: the length must leave room for the end");
  std::u32string_view kept = std::u32string_view(text).substr(0, length - end.size());
  if (!given.flag(1, "killwords", false)) kept = kept.substr(0, std::min(kept.rfind(U' '), kept.size()));
  return make_text(to_utf8(kept) + to_utf8(end));
}

template <RegexWhere kWhere>
Value regex_matches(V input, A given) {
  return make_bool(
      regex_found(printed(input), as_text(given.need(0, "find"), "find"), given.flag(1, "ignorecase", false), kWhere));
}

Value regex_index(V input, A given) {
  const Value all =
      regex_all(printed(input), as_text(given.need(0, "find"), "find"), given.flag(2, "ignorecase", false));
  const Value index = given.find(1, "index");
  const Value found = member_of(all, index ? index : make_int(0));
  if (found->is_undefined()) fail("regex_findall_index: there are not so many matches");
  return found;
}

}  // namespace

void add_text_filters(LibraryTable& table) {
  table.insert({
      {"lower", changed<lower>},
      {"upper", changed<upper>},
      {"capitalize", changed<capitalise>},
      {"title", changed<titled>},
      {"slugify", changed<slug>},
      {"string", [](V v, A) { return make_text(printed(v)); }},
      {"safe", [](V v, A) { return v; }},
      {"trim", trim},
      {"replace", replace},
      {"truncate", truncate},
      {"default", defaulted},
      {"d", defaulted},
      {"is_defined", require_defined},
      {"iif", iif_filter},
      {"wordcount", [](V v, A) { return make_int(static_cast<int64_t>(words(printed(v)).size())); }},
      {"ord",
       [](V v, A) {
         const std::u32string points = to_utf32(as_text(v, "ord"));
         if (points.size() != 1) fail("ord needs one character");
         return make_int(static_cast<int64_t>(points[0]));
       }},
      {"format", [](V v, A given) { return percent_format(as_text(v, "format"), given.positional); }},
      {"regex_match", regex_matches<RegexWhere::Start>},
      {"regex_search", regex_matches<RegexWhere::Anywhere>},
      {"regex_replace",
       [](V v, A given) {
         const Value to = given.find(1, "replace");
         return regex_replaced(printed(v), as_text(given.need(0, "find"), "find"), to ? printed(to) : "",
                               given.flag(2, "ignorecase", false));
       }},
      {"regex_findall",
       [](V v, A given) {
         return regex_all(printed(v), as_text(given.need(0, "find"), "find"), given.flag(1, "ignorecase", false));
       }},
      {"regex_findall_index", regex_index},
  });
}

}  // namespace hearth::text
