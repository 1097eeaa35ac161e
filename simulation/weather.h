// The weather outside, by place, time and seed.
#pragma once

#include "calendar/sun.h"
#include "calendar/zone.h"
#include "simulation/chance.h"

namespace hearth::simulation {

/// Grams of water that a cubic metre of air can hold, by Magnus' formula (WMO Guide to Instruments, annex 4.B).
double saturation_g_m3(double celsius);

struct Sky {
  double temperature = 10;  ///< °C
  double moisture = 7;      ///< g/m³
  double cloud = 0.5;       ///< 0 to 1
  calendar::SunPosition sun;
  double direct_w_m2 = 0, diffuse_w_m2 = 0;  ///< on level ground
  double humidity() const { return 100 * moisture / saturation_g_m3(temperature); }
  double lux() const { return 110 * (direct_w_m2 + diffuse_w_m2); }
};

/// A year of temperate climate: seasons, the day's course, fronts that pass in days, clouds that pass in hours.
class Weather {
 public:
  static constexpr Duration kStep = std::chrono::minutes(10);

  Weather(const calendar::Place& place, uint64_t seed);
  /// The sky of this instant; call it at steps of kStep.
  void step(Time now);
  const Sky& sky() const { return sky_; }
  /// What falls on a square metre of a wall that faces that way, W.
  double on_wall_w_m2(double facing_deg) const;

 private:
  calendar::Place place_;
  Chance chance_;
  double front_ = 0, clouds_ = 0, dryness_ = 0;  ///< drawn back to 0, deviation 1
  Sky sky_;
};

}  // namespace hearth::simulation
