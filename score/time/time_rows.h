// Lines of times as people say them, each with the moment that is right.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "calendar/zone.h"
#include "flow/when.h"

namespace hearth::score {

/// What is right. `ask`: morning or evening has to be asked. `seconds`: a length, all else is empty.
struct ExpectedTime {
  bool ask = false;
  double seconds = 0;
  Time from;
  std::optional<Time> to;
  flow::When::Grain grain = flow::When::Minute;
  std::string recurrence;
  std::string written;  ///< as it stands in the line, for people
};

struct TimeRow {
  std::string id, language, text, half;  ///< half: which part of a set, "tune" or "held"; may be empty
  Time now;
  calendar::Zone zone;
  ExpectedTime expect;
};

/// One line: {id, language, now, zone, text, expect, half?}; `expect` = {from, to?, grain, recurrence?}, a length "PT…"
/// or "ask"; times in ISO 8601, without an offset those of `zone`. Errors: InvalidInput that names `place` and member.
Result<TimeRow> read_time_row(std::string_view line, const std::string& place);

/// A file, or the files time*.jsonl of a folder; `languages`: only lines of these, all when it is empty.
/// Errors: NotFound; InvalidInput with file and line.
Result<std::vector<TimeRow>> read_time_rows(const std::string& path, const std::vector<std::string>& languages);

/// "PT1H30M", "P2DT4H", "P1W" in seconds. Errors: InvalidInput.
Result<double> read_length(std::string_view text);

}  // namespace hearth::score
