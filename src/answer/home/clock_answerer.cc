#include "answer/home/clock_answerer.h"

namespace hearth::answer {

bool answer_from_clock(const flow::Request& request, Time now, const calendar::Zone& zone, flow::Answer& answer) {
  if (!request.question || (request.question->kind != "time" && request.question->kind != "date")) return false;
  const calendar::CivilTime civil = zone.to_civil(now);
  answer.confidence = 0.99F;
  answer.value = calendar::to_string(civil);
  answer.head.because.push_back({flow::Faculty::StateQuestion, {"because.clock", {}}, {}, answer.confidence});
  if (request.question->kind == "time") {
    answer.words = {"clock.time",
                    {{"hour", static_cast<double>(civil.hour)}, {"minute", static_cast<double>(civil.minute)}}};
  } else {
    answer.words = {"clock.date",
                    {{"weekday", static_cast<double>(calendar::weekday(civil))},
                     {"day", static_cast<double>(civil.day)},
                     {"month", static_cast<double>(civil.month)},
                     {"year", static_cast<double>(civil.year)}}};
  }
  answer.words.with.emplace_back("clock", calendar::to_string(civil));
  return true;
}

}  // namespace hearth::answer
