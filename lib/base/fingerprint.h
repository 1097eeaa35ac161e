// Tells contents apart by 128 bits.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace hearth {

/// For telling whether something changed; no defence against somebody who wants two contents to be alike. The same on
/// every machine of one byte order.
class Fingerprint {
 public:
  /// Adds a part; where it ends counts as well: "a", "bc" differs from "ab", "c".
  Fingerprint& add(std::string_view part) {
    mix(part.size());
    for (; part.size() >= sizeof(uint64_t); part.remove_prefix(sizeof(uint64_t))) mix(word(part, sizeof(uint64_t)));
    if (!part.empty()) mix(word(part, part.size()));
    return *this;
  }
  /// 32 hexadecimal digits.
  std::string hex() const { return fmt::format("{:016x}{:016x}", first_, second_); }

 private:
  static uint64_t word(std::string_view bytes, size_t count) {
    uint64_t value = 0;
    std::memcpy(&value, bytes.data(), count);
    return value;
  }
  void mix(uint64_t value) {
    first_ = (first_ ^ value) * 0x9e3779b97f4a7c15ULL;
    first_ ^= first_ >> 32;
    second_ = (second_ + value) * 0xff51afd7ed558ccdULL;
    second_ ^= second_ >> 29;
  }

  uint64_t first_ = 0x243f6a8885a308d3ULL, second_ = 0x13198a2e03707344ULL;
};

}  // namespace hearth
