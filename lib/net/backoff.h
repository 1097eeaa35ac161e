// How long to wait before trying again.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace hearth::net {

/// Doubles from `first` to `longest`. Each wait is drawn from the upper half of that, so that a house full of clients
/// does not fall upon a broker that returns at the same instant. The same seed gives the same waits.
class Backoff {
 public:
  Backoff(std::chrono::milliseconds first, std::chrono::milliseconds longest, uint64_t seed)
      : first_(first), longest_(longest), random_(seed) {}

  std::chrono::milliseconds next() {
    const std::chrono::milliseconds full = std::min(longest_, first_ * (int64_t{1} << std::min(tries_, 20)));
    ++tries_;
    const int64_t half = full.count() / 2;
    return std::chrono::milliseconds(full.count() - half +
                                     static_cast<int64_t>(draw() % static_cast<uint64_t>(half + 1)));
  }
  /// The last try went well.
  void reset() { tries_ = 0; }

 private:
  // SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
  uint64_t draw() {
    uint64_t z = (random_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  std::chrono::milliseconds first_, longest_;
  uint64_t random_;
  int tries_ = 0;
};

}  // namespace hearth::net
