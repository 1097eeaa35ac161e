// Answers to questions about timers and lists.
#pragma once

#include "calendar/zone.h"
#include "flow/answer.h"
#include "flow/request.h"
#include "memory/promises.h"

namespace hearth::answer {

/// House thread. Fills words, value, evidence and confidence; false when the question is of another kind than "timers",
/// "list", "alarms", "reminders", "errands" (commands put off) or "next". `zone`: of the home. A timer that is meant is
/// found by its name or by the length it was started with.
bool answer_from_promises(const flow::Request& request, const memory::Promises& promises, Time now,
                          const calendar::Zone& zone, flow::Answer& answer);

}  // namespace hearth::answer
