// Arguments, the built-in functions, and the tests.
#include "text/jinja_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/normalise.h"

namespace hearth::text {

TemplateValue Arguments::find(size_t index, std::string_view name) const {
  if (index < positional.size()) return positional[index];
  for (const auto& [given, value] : named) {
    if (!name.empty() && given == name) return value;
  }
  return nullptr;
}

TemplateValue Arguments::need(size_t index, std::string_view name) const {
  TemplateValue value = find(index, name);
  if (!value) fail(fmt::format("the argument {} is missing", name));
  return value;
}

bool Arguments::flag(size_t index, std::string_view name, bool otherwise) const {
  const TemplateValue value = find(index, name);
  return value ? is_true(value) : otherwise;
}

void Arguments::at_most(size_t most) const {
  if (positional.size() + named.size() > most) fail(fmt::format("takes at most {} arguments", most));
}

const LibraryTable& filters() {
  static const LibraryTable table = [] {
    LibraryTable made;
    add_number_filters(made);
    add_text_filters(made);
    add_list_filters(made);
    return made;
  }();
  return table;
}

TemplateValue apply_filter(std::string_view name, const TemplateValue& input, const Arguments& arguments) {
  const auto found = filters().find(name);
  if (found == filters().end()) fail(fmt::format("unknown filter '{}'", name));
  spend(1);
  return found->second(input, arguments);
}

bool apply_test(std::string_view name, const TemplateValue& input, const Arguments& arguments) {
  const auto found = tests().find(name);
  if (found == tests().end()) fail(fmt::format("unknown test '{}'", name));
  spend(1);
  return is_true(found->second(input, arguments));
}

namespace {

using Value = TemplateValue;

Value range(const Value&, const Arguments& given) {
  given.at_most(3);
  const int64_t first = as_integer(given.need(0, "stop"), "range");
  const Value second = given.find(1), third = given.find(2);
  const int64_t start = second ? first : 0, stop = second ? as_integer(second, "range") : first;
  const int64_t step = third ? as_integer(third, "range") : 1;
  if (step == 0) fail("the step of range must not be 0");
  TemplateValues out;
  int64_t i = start;
  while (step > 0 ? i < stop : i > stop) {
    spend(1);
    out.push_back(make_int(i));
    if (__builtin_add_overflow(i, step, &i)) break;
  }
  return make_list(std::move(out));
}

Value make_namespace(const Value&, const Arguments& given) {
  auto out = jinja::mk_val<jinja::value_object>();
  if (const Value from = given.find(0)) {
    if (!is_mapping(from)) fail("needs name=value arguments");
    for (const auto& [key, value] : from->as_ordered_object()) out->insert(key, value);
  }
  for (const auto& [name, value] : given.named) {
    check_storable(value, out);
    out->insert(name, value);
  }
  return out;
}

/// iif(condition, if_true=true, if_false=false, if_none=if_false), a filter as well.
Value iif(const Value& condition, const Arguments& given, size_t first) {
  const auto choice = [&](size_t index, std::string_view name, bool otherwise) {
    const Value value = given.find(first + index, name);
    return value ? value : make_bool(otherwise);
  };
  if (condition->is_none() && (given.find(first + 2) || given.find(99, "if_none"))) return choice(2, "if_none", false);
  return is_true(condition) ? choice(0, "if_true", true) : choice(1, "if_false", false);
}

/// The least or greatest of the arguments, or of the only one.
Value extreme(const Arguments& given, bool greatest) {
  const TemplateValues items = given.positional.size() == 1 ? items_of(given.positional[0]) : given.positional;
  if (items.empty()) fail("needs at least one value");
  return *std::max_element(items.begin(), items.end(), [&](const Value& a, const Value& b) {
    return greatest ? order(a, b) < 0 : order(a, b) > 0;
  });
}

template <const char* kFilter>
Value as_filter(const Value&, const Arguments& given) {
  Arguments rest = given;
  if (rest.positional.empty()) fail("needs a value");
  const Value input = rest.positional.front();
  rest.positional.erase(rest.positional.begin());
  return apply_filter(kFilter, input, rest);
}
constexpr char kInt[] = "int", kFloat[] = "float", kRound[] = "round", kBool[] = "bool", kFromJson[] = "from_json",
               kToJson[] = "to_json", kSlugify[] = "slugify";

bool same_case(const Value& value, std::string (*change)(std::string_view)) {
  const std::string text = as_text(value, "what is tested");
  return text == change(text) && lower(text) != upper(text);
}

template <int kWay>
Value ordered(const Value& a, const Arguments& given) {
  const int way = order(a, given.need(0, "other"));
  return make_bool(kWay == 0 ? way >= 0 : (kWay == 1 ? way > 0 : (kWay == 2 ? way < 0 : way <= 0)));
}
Value equals(const Value& a, const Arguments& given) { return make_bool(equal(a, given.need(0, "other"))); }
Value differs(const Value& a, const Arguments& given) { return make_bool(!equal(a, given.need(0, "other"))); }

template <RegexWhere kWhere>
Value matches(const Value& value, const Arguments& given) {
  return make_bool(
      regex_found(printed(value), as_text(given.need(0, "find"), "find"), given.flag(1, "ignorecase", false), kWhere));
}

}  // namespace

const LibraryTable& functions() {
  static const LibraryTable table = {
      {"range", range},
      {"namespace", make_namespace},
      {"dict", make_namespace},
      {"iif", [](const Value&, const Arguments& given) { return iif(given.need(0, "condition"), given, 1); }},
      {"min", [](const Value&, const Arguments& given) { return extreme(given, false); }},
      {"max", [](const Value&, const Arguments& given) { return extreme(given, true); }},
      {"int", as_filter<kInt>},
      {"float", as_filter<kFloat>},
      {"round", as_filter<kRound>},
      {"bool", as_filter<kBool>},
      {"from_json", as_filter<kFromJson>},
      {"to_json", as_filter<kToJson>},
      {"slugify", as_filter<kSlugify>},
      {"is_number",
       [](const Value&, const Arguments& given) {
         const auto number = parsed_number(given.need(0, "value"));
         return make_bool(number && std::isfinite(*number));
       }},
  };
  return table;
}

const LibraryTable& tests() {
  using V = const Value&;
  using A = const Arguments&;
  static const LibraryTable table = {
      {"defined", [](V v, A) { return make_bool(!v->is_undefined()); }},
      {"undefined", [](V v, A) { return make_bool(v->is_undefined()); }},
      {"none", [](V v, A) { return make_bool(v->is_none()); }},
      {"number", [](V v, A) { return make_bool(as_number(v).has_value()); }},
      {"integer", [](V v, A) { return make_bool(is_int(v)); }},
      {"float", [](V v, A) { return make_bool(is_float(v)); }},
      {"boolean", [](V v, A) { return make_bool(is_bool(v)); }},
      {"true", [](V v, A) { return make_bool(is_bool(v) && v->val_int != 0); }},
      {"false", [](V v, A) { return make_bool(is_bool(v) && v->val_int == 0); }},
      {"string", [](V v, A) { return make_bool(is_text(v)); }},
      {"mapping", [](V v, A) { return make_bool(is_mapping(v)); }},
      {"sequence", [](V v, A) { return make_bool(is_list(v) || is_text(v) || is_mapping(v) || v->is_undefined()); }},
      {"iterable", [](V v, A) { return make_bool(is_list(v) || is_text(v) || is_mapping(v) || v->is_undefined()); }},
      {"list", [](V v, A) { return make_bool(is_list(v) && !jinja::is_val<jinja::value_tuple>(v)); }},
      {"callable", [](V v, A) { return make_bool(jinja::is_val<jinja::value_func>(v)); }},
      {"odd", [](V v, A) { return make_bool(as_integer(v, "what is tested") % 2 != 0); }},
      {"even", [](V v, A) { return make_bool(as_integer(v, "what is tested") % 2 == 0); }},
      {"divisibleby",
       [](V v, A given) {
         const int64_t by = as_integer(given.need(0, "num"), "the divisor");
         if (by == 0) fail("division by zero");
         return make_bool(by == -1 || as_integer(v, "what is tested") % by == 0);
       }},
      {"lower", [](V v, A) { return make_bool(same_case(v, lower)); }},
      {"upper", [](V v, A) { return make_bool(same_case(v, upper)); }},
      {"in", [](V v, A given) { return make_bool(contains(given.need(0, "seq"), v)); }},
      {"contains", [](V v, A given) { return make_bool(contains(v, given.need(0, "value"))); }},
      {"eq", equals},
      {"equalto", equals},
      {"==", equals},
      {"ne", differs},
      {"!=", differs},
      {"sameas", equals},
      {"ge", ordered<0>},
      {">=", ordered<0>},
      {"gt", ordered<1>},
      {"greaterthan", ordered<1>},
      {">", ordered<1>},
      {"lt", ordered<2>},
      {"lessthan", ordered<2>},
      {"<", ordered<2>},
      {"le", ordered<3>},
      {"<=", ordered<3>},
      {"match", matches<RegexWhere::Start>},
      {"search", matches<RegexWhere::Anywhere>},
  };
  return table;
}

TemplateValue iif_filter(const TemplateValue& condition, const Arguments& given) { return iif(condition, given, 0); }

}  // namespace hearth::text
