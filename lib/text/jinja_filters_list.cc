// Filters on lists and dicts.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "text/jinja_library.h"
#include "text/normalise.h"
#include "text/utf.h"

namespace hearth::text {

TemplateValue joined(const TemplateValues& items, const std::string& between) {
  std::string out;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += between;
    out += printed(items[i]);
    if (out.size() > Rendering::current().left.value_bytes) spend_text(out.size());
  }
  return make_text(std::move(out));
}

namespace {

using Value = TemplateValue;
using V = const Value&;
using A = const Arguments&;

/// `item.a.b`, with whole numbers as indices.
Value attribute_of(V item, V path) {
  if (!is_text(path)) return member_of(item, path);
  Value out = item;
  const std::string text = path->as_string().str();
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find('.', at), text.size());
    const std::string part = text.substr(at, end - at);
    const bool index = !part.empty() && part.size() < 10 && part.find_first_not_of("0123456789") == std::string::npos;
    out = member_of(out, index ? make_int(std::stoll(part)) : make_text(part));
    at = end + 1;
  }
  return out;
}

Value length(V input, A) {
  if (input->is_undefined()) return make_int(0);
  if (is_text(input)) return make_int(static_cast<int64_t>(to_utf32(input->as_string().str()).size()));
  if (is_list(input)) return make_int(static_cast<int64_t>(input->as_array().size()));
  if (is_mapping(input)) return make_int(static_cast<int64_t>(input->as_ordered_object().size()));
  fail(fmt::format("a {} has no length", kind_of(input)));
}

Value first(V input, A) {
  const TemplateValues items = items_of(input);
  return items.empty() ? make_undefined("the first item") : items.front();
}
Value last(V input, A) {
  const TemplateValues items = items_of(input);
  return items.empty() ? make_undefined("the last item") : items.back();
}

/// What two items are ordered by: an attribute of them, small letters unless case counts.
Value sort_key(V item, V attribute, bool case_counts) {
  const Value key = attribute ? attribute_of(item, attribute) : item;
  return !case_counts && is_text(key) ? make_text(lower(key->as_string().str())) : key;
}

TemplateValues sorted(TemplateValues items, V attribute, bool case_counts, bool descending) {
  std::vector<std::pair<Value, Value>> keyed;
  for (const Value& item : items) keyed.emplace_back(sort_key(item, attribute, case_counts), item);
  // Comparing may fail, and an insertion into a sorted front survives that and any order that is none.
  for (size_t i = 1; i < keyed.size(); ++i) {
    const auto place = std::upper_bound(keyed.begin(), keyed.begin() + static_cast<ptrdiff_t>(i), keyed[i],
                                        [&](const auto& a, const auto& b) {
                                          const int way = order(a.first, b.first);
                                          return descending ? way > 0 : way < 0;
                                        });
    spend(i / 16);
    std::rotate(place, keyed.begin() + static_cast<ptrdiff_t>(i), keyed.begin() + static_cast<ptrdiff_t>(i) + 1);
  }
  for (size_t i = 0; i < items.size(); ++i) items[i] = keyed[i].second;
  return items;
}

Value sort(V input, A given) {
  return make_list(sorted(items_of(input), given.find(2, "attribute"), given.flag(1, "case_sensitive", false),
                          given.flag(0, "reverse", false)));
}

Value dictsort(V input, A given) {
  if (!is_mapping(input)) fail(fmt::format("dictsort needs a dict, not {}", kind_of(input)));
  const Value by = given.find(1, "by");
  const bool by_value = by && printed(by) == "value";
  TemplateValues pairs;
  for (const auto& [key, value] : input->as_ordered_object()) pairs.push_back(make_tuple({key, value}));
  return make_list(sorted(std::move(pairs), make_int(by_value ? 1 : 0), given.flag(0, "case_sensitive", false),
                          given.flag(2, "reverse", false)));
}

template <bool kGreatest>
Value extreme(V input, A given) {
  const TemplateValues items =
      sorted(items_of(input), given.find(1, "attribute"), given.flag(0, "case_sensitive", false), kGreatest);
  return items.empty() ? make_undefined("the least or greatest item") : items.front();
}

