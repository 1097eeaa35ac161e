// Filters that make or change numbers, and JSON.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "text/jinja_library.h"
#include "text/normalise.h"

namespace hearth::text {

std::optional<double> parsed_number(const TemplateValue& value) {
  if (const auto number = as_number(value)) return number;
  if (!is_text(value)) return std::nullopt;
  std::string text = squeeze(value->as_string().str());
  const std::string small = lower(text);
  const std::string unsigned_text = small.substr(!small.empty() && (small[0] == '-' || small[0] == '+') ? 1 : 0);
  const bool word = unsigned_text == "inf" || unsigned_text == "infinity" || unsigned_text == "nan";
  // strtod also reads hexadecimal, which Python's float() does not.
  if (text.empty() || (!word && text.find_first_not_of("0123456789+-.eE") != std::string::npos)) return std::nullopt;
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return end == text.c_str() + text.size() ? std::optional(number) : std::nullopt;
}

namespace {

using Value = TemplateValue;
using V = const Value&;
using A = const Arguments&;

/// What a conversion answers when it is not possible: the default, or a failure as in Home Assistant.
Value otherwise(V input, A given, std::string_view filter, size_t index = 0) {
  if (Value value = given.find(index, "default")) return value;
  if (input->is_undefined()) {
    fail(fmt::format("'{}' is not defined", jinja::cast_val<jinja::value_undefined>(input)->hint), Error::NotFound);
  }
  fail(fmt::format("'{}' is no number for {}, and no default is given", printed(input), filter));
}

Value to_int(V input, A given) {
  if (is_int(input)) return input;
  if (is_bool(input)) return make_int(input->val_int);
  const Value base = given.find(1, "base");
  if (is_text(input)) {
    const std::string text = squeeze(input->as_string().str());
    const int64_t radix = base ? as_integer(base, "base") : 10;
    if (radix != 0 && (radix < 2 || radix > 36)) fail("base must be 0 or between 2 and 36");
    char* end = nullptr;
    errno = 0;
    const long long number = std::strtoll(text.c_str(), &end, static_cast<int>(radix));
    if (!text.empty() && end == text.c_str() + text.size() && errno == 0) return make_int(number);
  }
  const auto number = parsed_number(input);
  if (!number || !std::isfinite(*number)) return otherwise(input, given, "int");
  if (std::abs(*number) >= 9.2e18) fail(fmt::format("{} is too large for an integer", printed(input)));
  return make_int(static_cast<int64_t>(*number));
}

Value to_float(V input, A given) {
  const auto number = parsed_number(input);
  return number ? make_float(*number) : otherwise(input, given, "float");
}

/// round(precision=0, method="common"|"ceil"|"floor"|"half", default). A precision of 0 yields an integer, as in Home
/// Assistant.
Value rounded(V input, A given) {
  const auto number = parsed_number(input);
  if (!number || !std::isfinite(*number)) return otherwise(input, given, "round", 2);
  const Value precision_given = given.find(0, "precision"), method_given = given.find(1, "method");
  const int64_t precision =
      precision_given ? std::clamp<int64_t>(as_integer(precision_given, "precision"), -300, 300) : 0;
  const std::string method = method_given ? as_text(method_given, "method") : "common";
  const double scale = std::pow(10.0, static_cast<double>(precision));
  double result = *number;
  if (method == "ceil") {
    result = std::ceil(*number * scale) / scale;
  } else if (method == "floor") {
    result = std::floor(*number * scale) / scale;
  } else if (method == "half") {
    result = std::nearbyint(*number * 2) / 2;
  } else if (precision >= 0) {
    // Printing rounds the exact binary value, halves to even, as Python's round() does.
    result = std::strtod(fmt::format("{:.{}f}", *number, std::min<int64_t>(precision, 30)).c_str(), nullptr);
  } else {
    result = std::nearbyint(*number * scale) / scale;
  }
  const bool whole = precision == 0 && method != "half" && std::abs(result) < 9e18;
  return whole ? make_int(static_cast<int64_t>(result)) : make_float(result);
}

Value to_bool(V input, A given) {
  if (is_bool(input)) return input;
  if (const auto number = as_number(input)) return make_bool(*number != 0);
  const std::string text = is_text(input) ? lower(squeeze(input->as_string().str())) : "";
  for (const char* yes : {"1", "true", "yes", "on", "enable"}) {
    if (text == yes) return make_bool(true);
  }
  for (const char* no : {"0", "false", "no", "off", "disable"}) {
    if (text == no) return make_bool(false);
  }
  return otherwise(input, given, "bool");
}

double number_of(V value, std::string_view what) {
  const auto number = parsed_number(value);
  if (!number) fail(fmt::format("{} needs a number, not {}", what, kind_of(value)));
  return *number;
}

Value absolute(V input, A) {
  if (is_int(input) && input->val_int != INT64_MIN) return make_int(std::abs(input->val_int));
  const auto number = as_number(input);
  if (!number) fail(fmt::format("abs needs a number, not {}", kind_of(input)));
  return make_float(std::abs(*number));
}

template <double (*kFunction)(double)>
Value mathematical(V input, A) {
  return make_float(kFunction(number_of(input, "it")));
}

Value written(V input, A given) {
  JsonStyle style{.between = ",", .after_key = ":"};
  style.sort_keys = given.flag(99, "sort_keys", false);
  style.ascii = given.flag(0, "ensure_ascii", false);
  if (given.flag(1, "pretty_print", false)) {
    style.indent = 2;
    style.after_key = ": ";
  }
  return make_text(written_json(input, style));
}

Value written_for_pages(V input, A given) {
  JsonStyle style{.sort_keys = true, .ascii = true, .html_safe = true};
  if (const Value indent = given.find(0, "indent"); indent && !indent->is_none()) {
    style.indent = static_cast<int>(std::clamp<int64_t>(as_integer(indent, "indent"), 0, 16));
  }
  return make_text(written_json(input, style));
}

Value read_json(V input, A given) {
  const std::string text = as_text(input, "from_json");
  spend(text.size() / 8);
  Result<Json> json = parse_json(text, {}, 1 << 20, 40);
  if (json.ok()) return from_json(*json);
  if (Value value = given.find(0, "default")) return value;
  fail("from_json: " + json.error().message);
}

}  // namespace

void add_number_filters(LibraryTable& table) {
  table.insert({
      {"int", to_int},
      {"float", to_float},
      {"round", rounded},
      {"bool", to_bool},
      {"abs", absolute},
      {"sqrt", mathematical<std::sqrt>},
      {"tojson", written_for_pages},
      {"to_json", written},
      {"from_json", read_json},
      {"is_number",
       [](V v, A) {
         const auto number = parsed_number(v);
         return make_bool(number && std::isfinite(*number));
       }},
      {"multiply",
       [](V v, A given) {
         return make_float(number_of(v, "multiply") * number_of(given.need(0, "amount"), "multiply"));
       }},
      {"add", [](V v, A given) { return make_float(number_of(v, "add") + number_of(given.need(0, "amount"), "add")); }},
      {"bitwise_and",
       [](V v, A given) {
         return make_int(as_integer(v, "bitwise_and") & as_integer(given.need(0, "other"), "bitwise_and"));
       }},
      {"bitwise_or",
       [](V v, A given) {
         return make_int(as_integer(v, "bitwise_or") | as_integer(given.need(0, "other"), "bitwise_or"));
       }},
      {"bitwise_xor",
       [](V v, A given) {
         return make_int(as_integer(v, "bitwise_xor") ^ as_integer(given.need(0, "other"), "bitwise_xor"));
       }},
  });
}

}  // namespace hearth::text
