#include "simulation/weather.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hearth::simulation {
namespace {

constexpr double kRadian = std::numbers::pi / 180;

/// One step of a walk that is drawn back to zero within `hours` and has deviation 1 in the long run.
double drift(double now, double hours, Chance& chance) {
  const double keep = std::exp(-to_seconds(Weather::kStep) / (hours * 3600));
  return now * keep + std::sqrt(1 - keep * keep) * chance.normal();
}

}  // namespace

double saturation_g_m3(double celsius) {
  const double pressure_pa = 611.2 * std::exp(17.62 * celsius / (243.12 + celsius));
  return 1000 * pressure_pa / (461.5 * (celsius + 273.15));
}

Weather::Weather(const calendar::Place& place, uint64_t seed) : place_(place), chance_(seed, "weather") {
  front_ = chance_.normal();
  clouds_ = chance_.normal();
}

void Weather::step(Time now) {
  front_ = drift(front_, 60, chance_);
  clouds_ = drift(clouds_, 9, chance_);
  dryness_ = drift(dryness_, 30, chance_);
  const double days = to_seconds(now.time_since_epoch()) / 86400;
  const double year = std::cos(2 * std::numbers::pi * (days - 200) / 365.2425) * (place_.latitude < 0 ? -1 : 1);
  // The sun's own time of day, so that no zone is needed: three in the afternoon is warmest.
  const double day = std::cos(2 * std::numbers::pi * (days + place_.longitude / 360 - 15.0 / 24));
  sky_.cloud = 1 / (1 + std::exp(-1.6 * clouds_ - 0.4));
  sky_.temperature = 9.5 + 9 * year + 3.4 * front_ + day * (2.2 + 3.5 * (1 - sky_.cloud) * (1 + 0.4 * year));
  const double humidity = std::clamp(76 - 16 * day * (1 - 0.5 * sky_.cloud) - 6 * year - 9 * dryness_, 28.0, 99.0);
  sky_.moisture = saturation_g_m3(sky_.temperature) * humidity / 100;
  sky_.sun = calendar::sun_position(now, place_);
  const double height = std::sin(std::max(sky_.sun.elevation, 0.0) * kRadian);
  // Haurwitz' clear sky for all that arrives; clouds take the direct part first.
  const double clear = height > 0 ? 1098 * height * std::exp(-0.057 / std::max(height, 0.01)) : 0;
  sky_.direct_w_m2 = 0.8 * clear * std::pow(1 - sky_.cloud, 1.5);
  sky_.diffuse_w_m2 = clear * (0.2 + 0.15 * std::sin(std::numbers::pi * sky_.cloud));
  // Twilight.
  if (sky_.sun.elevation < 3 && sky_.sun.elevation > -6) {
    sky_.diffuse_w_m2 = std::max(sky_.diffuse_w_m2, 3 * std::pow(10, (sky_.sun.elevation - 3) / 3));
  }
}

double Weather::on_wall_w_m2(double facing_deg) const {
  const double elevation = std::max(sky_.sun.elevation, 0.0) * kRadian;
  const double across = std::cos((sky_.sun.azimuth - facing_deg) * kRadian);
  const double height = std::max(std::sin(elevation), 0.05);
  const double direct = std::max(0.0, across) * std::cos(elevation) * sky_.direct_w_m2 / height;
  return std::min(direct, 900.0) + 0.5 * sky_.diffuse_w_m2;
}

}  // namespace hearth::simulation
