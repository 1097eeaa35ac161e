#include "score/dialogue/compound_scorer.h"

#include <filesystem>

#include "score/dialogue/effects.h"
#include "score/dialogue/suite_pairs.h"
#include "score/dialogue/talk_lines.h"
#include "score/report/tally.h"

namespace hearth::score {
namespace {

home::AreaId area_of_speaker(const home::Home& home) {
  return home.devices.empty() ? home::AreaId{} : home.devices.front().area;
}

std::vector<std::vector<TalkGoal>> readings_of(const TalkLine& line, const home::Home& home) {
  std::vector<std::vector<TalkGoal>> readings;
  for (const Json& reading : line.body["frames"]) {
    std::vector<TalkGoal>& goals = readings.emplace_back();
    for (const Json& frame : reading) goals.push_back(goal_of(frame, home, area_of_speaker(home)));
  }
  return readings;
}

}  // namespace

Result<Score> CompoundScorer::run(const std::string& path, const ScoreOptions& options) const {
  if (std::filesystem::is_directory(path)) return score_suite_pairs(files_, path, options, std::string(name()));
  Tally tally(std::string(name()), path);
  TRY(for_each_talk(files_, path, options, {"text", "frames"}, [&](const TalkLine& line, DialogueHouse& house) {
    const Everything first = house.shown();
    const auto text = line.body["text"].get<std::string>();
    const Answered answered = house.say(text, line.language);
    const Outcome outcome = judge(readings_of(line, house.home()), answered, first, first);
    tally.add(outcome, answered.microseconds, {{"half", half_of(line)}, {"language", line.language}});
    if (outcome == Outcome::Right) return;
    tally.failed({line.id + ": " + text, line.body["frames"].dump(), describe(answered, house.home())});
  }));
  return std::move(tally).finish();
}

}  // namespace hearth::score
