// Answers to "what time is it?" and "what day is it?".
#pragma once

#include "calendar/zone.h"
#include "flow/answer.h"
#include "flow/request.h"

namespace hearth::answer {

/// House thread. Fills words, value and confidence; false when the question is of another kind than "time" and "date".
/// `zone`: of the home; what it says there of `now` is the answer.
bool answer_from_clock(const flow::Request& request, Time now, const calendar::Zone& zone, flow::Answer& answer);

}  // namespace hearth::answer
