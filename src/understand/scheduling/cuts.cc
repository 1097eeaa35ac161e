#include "understand/scheduling/cuts.h"

#include <algorithm>
#include <optional>

namespace hearth::understand {
namespace {

using flow::When;

constexpr size_t kMostTimes = 6;  // a sentence with more of them says nothing that could be meant

bool is_gap(char c) { return c == ' ' || c == ',' || c == '\t' || c == '\n'; }

/// Without the gap that a cut left at the ends, and with single spaces within.
std::string tidy(std::string_view text) {
  std::string result;
  bool gap = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n';
    if (blank && (gap || result.empty())) continue;
    if (result.empty() && is_gap(c)) continue;
    gap = blank;
    result += c;
  }
  while (!result.empty() && is_gap(result.back())) result.pop_back();
  return result;
}

bool lasts(const When& when) { return when.role == When::For || when.role == When::Until; }
bool begins(const When& when) { return when.role == When::At || when.role == When::After; }

/// "At seven" and "for half an hour" are from seven to half past.
When from_to(const When& beginning, const When& end, Time now) {
  When both = beginning;
  both.role = When::Between;
  if (beginning.role == When::After) both.from = now + from_seconds(beginning.seconds);
  both.to = end.role == When::For ? both.from + from_seconds(end.seconds) : flow::moment_of(end);
  both.seconds = 0;
  both.spoken = beginning.spoken + " " + end.spoken;
  return both;
}

std::optional<When> together(const SpokenTime& a, const SpokenTime& b, Time now) {
  if (is_now(a.when, now) && lasts(b.when)) return b.when;
  if (is_now(b.when, now) && lasts(a.when)) return a.when;
  if (begins(a.when) && lasts(b.when)) return from_to(a.when, b.when, now);
  if (begins(b.when) && lasts(a.when)) return from_to(b.when, a.when, now);
  return std::nullopt;
}

/// What is left of a sentence without these stretches, which are in order.
std::string without(std::string_view text, const std::vector<std::pair<size_t, size_t>>& spans) {
  std::string rest;
  size_t from = 0;
  for (const auto& [first, last] : spans) {
    rest += std::string(text.substr(from, first - from)) + " ";
    from = last;
  }
  return tidy(rest + std::string(text.substr(from)));
}

}  // namespace

bool is_now(const When& when, Time now) {
  const bool moment = when.role == When::At && when.grain == When::Second && when.recurrence.empty();
  return moment && when.seconds == 0 && when.from <= now && when.from + from_seconds(1) > now;
}

std::vector<SpokenTime> TimeWords::in(std::string_view text, std::string_view language, Time now) const {
  return find ? find(text, language, now, zone) : std::vector<SpokenTime>{};
}

std::vector<Cut> cuts(std::string_view text, std::string_view language, Time now, const TimeWords& words) {
  std::vector<SpokenTime> times = words.in(text, language, now);
  if (times.size() > kMostTimes) times.resize(kMostTimes);
  std::vector<Cut> found;
  const auto add = [&](const std::vector<std::pair<size_t, size_t>>& spans, const When& when) {
    std::string rest = without(text, spans);
    if (!rest.empty()) found.push_back({std::move(rest), when, tidy(text.substr(0, spans.front().first)).empty()});
  };
  for (const SpokenTime& one : times) add({{one.first, one.last}}, one.when);
  for (size_t i = 0; i < times.size(); ++i) {
    for (size_t j = i + 1; j < times.size(); ++j) {
      const SpokenTime& first = times[i].first < times[j].first ? times[i] : times[j];
      const SpokenTime& second = times[i].first < times[j].first ? times[j] : times[i];
      if (first.last > second.first) continue;
      const std::optional<When> both = together(first, second, now);
      if (both) add({{first.first, first.last}, {second.first, second.last}}, *both);
    }
  }
  if (times.size() < 2 || !words.gather) return found;
  const std::optional<ScatteredTime> scattered = words.gather(text, language, now, words.zone);
  if (scattered && scattered->spans.size() > 1) add(scattered->spans, scattered->when);
  return found;
}

}  // namespace hearth::understand
