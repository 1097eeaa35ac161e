#include "text/jinja_operators.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/jinja_library.h"
#include "text/utf.h"

namespace hearth::text {
namespace {

using Value = TemplateValue;

[[noreturn]] void no_operation(std::string_view op, const Value& a, const Value& b) {
  for (const Value& side : {a, b}) {
    if (!side->is_undefined()) continue;
    fail(fmt::format("'{}' is not defined", jinja::cast_val<jinja::value_undefined>(side)->hint), Error::NotFound);
  }
  fail(fmt::format("{} {} {} is not possible", kind_of(a), op, kind_of(b)));
}

bool whole(const Value& value) { return is_int(value) || is_bool(value); }

Value divide(std::string_view op, const Value& a, const Value& b, double x, double y) {
  if (y == 0) fail("division by zero");
  if (op == "/") return make_float(x / y);
  // -1 is the one divisor for which the smallest integer overflows.
  if (whole(a) && whole(b) && b->val_int != -1) {
    const int64_t rest = a->val_int % b->val_int;
    const bool against = rest != 0 && (rest < 0) != (b->val_int < 0);
    if (op == "%") return make_int(against ? rest + b->val_int : rest);
    return make_int(a->val_int / b->val_int - (against ? 1 : 0));
  }
  const double down = std::floor(x / y);
  const double rest = x - down * y;
  const double result = op == "%" ? rest : down;
  return whole(a) && whole(b) && std::abs(result) < 9e18 ? make_int(static_cast<int64_t>(result)) : make_float(result);
}

Value power(const Value& a, const Value& b, double x, double y) {
  if (x == 0 && y < 0) fail("division by zero");
  const double result = std::pow(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) fail("a root of a negative number");
  // Exact as long as a double counts every integer.
  const bool exact = whole(a) && whole(b) && y >= 0 && std::abs(result) < 9e15;
  return exact ? make_int(static_cast<int64_t>(result)) : make_float(result);
}

Value calculate(std::string_view op, const Value& a, const Value& b, double x, double y) {
  if (op == "**") return power(a, b, x, y);
  if (op == "/" || op == "//" || op == "%") return divide(op, a, b, x, y);
  if (whole(a) && whole(b)) {
    int64_t result = 0;
    const bool overflow = op == "+"   ? __builtin_add_overflow(a->val_int, b->val_int, &result)
                          : op == "-" ? __builtin_sub_overflow(a->val_int, b->val_int, &result)
                                      : __builtin_mul_overflow(a->val_int, b->val_int, &result);
    if (!overflow) return make_int(result);
  }
  return make_float(op == "+" ? x + y : (op == "-" ? x - y : x * y));
}

Value repeat(const Value& what, int64_t times) {
  const auto count = static_cast<size_t>(std::max<int64_t>(times, 0));
  if (is_text(what)) {
    const std::string text = what->as_string().str();
    if (count > 0 && text.size() > Rendering::current().left.value_bytes / count) spend_text(SIZE_MAX);
    std::string out;
    for (size_t i = 0; i < count && !text.empty(); ++i) out += text;
    return make_text(std::move(out));
  }
  TemplateValues out;
  for (size_t i = 0; i < count && !what->as_array().empty(); ++i) {
    spend(what->as_array().size());
    out.insert(out.end(), what->as_array().begin(), what->as_array().end());
  }
  return make_list(std::move(out));
}

Value together(const std::string& a, const std::string& b) {
  spend_text(a.size() + b.size());
  return make_text(a + b);
}

Value compare(std::string_view op, const Value& a, const Value& b) {
  const int way = order(a, b);
  if (op == "<") return make_bool(way < 0);
  if (op == ">") return make_bool(way > 0);
  if (op == "<=") return make_bool(way <= 0);
  return make_bool(way >= 0);
}

/// Python's rules for one end of a slice, kept within [low, high].
int64_t slice_end(const Value& end, int64_t size, int64_t otherwise, int64_t low, int64_t high) {
  if (end->is_none()) return otherwise;
  int64_t at = as_integer(end, "the end of a slice");
  if (at < 0) at = at < -size ? low : at + size;
  return std::clamp(at, low, high);
}

}  // namespace

TemplateValue operate(std::string_view op, const TemplateValue& a, const TemplateValue& b) {
  if (op == "==") return make_bool(equal(a, b));
  if (op == "!=") return make_bool(!equal(a, b));
  if (op == "in") return make_bool(contains(b, a));
  if (op == "not in") return make_bool(!contains(b, a));
  if (op == "~") return together(printed(a), printed(b));
  if (op == "<" || op == ">" || op == "<=" || op == ">=") {
    if (a->is_undefined() || b->is_undefined()) no_operation(op, a, b);
    return compare(op, a, b);
  }
  const auto x = as_number(a), y = as_number(b);
  if (x && y) return calculate(op, a, b, *x, *y);
  if (op == "+" && is_text(a) && is_text(b)) return together(a->as_string().str(), b->as_string().str());
  if (op == "+" && is_list(a) && is_list(b)) {
    TemplateValues out = items_of(a);
    const TemplateValues behind = items_of(b);
    out.insert(out.end(), behind.begin(), behind.end());
    return jinja::is_val<jinja::value_tuple>(a) ? make_tuple(std::move(out)) : make_list(std::move(out));
  }
  if (op == "*" && (is_text(a) || is_list(a)) && whole(b)) return repeat(a, b->val_int);
  if (op == "*" && (is_text(b) || is_list(b)) && whole(a)) return repeat(b, a->val_int);
  if (op == "%" && is_text(a)) {
    const bool several = jinja::is_val<jinja::value_tuple>(b);
    return percent_format(a->as_string().str(), several ? b->as_array() : TemplateValues{b});
  }
  no_operation(op, a, b);
}

TemplateValue slice(const TemplateValue& on, const TemplateValue& start, const TemplateValue& stop,
                    const TemplateValue& step) {
  if (!is_text(on) && !is_list(on)) {
    if (on->is_undefined()) member_of(on, make_int(0));
    fail(fmt::format("a {} cannot be sliced", kind_of(on)));
  }
  const std::u32string points = is_text(on) ? to_utf32(on->as_string().str()) : std::u32string();
  const auto size = static_cast<int64_t>(is_text(on) ? points.size() : on->as_array().size());
  const int64_t by = step->is_none() ? 1 : as_integer(step, "the step of a slice");
  if (by == 0) fail("the step of a slice must not be 0");
  const int64_t low = by > 0 ? 0 : -1, high = by > 0 ? size : size - 1;
  const int64_t from = slice_end(start, size, by > 0 ? 0 : size - 1, low, high);
  const int64_t to = slice_end(stop, size, by > 0 ? size : -1, low, high);
  spend(static_cast<size_t>(size) / (is_text(on) ? 64 : 1));
  std::u32string text;
  TemplateValues items;
  // The distance is at most the size, so a step beyond it ends the walk without overflowing.
  const int64_t stride = std::clamp(by, -size - 1, size + 1);
  for (int64_t i = from; by > 0 ? i < to : i > to; i += stride) {
    if (is_text(on)) {
      text.push_back(points[static_cast<size_t>(i)]);
    } else {
      items.push_back(on->as_array()[static_cast<size_t>(i)]);
    }
  }
  if (is_text(on)) return make_text(to_utf8(text));
  return jinja::is_val<jinja::value_tuple>(on) ? make_tuple(std::move(items)) : make_list(std::move(items));
}

}  // namespace hearth::text
