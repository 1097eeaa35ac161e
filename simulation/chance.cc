#include "simulation/chance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hearth::simulation {
namespace {

uint64_t mix(uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
  return value ^ (value >> 31);
}

}  // namespace

Chance::Chance(uint64_t seed, std::string_view purpose) : state_(mix(seed + 0x9e3779b97f4a7c15ULL)) {
  for (const char c : purpose) state_ = mix(state_ ^ static_cast<uint8_t>(c));
}

uint64_t Chance::bits() {
  state_ += 0x9e3779b97f4a7c15ULL;
  return mix(state_);
}

double Chance::draw() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

Duration Chance::between(const Span& span) {
  return span.low + Duration{static_cast<int64_t>(draw() * static_cast<double>((span.high - span.low).count()))};
}

double Chance::normal() {
  const double radius = std::sqrt(-2 * std::log(1 - draw()));
  return radius * std::cos(2 * std::numbers::pi * draw());
}

Duration Chance::exponential(Duration mean) {
  return Duration{static_cast<int64_t>(-std::log(1 - draw()) * static_cast<double>(mean.count()))};
}

Duration Chance::spread(Duration jitter) {
  return Duration{static_cast<int64_t>(std::clamp(normal(), -2.0, 2.0) * static_cast<double>(jitter.count()))};
}

}  // namespace hearth::simulation
