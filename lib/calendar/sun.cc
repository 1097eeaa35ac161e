#include "calendar/sun.h"

#include <cmath>
#include <numbers>

namespace hearth::calendar {
namespace {

constexpr double kHorizon = -0.833;
constexpr double kCivilTwilight = -6.0;
constexpr double kMinutesADay = 1'440.0;

double radians(double degrees) { return degrees * std::numbers::pi / 180.0; }
double degrees(double radians) { return radians * 180.0 / std::numbers::pi; }
double sine(double angle) { return std::sin(radians(angle)); }
double cosine(double angle) { return std::cos(radians(angle)); }

/// To [0, period).
double wrap(double value, double period) { return value - period * std::floor(value / period); }

Duration minutes(double count) { return from_seconds(count * 60.0); }

struct Sun {
  double declination;       ///< degrees
  double equation_of_time;  ///< minutes that the sundial is ahead of mean time
};

/// The sun as seen from the Earth's centre.
Sun sun_at(Time time) {
  const double julian_day = to_seconds(time.time_since_epoch()) / 86'400.0 + 2'440'587.5;
  const double t = (julian_day - 2'451'545.0) / 36'525.0;  // Julian centuries since 2000
  const double mean_longitude = wrap(280.46646 + t * (36'000.76983 + t * 0.0003032), 360.0);
  const double mean_anomaly = 357.52911 + t * (35'999.05029 - t * 0.0001537);
  const double eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
  const double centre = sine(mean_anomaly) * (1.914602 - t * (0.004817 + t * 0.000014)) +
                        sine(2 * mean_anomaly) * (0.019993 - t * 0.000101) + sine(3 * mean_anomaly) * 0.000289;
  const double node = 125.04 - 1'934.136 * t;  // of the Moon's orbit, for nutation
  const double longitude = mean_longitude + centre - 0.00569 - 0.00478 * sine(node);
  const double mean_obliquity = 23.0 + (26.0 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60.0) / 60.0;
  const double obliquity = mean_obliquity + 0.00256 * cosine(node);

  const double tangent = std::tan(radians(obliquity / 2));
  const double y = tangent * tangent;
  const double equation = y * sine(2 * mean_longitude) - 2 * eccentricity * sine(mean_anomaly) +
                          4 * eccentricity * y * sine(mean_anomaly) * cosine(2 * mean_longitude) -
                          0.5 * y * y * sine(4 * mean_longitude) -
                          1.25 * eccentricity * eccentricity * sine(2 * mean_anomaly);
  return {.declination = degrees(std::asin(sine(obliquity) * sine(longitude))),
          .equation_of_time = 4.0 * degrees(equation)};
}

/// Degrees that the sun has gone since it stood highest, -180 to 180.
double hour_angle(Time time, const Sun& sun, double longitude) {
  const double day_us = 86'400e6;
  const double minute_of_day = wrap(static_cast<double>(to_microseconds(time) % 86'400'000'000), day_us) / 60e6;
  const double solar = wrap(minute_of_day + sun.equation_of_time + 4.0 * longitude, kMinutesADay);
  return solar / 4.0 - 180.0;
}

Time settle_on_noon(Time time, double longitude) {
  for (int round = 0; round < 3; ++round) {  // the equation of time moves by half a minute a day: two rounds settle it
    time -= minutes(4.0 * hour_angle(time, sun_at(time), longitude));
  }
  return time;
}

/// The culmination next to `time`; the same to the microsecond from wherever it is looked for.
Time nearest_noon(Time time, double longitude) {
  const Duration shift = minutes(720.0 - 4.0 * longitude);  // of mean noon against midnight in UTC
  const auto day = std::chrono::round<std::chrono::days>(settle_on_noon(time, longitude) - shift);
  return settle_on_noon(Time{day.time_since_epoch() + shift}, longitude);
}

/// Degrees of hour angle at which the sun is at `elevation`; beyond what cosine allows it never is.
struct HalfArc {
  Crossing::Kind kind;
  double angle;
};
HalfArc half_arc(double declination, double latitude, double elevation) {
  const double cosine_of_angle =
      (sine(elevation) - sine(latitude) * sine(declination)) / std::max(1e-12, cosine(latitude) * cosine(declination));
  if (cosine_of_angle < -1) return {Crossing::AlwaysAbove, 180};
  if (cosine_of_angle > 1) return {Crossing::AlwaysBelow, 0};
  return {Crossing::RisesAndSets, degrees(std::acos(cosine_of_angle))};
}

/// The passing of `elevation` before (`side` -1) or after (+1) the culmination.
Crossing::Kind pass(Time noon, const Place& place, double elevation, int side, Time& at) {
  at = noon;
  for (int round = 0; round < 5; ++round) {
    const Sun sun = sun_at(at);
    const HalfArc arc = half_arc(sun.declination, place.latitude, elevation);
    if (arc.kind != Crossing::RisesAndSets) return arc.kind;
    double rest = side * arc.angle - hour_angle(at, sun, place.longitude);
    if (rest > 180) rest -= 360;
    if (rest < -180) rest += 360;
    at += minutes(4.0 * rest);
  }
  return Crossing::RisesAndSets;
}

Crossing crossing(Time noon, const Place& place, double elevation) {
  Crossing result;
  result.kind = pass(noon, place, elevation, -1, result.up);
  if (result.kind == Crossing::RisesAndSets) result.kind = pass(noon, place, elevation, +1, result.down);
  return result;
}

SunDay around(Time noon, const Place& place) {
  return {.noon = noon, .sun = crossing(noon, place, kHorizon), .twilight = crossing(noon, place, kCivilTwilight)};
}

std::optional<Time> event_of(const SunDay& day, SunEvent event) {
  const bool twilight = event == SunEvent::Dawn || event == SunEvent::Dusk;
  const Crossing& line = twilight ? day.twilight : day.sun;
  if (event == SunEvent::Noon) return day.noon;
  if (line.kind != Crossing::RisesAndSets) return std::nullopt;
  return event == SunEvent::Dawn || event == SunEvent::Sunrise ? line.up : line.down;
}

}  // namespace

SunPosition sun_position(Time time, const Place& place) {
  const Sun sun = sun_at(time);
  const double angle = hour_angle(time, sun, place.longitude);
  const double up =
      sine(place.latitude) * sine(sun.declination) + cosine(place.latitude) * cosine(sun.declination) * cosine(angle);
  const double east = -cosine(sun.declination) * sine(angle);
  const double north =
      cosine(place.latitude) * sine(sun.declination) - sine(place.latitude) * cosine(sun.declination) * cosine(angle);
  return {.elevation = degrees(std::asin(std::min(1.0, std::max(-1.0, up)))),
          .azimuth = wrap(degrees(std::atan2(east, north)), 360.0)};
}

SunDay sun_day(const CivilTime& date, const Place& place, const Zone& zone) {
  CivilTime twelve = at_midnight(date);
  twelve.hour = 12;
  return around(nearest_noon(zone.to_utc(twelve), place.longitude), place);
}

std::optional<Time> next_sun_event(SunEvent event, Time after, const Place& place) {
  for (int day = -1; day <= 370; ++day) {
    const Time noon = nearest_noon(after + std::chrono::days{day}, place.longitude);
    const auto at = event_of(around(noon, place), event);
    if (at && *at > after) return at;
  }
  return std::nullopt;
}

}  // namespace hearth::calendar
