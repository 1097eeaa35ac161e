// Whether a time was read as it was meant.
#pragma once

#include "score/report/score.h"
#include "score/time/time_rows.h"

namespace hearth::score {

/// Right is exact: the same beginning, the same end where one is expected, the same grain, the same occurrences of what
/// comes again (the first 100), and no question. Not told apart: second, minute and hour as the grain of a clock time
/// ("at six" begins at the same moment by either, and ends with it), and two ways to write a rule with the same
/// occurrences. A length is right when its seconds are. A time "until" may be expected as the moment alone or from now
/// to it. "ask": right when the reading has other moments to ask for. Asked: asked although it was clear; missed: no
/// reading.
Outcome judge_time(const TimeRow& row, const std::optional<flow::When>& read);

/// "2026-11-18 18:30 to 18:31, minute", for people; in the zone of the row.
std::string describe(const TimeRow& row, const std::optional<flow::When>& read);

}  // namespace hearth::score
