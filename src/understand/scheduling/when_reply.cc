#include "understand/scheduling/when_reply.h"

#include <algorithm>

namespace hearth::understand {
namespace {

using flow::When;

constexpr size_t kFillers = 14;  // bytes beside the time: "make it", "I mean", "please"
constexpr int64_t kDay = 86'400;

std::vector<Time> all_of(const When& when) {
  std::vector<Time> times{flow::moment_of(when)};
  times.insert(times.end(), when.others.begin(), when.others.end());
  return times;
}

int64_t second_of_day(Time time, const calendar::Zone& zone) {
  const calendar::CivilTime civil = zone.to_civil(time);
  return civil.hour * 3600 + civil.minute * 60 + civil.second;
}

/// Whether the time of day is one that `said` may mean: the same, or within a part of the day.
bool fits(Time time, const When& said, const calendar::Zone& zone) {
  const int64_t of_day = second_of_day(time, zone);
  if (said.grain >= When::Day) return time >= said.from && time < said.to;
  if (said.grain == When::PartOfDay) {
    const int64_t from = second_of_day(said.from, zone);
    const int64_t length = static_cast<int64_t>(to_seconds(said.to - said.from));
    return (of_day - from + kDay) % kDay < length;
  }
  return std::ranges::any_of(all_of(said), [&](Time other) { return second_of_day(other, zone) == of_day; });
}

void settle(std::vector<Time> times, When& when) {
  std::ranges::sort(times);
  times.erase(std::unique(times.begin(), times.end()), times.end());
  flow::set_moment(when, times.front());
  when.others.assign(times.begin() + 1, times.end());
}

/// One of those that were offered.
std::optional<When> chosen(const When& open, const When& said, const calendar::Zone& zone) {
  std::vector<Time> left;
  std::ranges::copy_if(all_of(open), std::back_inserter(left), [&](Time time) { return fits(time, said, zone); });
  if (left.empty()) return std::nullopt;
  When when = open;
  settle(std::move(left), when);
  return when;
}

/// The same time of day, so many hours on, on the day that `open` begins with.
Time placed(Time time, int hours, const When& open, const calendar::Zone& zone) {
  const calendar::CivilTime day = zone.to_civil(open.from);
  calendar::CivilTime civil = zone.to_civil(time);
  civil.year = day.year;
  civil.month = day.month;
  civil.day = day.day;
  civil.hour = (civil.hour + hours) % 24;
  return zone.to_utc(civil);
}

/// A time of day on the day that was named before. "At seven" of "tomorrow evening" is the one in the evening.
When completed(const When& open, const When& said, const calendar::Zone& zone) {
  When when = said;
  when.recurrence = open.recurrence;
  when.zone = open.zone.empty() ? said.zone : open.zone;
  if (open.grain > When::Day) return when;  // "next week": the reply names the day
  std::vector<Time> times;
  for (const int hours : {0, 12}) {
    if (!times.empty() || (hours > 0 && open.grain != When::PartOfDay)) break;
    for (const Time time : all_of(said)) {
      const Time at = placed(time, hours, open, zone);
      if (at >= open.from && at < open.to) times.push_back(at);
    }
  }
  if (times.empty()) return when;
  const Duration length = said.to - said.from;
  settle(std::move(times), when);
  when.to = when.from + length;
  when.dated = true;
  when.spoken = open.spoken + " " + said.spoken;
  return when;
}

}  // namespace

flow::When on_the_same_day(const flow::When& before, const flow::When& said, const calendar::Zone& zone) {
  if (said.dated || said.role != before.role) return said;
  When day = before;
  if (before.dated && before.grain < When::PartOfDay) {
    calendar::CivilTime begin = zone.to_civil(before.from);
    begin.hour = begin.minute = begin.second = 0;
    day.from = zone.to_utc(begin);
    day.to = day.from + std::chrono::hours(24);
    day.grain = When::Day;
  }
  When when = completed(day, said, zone);
  when.spoken = said.spoken;
  return when;
}

std::optional<flow::Request> read_when_reply(std::string_view text, const memory::OpenQuestion& question,
                                             std::string_view language, Time now, const TimeWords& words) {
  const flow::Request& hole = question.ask.hole;
  for (const SpokenTime& one : words.in(text, language, now)) {
    if (one.first + (text.size() - one.last) > kFillers) continue;
    flow::Request filled = hole;
    if (!hole.when) {
      filled.when = one.when;
    } else if (!hole.when->others.empty()) {
      filled.when = chosen(*hole.when, one.when, words.zone);
      if (!filled.when) continue;
    } else {
      filled.when = completed(*hole.when, one.when, words.zone);
    }
    return filled;
  }
  return std::nullopt;
}

}  // namespace hearth::understand
