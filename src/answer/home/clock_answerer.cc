#include "answer/home/clock_answerer.h"

#include "calendar/civil.h"

namespace hearth::answer {

bool answer_from_clock(const flow::Request& request, Time now, const calendar::Zone& zone, flow::Answer& answer) {
  if (!request.question) return false;
  const bool time = request.question->kind == "time";
  if (!time && request.question->kind != "date") return false;
  const std::string civil = calendar::to_string(zone.to_civil(now));
  answer.value = civil;
  answer.words = {time ? "clock.time" : "clock.date", {{"clock", civil}}};
  answer.confidence = 0.95F;
  return true;
}

}  // namespace hearth::answer
