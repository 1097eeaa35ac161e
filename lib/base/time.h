// The one representation of an instant: UTC, microseconds since 1970. Civil time lives in lib/calendar.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth {

using Duration = std::chrono::microseconds;
using Time = std::chrono::sys_time<Duration>;

inline constexpr Time kNever = Time::max();  ///< a deadline or wake that does not come

constexpr int64_t to_microseconds(Time time) { return time.time_since_epoch().count(); }
constexpr Time from_microseconds(int64_t value) { return Time{Duration{value}}; }
constexpr double to_seconds(Duration duration) { return std::chrono::duration<double>(duration).count(); }
constexpr Duration from_seconds(double seconds) { return Duration{static_cast<int64_t>(seconds * 1e6)}; }

/// "2026-11-22T19:00:00.250Z"; the fraction only where there is one.
std::string to_iso8601(Time time);
/// Reads what to_iso8601 writes, and a numeric zone offset in place of Z.
Result<Time> parse_iso8601(std::string_view text);

}  // namespace hearth
