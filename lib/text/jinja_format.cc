// Python's two ways to format values into a text.
#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "text/jinja_library.h"

namespace hearth::text {
namespace {

using Value = TemplateValue;

constexpr size_t kWidest = 999;

/// Reads digits at `at`, moving on; nothing read is -1. Fails above kWidest.
int read_number(std::string_view text, size_t& at) {
  const size_t start = at;
  size_t number = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    number = number * 10 + static_cast<size_t>(text[at++] - '0');
    if (number > kWidest) fail(fmt::format("a format wider than {}", kWidest));
  }
  return at == start ? -1 : static_cast<int>(number);
}

double number_for(const Value& value, char kind) {
  const auto number = as_number(value);
  if (!number) fail(fmt::format("format '{}' needs a number, not {}", kind, kind_of(value)));
  return *number;
}

int64_t integer_for(const Value& value, char kind) {
  if (is_float(value)) {
    if (!(std::abs(value->val_flt) < 9e18)) fail("too large for an integer");
    return static_cast<int64_t>(value->val_flt);
  }
  return static_cast<int64_t>(is_int(value) || is_bool(value) ? value->val_int
                                                              : static_cast<int64_t>(number_for(value, kind)));
}

template <class T>
std::string formatted(const std::string& spec, const T& value) {
  try {
    return fmt::format(fmt::runtime("{:" + spec + "}"), value);
  } catch (const fmt::format_error& error) { fail(fmt::format("format '{}': {}", spec, error.what())); }
}

/// One `%` placeholder, from behind the sign; `at` moves behind its letter.
std::string percent_part(std::string_view format, size_t& at, const Value& value) {
  static constexpr std::string_view kFlags = "-+ #0";
  std::string flags;
  while (at < format.size() && kFlags.find(format[at]) != std::string_view::npos) flags += format[at++];
  const auto has = [&](char flag) { return flags.find(flag) != std::string::npos; };
  const int width = read_number(format, at);
  int precision = -1;
  if (at < format.size() && format[at] == '.') precision = std::max(read_number(format, ++at), 0);
  if (at >= format.size()) fail("a format ends within a placeholder");
  const char kind = format[at++];
  const bool is_number = std::string_view("diufFeEgGxXo").find(kind) != std::string_view::npos;
  std::string spec = has('-') ? "<" : (has('0') && is_number ? "" : ">");
  if (is_number && has('+')) spec += "+";
  if (is_number && has(' ') && !has('+')) spec += " ";
  if (is_number && has('0') && !has('-')) spec += "0";
  if (width > 0) spec += std::to_string(width);
  switch (kind) {
    case 'd':
    case 'i':
    case 'u':
      return formatted(spec + "d", integer_for(value, kind));
    case 'x':
    case 'X':
    case 'o':
      return formatted(spec + kind, integer_for(value, kind));
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
      return formatted(spec + "." + std::to_string(precision < 0 ? 6 : precision) + kind, number_for(value, kind));
    case 's':
    case 'r': {
      std::string text = kind == 's' ? printed(value) : quoted(value);
      return formatted(spec + (precision >= 0 ? "." + std::to_string(precision) : ""), text);
    }
    default:
      fail(fmt::format("unknown format '%{}'", kind));
  }
}

/// A format after the colon: [[fill]align][sign][0][width][.precision][kind], checked before fmt sees it.
std::string brace_part(const std::string& spec, const Value& value) {
  if (spec.empty()) return printed(value);
  size_t at = 0;
  static constexpr std::string_view kAligns = "<>^";
  if (spec.size() > 1 && kAligns.find(spec[1]) != std::string_view::npos) {
    at = 2;
  } else if (kAligns.find(spec[0]) != std::string_view::npos) {
    at = 1;
  }
  if (at == 2 && (spec[0] == '{' || spec[0] == '}')) fail("a brace cannot fill");
  if (at < spec.size() && std::string_view("+- ").find(spec[at]) != std::string_view::npos) ++at;
  (void)read_number(spec, at);
  bool precise = false;
  if (at < spec.size() && spec[at] == '.') {
    precise = true;
    if (read_number(spec, ++at) < 0) fail(fmt::format("format '{}' lacks a precision", spec));
  }
  const char kind = at < spec.size() ? spec[at] : '\0';
  if (at + 1 < spec.size() ||
      (kind != '\0' && std::string_view("sdxXobfFeEgG%").find(kind) == std::string_view::npos)) {
    fail(fmt::format("format '{}' is not supported", spec));
  }
  const std::string front = spec.substr(0, kind == '\0' ? spec.size() : at);
  if (kind == '%') return formatted(front + (precise ? "f" : ".6f"), number_for(value, kind) * 100) + "%";
  const bool real = kind != '\0' && std::string_view("fFeEgG").find(kind) != std::string_view::npos;
  if (real || is_float(value)) return formatted(spec, number_for(value, kind));
  if (is_int(value) || is_bool(value)) return formatted(spec, value->val_int);
  if (kind != '\0' && kind != 's') fail(fmt::format("format '{}' needs a number, not {}", spec, kind_of(value)));
  return formatted(spec, printed(value));
}

Value brace_argument(const std::string& name, const Arguments& arguments, size_t& next) {
  if (name.empty()) return arguments.need(next++, "of a placeholder");
  if (name.find_first_not_of("0123456789") == std::string::npos && name.size() < 4) {
    return arguments.need(static_cast<size_t>(std::stoi(name)), name);
  }
  return arguments.need(SIZE_MAX, name);
}

}  // namespace

TemplateValue percent_format(const std::string& format, const TemplateValues& values) {
  std::string out;
  size_t next = 0;
  for (size_t at = 0; at < format.size();) {
    if (format[at] != '%') {
      out += format[at++];
      continue;
    }
    if (++at < format.size() && format[at] == '%') {
      out += format[at++];
      continue;
    }
    if (next >= values.size()) fail("a format has more placeholders than values");
    out += percent_part(format, at, values[next++]);
    spend(1);
    if (out.size() > Rendering::current().left.value_bytes) spend_text(out.size());
  }
  if (next < values.size()) fail("a format has fewer placeholders than values");
  return make_text(std::move(out));
}

TemplateValue brace_format(const std::string& format, const Arguments& arguments) {
  std::string out;
  size_t next = 0;
  for (size_t at = 0; at < format.size();) {
    const char c = format[at++];
    const bool doubled = at < format.size() && format[at] == c;
    if ((c == '{' || c == '}') && doubled) {
      out += c;
      ++at;
      continue;
    }
    if (c != '{') {
      if (c == '}') fail("a format has a single '}'");
      out += c;
      continue;
    }
    const size_t end = format.find('}', at);
    if (end == std::string::npos) fail("a placeholder of a format is not closed");
    const std::string inside = format.substr(at, end - at);
    at = end + 1;
    const size_t colon = std::min(inside.find(':'), inside.size());
    const Value value = brace_argument(inside.substr(0, colon), arguments, next);
    out += brace_part(colon < inside.size() ? inside.substr(colon + 1) : "", value);
    spend(1);
    if (out.size() > Rendering::current().left.value_bytes) spend_text(out.size());
  }
  return make_text(std::move(out));
}

}  // namespace hearth::text
