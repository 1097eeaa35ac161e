#include "score/time/time_score.h"

#include <chrono>
#include <map>

#include "score/report/tally.h"
#include "score/time/time_judge.h"
#include "understand/time/time_reader.h"

namespace hearth::score {
namespace {

using understand::TimeReader;

std::string kind_of(const ExpectedTime& expect) {
  if (expect.ask) return "ask";
  if (expect.seconds != 0) return "length";
  if (!expect.recurrence.empty()) return "recurrence";
  return expect.grain <= flow::When::Hour ? (expect.to ? "stretch of hours" : "moment") : "day and longer";
}

std::optional<flow::When> read(const TimeReader& reader, const TimeRow& row) {
  if (auto whole = reader.read(row.text, row.now, row.zone)) return whole;
  auto gathered = reader.gather(row.text, row.now, row.zone);
  return gathered ? std::optional(std::move(gathered->when)) : std::nullopt;
}

}  // namespace

Result<Score> score_times(const std::string& path, const TimeOptions& options) {
  const std::vector<TimeRow> rows = TRY(read_time_rows(path, options.languages));
  std::map<std::string, TimeReader> readers;
  std::map<std::string, size_t> done;
  Tally tally("understanding/time", path);
  for (size_t i = 0; i < rows.size(); ++i) {
    const TimeRow& row = rows[i];
    if (options.limit > 0 && done[row.language] == options.limit) continue;
    ++done[row.language];
    auto found = readers.find(row.language);
    if (found == readers.end()) {
      const std::string rules = options.sentences + "/" + row.language + "/times.rules";
      found = readers.emplace(row.language, TRY(TimeReader::open(rules, row.language))).first;
    }
    const auto start = std::chrono::steady_clock::now();
    const std::optional<flow::When> when = read(found->second, row);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    const Outcome outcome = judge_time(row, when);
    std::vector<std::pair<std::string, std::string>> groups{{"language", row.language},
                                                            {"expected", kind_of(row.expect)}};
    if (!row.half.empty()) groups.emplace_back("half", row.language + " " + row.half);
    tally.add(outcome, took.count(), groups);
    if (outcome != Outcome::Right) {
      tally.failed({row.id + ": " + row.text, row.expect.written, describe(row, when)});
    }
    if (options.progress) options.progress(static_cast<double>(i + 1) / static_cast<double>(rows.size()), row.text);
  }
  return std::move(tally).finish();
}

}  // namespace hearth::score
