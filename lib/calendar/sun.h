// Where the sun stands and when it rises, by the method of NOAA's Global Monitoring Laboratory
// (https://gml.noaa.gov/grad/solcalc/calcdetails.html), which follows Jean Meeus, "Astronomical Algorithms", chapters
// 25 and 28. Good to about a minute between 1900 and 2100 below 72 degrees of latitude; less where the sun grazes the
// horizon. Pure functions, thread-safe.
#pragma once

#include <optional>

#include "base/time.h"
#include "calendar/civil.h"
#include "calendar/zone.h"

namespace hearth::calendar {

/// A point on Earth in degrees, north and east positive. Latitude -90 to 90, longitude -180 to 180.
struct Place {
  double latitude = 0;
  double longitude = 0;
};

/// Of the sun's centre, in degrees: elevation above the ideal horizon without refraction, azimuth clockwise from north.
struct SunPosition {
  double elevation = 0;
  double azimuth = 0;
};

SunPosition sun_position(Time time, const Place& place);

/// When the sun's centre passes an elevation on its way up and down. Near the poles there are days without.
struct Crossing {
  enum Kind : unsigned char { RisesAndSets, AlwaysAbove, AlwaysBelow };
  Kind kind = RisesAndSets;
  Time up, down;  ///< meaningful for RisesAndSets alone
};

/// One day's sun.
struct SunDay {
  Time noon;          ///< the sun is highest
  Crossing sun;       ///< sunrise and sunset: the upper edge, with refraction, at -0.833 degrees
  Crossing twilight;  ///< civil dawn and dusk: the centre at -6 degrees
};

/// The sun of the civil day of `date` in `zone`: the culmination next to that day's twelve o'clock, and the crossings
/// around it, which may lie in the neighbouring civil days where clocks and sun are far apart.
SunDay sun_day(const CivilTime& date, const Place& place, const Zone& zone);

enum class SunEvent : unsigned char { Dawn, Sunrise, Noon, Sunset, Dusk };

/// The first such event strictly after `after`; nothing when none comes within 370 days, as at a pole's dawn.
std::optional<Time> next_sun_event(SunEvent event, Time after, const Place& place);

}  // namespace hearth::calendar
