// Chance by seed alone: the same numbers on every machine and with every library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/time.h"

namespace hearth::simulation {

/// A stretch from which a length of time is drawn; `low` <= `high`.
struct Span {
  Duration low{}, high{};
  bool operator==(const Span&) const = default;
};

/// One stream of numbers (SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
/// Each purpose has a stream of its own, so that one lamp more does not change what everybody else does.
class Chance {
 public:
  Chance(uint64_t seed, std::string_view purpose);

  uint64_t bits();
  double draw();  ///< from 0 to below 1
  double between(double low, double high) { return low + draw() * (high - low); }
  Duration between(const Span& span);
  bool likely(double probability) { return draw() < probability; }
  size_t pick(size_t count) { return static_cast<size_t>(draw() * static_cast<double>(count)); }  ///< below `count`
  double normal();  ///< mean 0, deviation 1
  Duration exponential(Duration mean);
  /// Around zero, within twice `jitter`.
  Duration spread(Duration jitter);

 private:
  uint64_t state_;
};

}  // namespace hearth::simulation
