#include "base/result.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace hearth {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: CHECK failed: %s\n", file, line, condition);
  std::abort();
}

std::string_view to_string(Error::Kind kind) {
  static constexpr std::array<std::string_view, 8> kNames{"not found", "invalid input", "unavailable", "timed out",
                                                          "cancelled", "denied",        "corrupt",     "internal"};
  return kNames[static_cast<size_t>(kind)];
}

std::string to_string(const Error& error) {
  std::string text = error.place.empty() ? "" : error.place + ": ";
  text += error.message;
  text += " (";
  text += to_string(error.kind);
  text += ")";
  return text;
}

}  // namespace hearth
