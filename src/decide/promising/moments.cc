#include "decide/promising/moments.h"

namespace hearth::decide {

Arguments moment(Time at, std::string_view rule, Time now, const calendar::Zone& zone) {
  const calendar::CivilTime civil = zone.to_civil(at);
  const int64_t days = calendar::day_number(civil) - calendar::day_number(zone.to_civil(now));
  Arguments with{{"clock", calendar::to_string(civil)}, {"days", static_cast<double>(days)}};
  with.emplace_back("rule", std::string(rule));
  return with;
}

bool is_length(const flow::When& when) { return when.role == flow::When::After || when.role == flow::When::For; }

Time due_of(const flow::When& when, Time now) {
  return is_length(when) ? now + from_seconds(when.seconds) : flow::moment_of(when);
}

bool is_vague(const flow::When& when) {
  const bool at = when.role == flow::When::At || when.role == flow::When::Until;
  return at && when.grain >= flow::When::PartOfDay;
}

std::optional<flow::Ask> ask_when(const flow::Request& request, std::string_view key, Time now, Time until,
                                  const calendar::Zone& zone) {
  const std::optional<flow::When>& when = request.when;
  if (when && when->others.empty() && !is_vague(*when)) return std::nullopt;
  flow::Ask ask;
  ask.hole = request;
  ask.slot = "when";
  ask.until = until;
  if (!when || when->others.empty()) {
    ask.words = phrase(key);
    if (when && !when->spoken.empty()) {
      ask.words =
          phrase(when->grain <= flow::When::Day ? "ask.time_of_day" : "ask.when_within", {{"spoken", when->spoken}});
    }
    return ask;
  }
  std::vector<Time> times{flow::moment_of(*when)};
  times.insert(times.end(), when->others.begin(), when->others.end());
  ask.words = phrase("ask.which_time");
  for (const Time time : times) {
    ask.choices.push_back(phrase("choice.time", moment(time, {}, now, zone)));
    ask.words.with.emplace_back("clock", calendar::to_string(zone.to_civil(time)));
    ask.words.with.emplace_back("days", moment(time, {}, now, zone)[1].second);
  }
  return ask;
}

flow::Promise promise_for(flow::Promise::Kind kind, const flow::When& when, Time now, const calendar::Zone& zone) {
  flow::Promise promise;
  promise.kind = kind;
  promise.due = due_of(when, now);
  if (is_length(when)) promise.seconds = when.seconds;
  promise.recurrence = when.recurrence;
  promise.zone = when.zone.empty() ? zone.name() : when.zone;
  return promise;
}

}  // namespace hearth::decide
