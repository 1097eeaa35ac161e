// Amounts as people write them in homes and residents: "900lm", "85%", "5m..20m", "06:40".
#pragma once

#include <string_view>

#include "simulation/chance.h"
#include "simulation/line.h"

namespace hearth::simulation {

/// A number with exactly this unit behind it, from `low` to `high`. Errors: InvalidInput.
Result<double> parse_amount(std::string_view text, std::string_view unit, double low, double high);
/// "85%" as 0.85; from 0 to 100.
Result<double> parse_share(std::string_view text);
/// "10m" or "10m..25m". Errors: InvalidInput.
Result<Span> parse_span(std::string_view text);
/// "06:40" as the time since midnight. Errors: InvalidInput.
Result<Duration> parse_time_of_day(std::string_view text);

/// The next word of a line, read by one of the above.
Result<double> take_amount(LineReader& words, std::string_view unit, double low, double high);
Result<Span> take_span(LineReader& words);

}  // namespace hearth::simulation
