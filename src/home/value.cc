#include "home/value.h"

#include <fmt/format.h>

#include <cmath>

namespace hearth::home {

bool same(const Value& a, const Value& b, double tolerance) {
  const double* x = std::get_if<double>(&a);
  const double* y = std::get_if<double>(&b);
  if (x != nullptr && y != nullptr) return std::abs(*x - *y) <= tolerance;
  return a == b;
}

std::string to_text(const Value& value) {
  if (const bool* yes = std::get_if<bool>(&value)) return *yes ? "on" : "off";
  if (const double* number = std::get_if<double>(&value)) return fmt::format("{:.10g}", *number);
  if (const std::string* word = std::get_if<std::string>(&value)) return *word;
  return "unknown";
}

}  // namespace hearth::home
