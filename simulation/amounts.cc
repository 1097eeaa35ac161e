#include "simulation/amounts.h"

#include <charconv>
#include <cmath>

namespace hearth::simulation {

Result<double> parse_amount(std::string_view text, std::string_view unit, double low, double high) {
  double number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view found(end, static_cast<size_t>(text.data() + text.size() - end));
  if (problem != std::errc() || found != unit || !std::isfinite(number) || number < low || number > high) {
    const auto shown = [](double bound) { return std::to_string(static_cast<int64_t>(bound)); };
    return invalid("expected " + shown(low) + " to " + shown(high) + std::string(unit.empty() ? "" : " ") +
                   std::string(unit) + " written as one word, found '" + std::string(text) + "'");
  }
  return number;
}

Result<double> parse_share(std::string_view text) { return TRY(parse_amount(text, "%", 0, 100)) / 100; }

Result<Span> parse_span(std::string_view text) {
  const size_t dots = text.find("..");
  Span span;
  span.low = TRY(parse_duration(text.substr(0, dots)));
  span.high = dots == std::string_view::npos ? span.low : TRY(parse_duration(text.substr(dots + 2)));
  if (span.high < span.low) return invalid("expected the shorter time first, found '" + std::string(text) + "'");
  return span;
}

Result<Duration> parse_time_of_day(std::string_view text) {
  const auto digit = [&](size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  if (text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4)) {
    const int hour = (text[0] - '0') * 10 + text[1] - '0';
    const int minute = (text[3] - '0') * 10 + text[4] - '0';
    if (hour < 24 && minute < 60) return Duration(std::chrono::hours(hour) + std::chrono::minutes(minute));
  }
  return invalid("expected a time of day such as 06:40, found '" + std::string(text) + "'");
}

Result<double> take_amount(LineReader& words, std::string_view unit, double low, double high) {
  return parse_amount(TRY(words.plain("a number" + std::string(unit.empty() ? "" : " of ") + std::string(unit))), unit,
                      low, high);
}

Result<Span> take_span(LineReader& words) {
  return parse_span(TRY(words.plain("a length of time such as 10m or 10m..20m")));
}

}  // namespace hearth::simulation
