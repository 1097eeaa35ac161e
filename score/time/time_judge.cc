#include "score/time/time_judge.h"

#include <fmt/format.h>

#include <cmath>

#include "calendar/recurrence.h"
#include "flow/fields.h"

namespace hearth::score {
namespace {

using flow::When;

bool same_grain(When::Grain a, When::Grain b) { return a == b || (a <= When::Hour && b <= When::Hour); }

std::vector<Time> occurrences(const std::string& rule, Time from, const calendar::Zone& zone) {
  constexpr size_t kCount = 100;
  std::vector<Time> out;
  const auto parsed = calendar::Recurrence::parse(rule);
  if (!parsed) return out;
  Time after = from - Duration(1);
  while (out.size() < kCount) {
    const auto next = parsed->next_after(after, zone.to_civil(from), zone);
    if (!next) break;
    out.push_back(*next);
    after = *next;
  }
  return out;
}

bool same_rule(const TimeRow& row, const When& read) {
  if (row.expect.recurrence.empty() || read.recurrence.empty()) {
    return row.expect.recurrence.empty() == read.recurrence.empty();
  }
  const auto wanted = occurrences(row.expect.recurrence, row.expect.from, row.zone);
  return !wanted.empty() && wanted == occurrences(read.recurrence, read.from, row.zone);
}

bool is_right(const TimeRow& row, const When& read) {
  const ExpectedTime& expect = row.expect;
  if (expect.seconds != 0) {
    const bool length = read.role == When::For || read.role == When::After;
    return length && std::abs(read.seconds - expect.seconds) < 0.5 && read.recurrence.empty();
  }
  if (!same_rule(row, read) || !same_grain(expect.grain, read.grain) || read.role == When::For) return false;
  if (read.role == When::Until && !expect.to) return read.to == expect.from;
  const bool moment = read.role == When::At && expect.grain <= When::Hour && expect.to &&
                      *expect.to - expect.from <= std::chrono::hours(1);
  return read.from == expect.from && (!expect.to || moment || read.to == *expect.to);
}

std::string shown(Time time, const calendar::Zone& zone) { return calendar::to_string(zone.to_civil(time)); }

}  // namespace

Outcome judge_time(const TimeRow& row, const std::optional<When>& read) {
  if (!read) return Outcome::Missed;
  if (row.expect.ask) return read->others.empty() ? Outcome::Wrong : Outcome::Right;
  if (!read->others.empty()) return Outcome::Asked;
  return is_right(row, *read) ? Outcome::Right : Outcome::Wrong;
}

std::string describe(const TimeRow& row, const std::optional<When>& read) {
  if (!read) return "nothing";
  std::string out =
      fmt::format("{} {} to {}, {}", flow::Names<When::Role>::list[read->role], shown(read->from, row.zone),
                  shown(read->to, row.zone), flow::Names<When::Grain>::list[read->grain]);
  if (read->seconds != 0) out += fmt::format(", {} s", read->seconds);
  if (!read->recurrence.empty()) out += ", " + read->recurrence;
  for (const Time other : read->others) out += ", or " + shown(other, row.zone);
  return out;
}

}  // namespace hearth::score