Value map(V input, A given) {
  TemplateValues out;
  const Value attribute = given.find(99, "attribute"), otherwise = given.find(99, "default");
  if (!attribute && given.positional.empty()) fail("map needs a filter or attribute=");
  Arguments rest{given.positional, given.named};
  if (!rest.positional.empty()) rest.positional.erase(rest.positional.begin());
  const std::string filter = attribute ? "" : as_text(given.positional[0], "the filter of map");
  for (const Value& item : items_of(input)) {
    if (!attribute) {
      out.push_back(apply_filter(filter, item, rest));
      continue;
    }
    Value member = attribute_of(item, attribute);
    out.push_back(member->is_undefined() && otherwise ? otherwise : member);
  }
  return make_list(std::move(out));
}

/// select, reject (a test on the item) and selectattr, rejectattr (on an attribute of it); truth if no test is named.
template <bool kKeep, bool kAttribute>
Value chosen(V input, A given) {
  const size_t at = kAttribute ? 1 : 0;
  const Value attribute = kAttribute ? given.need(0, "attribute") : Value();
  Arguments rest;
  if (given.positional.size() > at + 1) {
    rest.positional.assign(given.positional.begin() + static_cast<ptrdiff_t>(at) + 1, given.positional.end());
  }
  const std::string test = given.find(at) ? as_text(given.find(at), "the test") : "";
  TemplateValues out;
  for (const Value& item : items_of(input)) {
    const Value tested = kAttribute ? attribute_of(item, attribute) : item;
    if ((test.empty() ? is_true(tested) : apply_test(test, tested, rest)) == kKeep) out.push_back(item);
  }
  return make_list(std::move(out));
}

Value unique(V input, A given) {
  TemplateValues out, seen;
  const Value attribute = given.find(1, "attribute");
  for (const Value& item : items_of(input)) {
    const Value key = sort_key(item, attribute, given.flag(0, "case_sensitive", false));
    if (std::any_of(seen.begin(), seen.end(), [&](V other) { return equal(other, key); })) continue;
    seen.push_back(key);
    out.push_back(item);
  }
  return make_list(std::move(out));
}

Value sum(V input, A given) {
  const Value attribute = given.find(0, "attribute"), start = given.find(1, "start");
  double total = start ? as_number(start).value_or(0) : 0;
  bool whole = !start || !is_float(start);
  for (const Value& item : items_of(input)) {
    const Value part = attribute ? attribute_of(item, attribute) : item;
    const auto number = as_number(part);
    if (!number) fail(fmt::format("sum needs numbers, not {}", kind_of(part)));
    whole = whole && !is_float(part);
    total += *number;
  }
  return whole && std::abs(total) < 9e15 ? make_int(static_cast<int64_t>(total)) : make_float(total);
}

Value reversed(V input, A) {
  TemplateValues items = items_of(input);
  std::reverse(items.begin(), items.end());
  return is_text(input) ? joined(items, "") : make_list(std::move(items));
}

Value join(V input, A given) {
  TemplateValues items = items_of(input);
  if (const Value attribute = given.find(1, "attribute")) {
    for (Value& item : items) item = attribute_of(item, attribute);
  }
  const Value between = given.find(0, "d");
  return joined(items, between ? printed(between) : "");
}

Value pairs(V input, A) {
  TemplateValues out;
  if (input->is_undefined()) return make_list({});
  if (!is_mapping(input)) fail(fmt::format("items needs a dict, not {}", kind_of(input)));
  for (const auto& [key, value] : input->as_ordered_object()) out.push_back(make_tuple({key, value}));
  spend(out.size());
  return make_list(std::move(out));
}

}  // namespace

void add_list_filters(LibraryTable& table) {
  table.insert({
      {"length", length},
      {"count", length},
      {"first", first},
      {"last", last},
      {"sort", sort},
      {"dictsort", dictsort},
      {"min", extreme<false>},
      {"max", extreme<true>},
      {"map", map},
      {"select", chosen<true, false>},
      {"reject", chosen<false, false>},
      {"selectattr", chosen<true, true>},
      {"rejectattr", chosen<false, true>},
      {"unique", unique},
      {"sum", sum},
      {"reverse", reversed},
      {"join", join},
      {"items", pairs},
      {"list", [](V v, A) { return make_list(items_of(v)); }},
      {"attr", [](V v, A given) { return member_of(v, given.need(0, "name")); }},
      {"contains", [](V v, A given) { return make_bool(contains(v, given.need(0, "value"))); }},
  });
}

}  // namespace hearth::text
