// Answers to questions about the weather as it is now.
#pragma once

#include "answer/home/state_reader.h"
#include "flow/answer.h"
#include "flow/request.h"

namespace hearth::answer {

/// House thread. Fills words, assumptions, value, evidence and confidence; false when the question is of another kind
/// than "weather", "outside", "wind", "pressure", "uv" and "forecast". It reads the request's targets: weather
/// entities, whose Text is Home Assistant's word for the sky ("partlycloudy"), or sensors that stand outdoors. What
/// nothing measures is said not to be known. `stale_after`: a report older than that is told with its age.
bool answer_from_weather(const flow::Request& request, const memory::Present& present, Time now, Duration stale_after,
                         flow::Answer& answer);

}  // namespace hearth::answer
