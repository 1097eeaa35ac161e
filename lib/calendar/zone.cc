#include "calendar/zone.h"

#include <date/tz.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <vector>

namespace hearth::calendar {
namespace {

using std::chrono::seconds;

date::sys_seconds floor_seconds(Time time) { return std::chrono::floor<seconds>(time); }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

/// Up to three zone names that someone who wrote `name` may have meant: the same but for case, or the same last part.
std::vector<std::string> similar(const date::tzdb& database, std::string_view name) {
  const std::string wanted = lower(name);
  const std::string city = wanted.substr(wanted.rfind('/') == std::string::npos ? 0 : wanted.rfind('/') + 1);
  std::vector<std::string> found;
  for (const auto& zone : database.zones) {
    const std::string candidate = lower(zone.name());
    if (!city.empty() && candidate.find(city) != std::string::npos) found.push_back(zone.name());
    if (found.size() == 3) break;
  }
  return found;
}

}  // namespace

Result<Zone> Zone::find(std::string_view name) {
  Zone zone;
  if (name == "UTC") return zone;
  zone.name_ = name;
  try {
    const date::tzdb& database = date::get_tzdb();
    const auto at = std::find_if(database.zones.begin(), database.zones.end(),
                                 [&](const date::time_zone& candidate) { return candidate.name() == name; });
    if (at == database.zones.end()) {
      const auto near = similar(database, name);
      const std::string hint = near.empty() ? "" : fmt::format("; did you mean {}?", fmt::join(near, ", "));
      return not_found(
          fmt::format("no time zone '{}'; expected an IANA name such as Europe/Berlin or UTC{}", name, hint));
    }
    (void)at->get_info(date::sys_seconds{});  // reads the zone's file now, so that what it throws is caught here
    zone.rules_ = &*at;
    return zone;
  } catch (const std::exception& failure) {
    return unavailable(
        fmt::format("time zone '{}' cannot be read: {}; is the package tzdata installed?", name, failure.what()));
  }
}

CivilTime Zone::to_civil(Time time) const {
  return from_civil_seconds((floor_seconds(time).time_since_epoch() + offset(time)).count());
}

Time Zone::to_utc(const CivilTime& time, Ambiguous ambiguous) const {
  const Placement placement = place(time);
  return ambiguous == Ambiguous::Earlier ? placement.earlier : placement.later;
}

Placement Zone::place(const CivilTime& time) const {
  const int64_t local = civil_seconds(time);
  const auto with_offset = [&](seconds offset) { return Time{seconds{local} - offset}; };
  if (!rules_) return {Placement::Unique, with_offset(seconds{0}), with_offset(seconds{0})};
  const date::local_info info = rules_->get_info(date::local_seconds{seconds{local}});
  const Time first = with_offset(info.first.offset);
  switch (info.result) {
    case date::local_info::nonexistent:
      return {Placement::Gap, first, first};
    case date::local_info::ambiguous:
      return {Placement::Overlap, first, with_offset(info.second.offset)};
    default:
      return {Placement::Unique, first, first};
  }
}

seconds Zone::offset(Time time) const { return rules_ ? rules_->get_info(floor_seconds(time)).offset : seconds{0}; }

std::string Zone::abbreviation(Time time) const {
  return rules_ ? rules_->get_info(floor_seconds(time)).abbrev : "UTC";
}

std::optional<Time> Zone::next_transition(Time time) const {
  if (!rules_) return std::nullopt;
  const date::sys_info now = rules_->get_info(floor_seconds(time));
  // tzdata also marks instants at which nothing visible changes; every step goes forward and there are a few hundred.
  constexpr seconds kLast{int64_t{9'000'000'000}};  // year 2255, far behind the last rule and within Time's range
  for (date::sys_seconds at = now.end; at.time_since_epoch() < kLast;) {
    const date::sys_info next = rules_->get_info(at);
    if (next.offset != now.offset || next.abbrev != now.abbrev) return Time{at};
    if (next.end <= at) break;
    at = next.end;
  }
  return std::nullopt;
}

}  // namespace hearth::calendar
