// Answers to "what time is it?" and "what day is it?".
#pragma once

#include "calendar/zone.h"
#include "flow/answer.h"
#include "flow/request.h"

namespace hearth::answer {

/// House thread. Fills words, value (the civil time as text) and confidence; false when the question is of
/// another kind than "time" or "date". `zone`: of the home.
bool answer_from_clock(const flow::Request& request, Time now, const calendar::Zone& zone, flow::Answer& answer);

}  // namespace hearth::answer
