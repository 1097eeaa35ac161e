#include "decide/interruption/interruption.h"

#include <cstdio>

#include "base/json.h"

namespace hearth::decide {
namespace {

using flow::Faculty;

int minutes_of(const Json& text) {
  int hour = 0, minute = 0;
  if (!text.is_string() || std::sscanf(text.get_ref<const std::string&>().c_str(), "%2d:%2d", &hour, &minute) != 2)
    return -1;
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? hour * 60 + minute : -1;
}

/// Nothing when no entity tells who is awake.
std::optional<bool> anybody_awake(const memory::Present& present) {
  std::optional<bool> awake;
  for (const home::Entity& entity : present.home()->entities) {
    const home::Value& value = present.state(entity.id, home::Capability::Awake).value;
    if (const bool* yes = std::get_if<bool>(&value)) awake = awake.value_or(false) || *yes;
  }
  return awake;
}

Time end_of(const QuietHours& hours, Time now, const calendar::Zone& zone) {
  calendar::CivilTime end = zone.to_civil(now);
  const int minute = end.hour * 60 + end.minute;
  if (minute >= hours.to) end = calendar::add_days(end, 1);
  end.hour = hours.to / 60;
  end.minute = hours.to % 60;
  end.second = 0;
  return zone.to_utc(end);
}

}  // namespace

QuietHours quiet_hours(const memory::LexiconView& lexicon) {
  for (const flow::Lesson& lesson : lexicon.lessons) {
    if (lesson.kind != flow::Lesson::Setting || lesson.stage != flow::Lesson::Active) continue;
    const Result<Json> body = parse_json(lesson.body, "a setting");
    if (!body.ok() || !body->is_object() || body->value("name", Json()) != "quiet_hours") continue;
    const Json value = body->value("value", Json::object());
    if (!value.is_object()) continue;
    const int from = minutes_of(value.value("from", Json()));
    const int to = minutes_of(value.value("to", Json()));
    if (from >= 0 && to >= 0) return {from, to};
  }
  return {};
}

bool within(const QuietHours& hours, int minute_of_day) {
  if (hours.from <= hours.to) return minute_of_day >= hours.from && minute_of_day < hours.to;
  return minute_of_day >= hours.from || minute_of_day < hours.to;
}

Interruption weigh(flow::Proposal::Kind kind, bool withdrawn, Time expires, const memory::Present& present,
                   const memory::LexiconView& lexicon, const Settings& settings, Time now) {
  Interruption result;
  if (withdrawn || expires < now) {
    result.verdict = Interruption::Never;
    result.because = because(Faculty::Interruption, phrase(withdrawn ? "because.withdrawn" : "because.expired"));
    return result;
  }
  if (kind == flow::Proposal::Ring) {
    result.because = because(Faculty::Interruption, phrase("because.promised"));
    return result;
  }
  const std::optional<bool> awake = anybody_awake(present);
  if (awake == false) {
    result.verdict = Interruption::Later;
    result.because = because(Faculty::Interruption, phrase("because.nobody_awake"));
    return result;
  }
  const QuietHours hours = quiet_hours(lexicon);
  const calendar::CivilTime civil = settings.zone.to_civil(now);
  if (hours.from != hours.to && within(hours, civil.hour * 60 + civil.minute)) {
    result.verdict = Interruption::Later;
    result.again = end_of(hours, now, settings.zone);
    result.because = because(Faculty::Interruption, phrase("because.quiet_hours"));
    return result;
  }
  result.because = because(Faculty::Interruption, phrase("because.good_moment"));
  return result;
}

std::optional<flow::LessonId> promoted_by(const flow::Proposal& proposal, const memory::LexiconView& lexicon) {
  if (proposal.kind != flow::Proposal::Routine) return std::nullopt;
  for (const flow::Because& reason : proposal.head.because) {
    for (const flow::Evidence& evidence : reason.evidence) {
      if (evidence.kind != flow::Evidence::Learned) continue;
      for (const flow::Lesson& lesson : lexicon.lessons) {
        const bool routine = lesson.kind == flow::Lesson::Routine && lesson.stage == flow::Lesson::Active;
        if (routine && lesson.lesson.value == evidence.id) return lesson.lesson;
      }
    }
  }
  return std::nullopt;
}

}  // namespace hearth::decide
