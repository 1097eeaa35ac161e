#include "text/jinja_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/check.h"
#include "text/utf.h"

namespace hearth::text {
namespace {

thread_local Rendering* rendering_of_thread = nullptr;

/// Prints as Python does and never casts what an int64 cannot hold.
struct PythonFloat final : jinja::value_float_t {
  explicit PythonFloat(double value) : value_float_t(std::clamp(std::isnan(value) ? 0.0 : value, -9e18, 9e18)) {
    val_flt = value;
  }
  jinja::string as_string() const override { return jinja::string(printed(val_flt)); }
};

/// Values may nest only as deep as data does; a chain built by a loop would otherwise end the stack.
constexpr int kDeepest = 48;
void check_depth(int depth) {
  if (depth > kDeepest) fail(fmt::format("a value nests deeper than {} levels", kDeepest));
}

std::string quoted_text(const std::string& text) {
  const char mark = text.find('\'') != std::string::npos && text.find('"') == std::string::npos ? '"' : '\'';
  std::string out(1, mark);
  for (const char c : text) {
    if (c == '\\' || c == mark) {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '\r') {
      out += "\\r";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  out += mark;
  return out;
}

void quote(const TemplateValue& value, int depth, std::string& out) {
  check_depth(depth);
  spend(1);
  if (out.size() > Rendering::current().left.value_bytes) spend_text(out.size());
  if (is_text(value)) {
    out += quoted_text(value->as_string().str());
  } else if (is_list(value)) {
    const bool tuple = jinja::is_val<jinja::value_tuple>(value);
    const auto& items = value->as_array();
    out += tuple ? "(" : "[";
    for (size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out += ", ";
      quote(items[i], depth + 1, out);
    }
    out += tuple ? (items.size() == 1 ? ",)" : ")") : "]";
  } else if (is_mapping(value)) {
    out += "{";
    bool first = true;
    for (const auto& [key, item] : value->as_ordered_object()) {
      if (!first) out += ", ";
      first = false;
      quote(key, depth + 1, out);
      out += ": ";
      quote(item, depth + 1, out);
    }
    out += "}";
  } else if (value->is_undefined()) {
    out += "Undefined";
  } else {
    out += printed(value);
  }
}

bool equal_at(const TemplateValue& a, const TemplateValue& b, int depth) {
  check_depth(depth);
  spend(1);
  const auto x = as_number(a), y = as_number(b);
  if (x && y) return is_float(a) || is_float(b) ? *x == *y : a->val_int == b->val_int;
  if (is_text(a) && is_text(b)) return a->as_string().str() == b->as_string().str();
  if (is_list(a) && is_list(b)) {
    const auto &left = a->as_array(), &right = b->as_array();
    return jinja::is_val<jinja::value_tuple>(a) == jinja::is_val<jinja::value_tuple>(b) &&
           std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [&](const auto& l, const auto& r) { return equal_at(l, r, depth + 1); });
  }
  if (is_mapping(a) && is_mapping(b)) {
    const auto &left = a->as_ordered_object(), &right = b->as_ordered_object();
    return left.size() == right.size() && std::all_of(left.begin(), left.end(), [&](const auto& pair) {
             return b->has_key(pair.first) && equal_at(pair.second, b->at(pair.first), depth + 1);
           });
  }
  return (a->is_none() && b->is_none()) || (a->is_undefined() && b->is_undefined());
}

int order_at(const TemplateValue& a, const TemplateValue& b, int depth) {
  check_depth(depth);
  spend(1);
  const auto x = as_number(a), y = as_number(b);
  if (x && y) {
    if (is_float(a) || is_float(b)) return *x < *y ? -1 : (*x > *y ? 1 : 0);
    return a->val_int < b->val_int ? -1 : (a->val_int > b->val_int ? 1 : 0);
  }
  if (is_text(a) && is_text(b)) return a->as_string().str().compare(b->as_string().str());
  if (is_list(a) && is_list(b)) {
    const auto &left = a->as_array(), &right = b->as_array();
    for (size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
      if (const int way = order_at(left[i], right[i], depth + 1); way != 0) return way;
    }
    return left.size() < right.size() ? -1 : (left.size() > right.size() ? 1 : 0);
  }
  for (const auto& side : {a, b}) {
    if (side->is_undefined()) fail(printed(side) + "a value that is not defined cannot be compared", Error::NotFound);
  }
  fail(fmt::format("{} and {} have no order", kind_of(a), kind_of(b)));
}

void check_storable_at(const TemplateValue& value, const TemplateValue& container, int depth) {
  check_depth(depth);
  spend(1);
  if (value == container) fail("a value cannot contain itself");
  if (jinja::is_val<jinja::value_func>(value)) fail("a function cannot be stored in a list or a namespace");
  for (const auto& item : value->val_arr) check_storable_at(item, container, depth + 1);
  for (const auto& pair : value->val_obj) check_storable_at(pair.second, container, depth + 1);
}

}  // namespace

void fail(std::string message, Error::Kind kind) { throw TemplateFailure{kind, std::move(message)}; }

Rendering& Rendering::current() {
  CHECK(rendering_of_thread != nullptr);
  return *rendering_of_thread;
}
Rendering::Scope::Scope(Rendering& rendering) : before_(std::exchange(rendering_of_thread, &rendering)) {}
Rendering::Scope::~Scope() { rendering_of_thread = before_; }

void spend(size_t steps) {
  size_t& left = Rendering::current().left.steps;
  if (steps > left) fail("the template takes more steps than its budget allows", Error::Timeout);
  left -= steps;
}

void spend_text(size_t bytes) {
  if (bytes > Rendering::current().left.value_bytes) {
    fail(fmt::format("a text of {} bytes is longer than a template may make", bytes), Error::Timeout);
  }
  spend(bytes / 64);
}

TemplateValue make_none() { return jinja::mk_val<jinja::value_none>(); }
TemplateValue make_undefined(const std::string& what) { return jinja::mk_val<jinja::value_undefined>(what); }
TemplateValue make_bool(bool value) { return jinja::mk_val<jinja::value_bool>(value); }
TemplateValue make_int(int64_t value) { return jinja::mk_val<jinja::value_int>(value); }
TemplateValue make_float(double value) { return std::make_shared<PythonFloat>(value); }
TemplateValue make_text(std::string text) {
  spend_text(text.size());
  return jinja::mk_val<jinja::value_string>(text);
}
TemplateValue make_list(TemplateValues items) { return jinja::mk_val<jinja::value_array>(std::move(items)); }
TemplateValue make_tuple(TemplateValues items) { return jinja::mk_val<jinja::value_tuple>(std::move(items)); }

bool is_text(const TemplateValue& value) { return jinja::is_val<jinja::value_string>(value); }
bool is_list(const TemplateValue& value) { return jinja::is_val<jinja::value_array>(value); }
bool is_mapping(const TemplateValue& value) { return jinja::is_val<jinja::value_object>(value); }
bool is_int(const TemplateValue& value) { return jinja::is_val<jinja::value_int>(value); }
bool is_float(const TemplateValue& value) { return jinja::is_val<jinja::value_float>(value); }
bool is_bool(const TemplateValue& value) { return jinja::is_val<jinja::value_bool>(value); }

std::optional<double> as_number(const TemplateValue& value) {
  if (is_float(value)) return value->val_flt;
  if (is_int(value) || is_bool(value)) return static_cast<double>(value->val_int);
  return std::nullopt;
}

int64_t as_integer(const TemplateValue& value, std::string_view what) {
  if (is_int(value) || is_bool(value)) return value->val_int;
  fail(fmt::format("{} must be an integer, not {}", what, kind_of(value)));
}

std::string as_text(const TemplateValue& value, std::string_view what) {
  if (is_text(value)) return value->as_string().str();
  if (value->is_undefined()) fail(fmt::format("{} is not defined", what), Error::NotFound);
  fail(fmt::format("{} must be text, not {}", what, kind_of(value)));
}

bool is_true(const TemplateValue& value) {
  if (jinja::is_val<jinja::value_func>(value)) return true;
  return value->as_bool();
}

std::string_view kind_of(const TemplateValue& value) {
  if (is_text(value)) return "str";
  if (is_bool(value)) return "bool";
  if (is_int(value)) return "int";
  if (is_float(value)) return "float";
  if (is_list(value)) return "list";
  if (is_mapping(value)) return "dict";
  if (value->is_none()) return "none";
  if (value->is_undefined()) return "undefined";
  return "function";
}

std::string printed(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::scientific).ptr;
  std::string text(digits, end);
  const int exponent = std::stoi(text.substr(text.find('e') + 1));
  if (exponent < -4 || exponent >= 16) return text;
  char plain[400];
  const auto plain_end = std::to_chars(plain, plain + sizeof plain, value, std::chars_format::fixed).ptr;
  std::string out(plain, plain_end);
  return out.find('.') == std::string::npos ? out + ".0" : out;
}

std::string printed(const TemplateValue& value) {
  if (value->is_undefined()) return {};
  if (is_text(value)) return value->as_string().str();
  if (is_float(value)) return printed(value->val_flt);
  if (is_int(value)) return std::to_string(value->val_int);
  if (is_bool(value)) return value->val_int != 0 ? "True" : "False";
  if (value->is_none()) return "None";
  if (!is_list(value) && !is_mapping(value)) fail("a function cannot be printed; call it");
  return quoted(value);
}

std::string quoted(const TemplateValue& value) {
  std::string out;
  quote(value, 0, out);
  spend_text(out.size());
  return out;
}

bool equal(const TemplateValue& a, const TemplateValue& b) { return equal_at(a, b, 0); }
int order(const TemplateValue& a, const TemplateValue& b) { return order_at(a, b, 0); }

bool contains(const TemplateValue& haystack, const TemplateValue& needle) {
  if (haystack->is_undefined()) return false;
  if (is_text(haystack)) {
    const std::string text = haystack->as_string().str();
    spend(text.size() / 64);
    return text.find(as_text(needle, "what is looked for in text")) != std::string::npos;
  }
  if (is_mapping(haystack)) return needle->is_immutable() && needle->is_hashable() && haystack->has_key(needle);
  if (!is_list(haystack)) fail(fmt::format("`in` needs a list, a dict or text, not {}", kind_of(haystack)));
  const auto& items = haystack->as_array();
  return std::any_of(items.begin(), items.end(), [&](const auto& item) { return equal(item, needle); });
}

TemplateValues items_of(const TemplateValue& value) {
  TemplateValues out;
  if (value->is_undefined()) return out;
  if (is_list(value)) {
    out = value->as_array();
  } else if (is_mapping(value)) {
    for (const auto& pair : value->as_ordered_object()) out.push_back(pair.first);
  } else if (is_text(value)) {
    const std::u32string points = to_utf32(value->as_string().str());
    spend(points.size());
    for (const char32_t c : points) out.push_back(make_text(to_utf8({&c, 1})));
    return out;
  } else {
    fail(fmt::format("{} cannot be iterated", kind_of(value)));
  }
  spend(out.size());
  return out;
}

TemplateValue member_of(const TemplateValue& value, const TemplateValue& key) {
  if (value->is_undefined()) {
    fail(fmt::format("{} is not defined, so it has no {}", jinja::cast_val<jinja::value_undefined>(value)->hint,
                     is_text(key) ? "'" + key->as_string().str() + "'" : "items"),
         Error::NotFound);
  }
  const std::string what = is_text(key) ? key->as_string().str() : std::string(kind_of(key)) + " key";
  if (is_mapping(value)) {
    const bool usable = !key->is_undefined() && key->is_immutable() && key->is_hashable();
    return usable && value->has_key(key) ? value->at(key) : make_undefined(what);
  }
  if ((is_list(value) || is_text(value)) && (is_int(key) || is_bool(key))) {
    const bool text = is_text(value);
    const std::u32string points = text ? to_utf32(value->as_string().str()) : std::u32string();
    const auto size = static_cast<int64_t>(text ? points.size() : value->as_array().size());
    spend(1 + points.size() / 64);
    int64_t index = key->val_int;
    if (index < 0) index += size;
    if (index < 0 || index >= size) return make_undefined(fmt::format("item {}", key->val_int));
    const auto at = static_cast<size_t>(index);
    return text ? make_text(to_utf8({&points[at], 1})) : value->as_array()[at];
  }
  return make_undefined(what);
}

void check_storable(const TemplateValue& value, const TemplateValue& container) {
  check_storable_at(value, container, 0);
}

TemplateValue from_json(const Json& json) {
  switch (json.type()) {
    case Json::value_t::boolean:
      return make_bool(json.get<bool>());
    case Json::value_t::number_integer:
      return make_int(json.get<int64_t>());
    case Json::value_t::number_unsigned: {
      const auto number = json.get<uint64_t>();
      if (number > static_cast<uint64_t>(std::numeric_limits<int64_t>::max())) {
        return make_float(static_cast<double>(number));
      }
      return make_int(static_cast<int64_t>(number));
    }
    case Json::value_t::number_float:
      return make_float(json.get<double>());
    case Json::value_t::string:
      return jinja::mk_val<jinja::value_string>(json.get<std::string>());
    case Json::value_t::array: {
      auto list = jinja::mk_val<jinja::value_array>();
      for (const Json& item : json) list->push_back(from_json(item));
      return list;
    }
    case Json::value_t::object: {
      auto object = jinja::mk_val<jinja::value_object>();
      for (const auto& [key, item] : json.items()) object->insert(key, from_json(item));
      return object;
    }
    default:
      return make_none();
  }
}

Json to_json(const TemplateValue& value) {
  const std::string text = written_json(value, {.between = ",", .after_key = ":"});
  Result<Json> parsed = parse_json(text);
  return parsed.ok() ? std::move(parsed).value() : Json();
}

}  // namespace hearth::text
