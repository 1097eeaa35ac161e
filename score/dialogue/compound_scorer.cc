#include "score/dialogue/compound_scorer.h"

#include <filesystem>

#include "score/dialogue/effects.h"
#include "score/dialogue/suite_pairs.h"
#include "score/dialogue/talk_lines.h"
#include "score/report/tally.h"

namespace hearth::score {
namespace {

std::string half_of(const TalkLine& line) { return line.number % 2 == 0 ? "even lines" : "odd lines"; }

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
  return run_lines(path, options);
}

Result<Score> CompoundScorer::run_lines(const std::string& path, const ScoreOptions& options) const {
  const std::vector<TalkLine> lines = TRY(read_talk_lines(path, options, {"text", "frames"}));
  const std::unique_ptr<engine::Models> models = TRY(engine::Models::load(files_, languages_of(lines)));
  LineHomes homes(path);
  Tally tally(std::string(name()), path);
  size_t done = 0;
  for (const TalkLine& line : lines) {
    const ScoredHome furnished = TRY(homes.home_of(line));
    const std::unique_ptr<DialogueHouse> house = TRY(DialogueHouse::open(*models, furnished));
    house->say("hmm", line.language);  // its names are ready then, as they are in a house at work
    const Everything first = house->shown();
    const auto text = line.body["text"].get<std::string>();
    const Answered answered = house->say(text, line.language);
    const Outcome outcome = judge(readings_of(line, house->home()), answered, first, first);
    tally.add(outcome, answered.microseconds, {{"half", half_of(line)}, {"language", line.language}});
    if (outcome != Outcome::Right) {
      tally.failed({line.id + ": " + text, line.body["frames"].dump(), describe(answered, house->home())});
    }
    if (options.progress) options.progress(static_cast<double>(++done) / static_cast<double>(lines.size()), text);
  }
  return std::move(tally).finish();
}

namespace {

/// What one turn had to come to.
Outcome judge_turn(const Json& expect, const Answered& answered, const Everything& first, const Everything& before,
                   const home::Home& home) {
  if (expect.is_array()) {
    std::vector<TalkGoal> goals;
    for (const Json& one : expect) goals.push_back(goal_of_target(one, home));
    return judge({goals}, answered, first, before);
  }
  static const std::vector<std::vector<TalkGoal>> kNothing(1);
  const Outcome nothing = judge(kNothing, answered, first, before);  // right: nothing was done
  if (nothing != Outcome::Right) return nothing;
  const std::string wanted = expect.is_string() ? expect.get<std::string>() : std::string();
  const bool asked = answered.plan && answered.plan->verdict == flow::Plan::AskBack;
  if (wanted == "ask") return asked ? Outcome::Right : Outcome::Missed;
  if (wanted == "answer") {
    const bool said = answered.plan && answered.plan->verdict == flow::Plan::Do && !answered.words.empty();
    return said ? Outcome::Right : asked ? Outcome::Asked : Outcome::Missed;
  }
  return Outcome::Right;
}

}  // namespace

Result<Score> FollowUpScorer::run(const std::string& path, const ScoreOptions& options) const {
  const std::vector<TalkLine> lines = TRY(read_talk_lines(path, options, {"turns"}));
  const std::unique_ptr<engine::Models> models = TRY(engine::Models::load(files_, languages_of(lines)));
  LineHomes homes(path);
  Tally tally(std::string(name()), path);
  size_t done = 0;
  for (const TalkLine& line : lines) {
    const ScoredHome furnished = TRY(homes.home_of(line));
    const std::unique_ptr<DialogueHouse> house = TRY(DialogueHouse::open(*models, furnished));
    const Everything first = house->shown();
    const std::string category = line.body.value("category", std::string("none"));
    std::string said;
    size_t turn = 0;
    for (const Json& one : line.body["turns"]) {
      const std::string text = one.value("text", std::string());
      const Everything before = house->shown();
      const Answered answered = house->say(text, line.language);
      const Outcome outcome = judge_turn(one.value("expect", Json("nothing")), answered, first, before, house->home());
      said += (said.empty() ? "" : " / ") + text;
      if (turn++ == 0) {
        tally.add_to("turn", "first (not counted)", outcome);
        continue;
      }
      tally.add(outcome, answered.microseconds,
                {{"half", half_of(line)}, {"language", line.language}, {"category", category}});
      if (outcome != Outcome::Right) {
        tally.failed({line.id + ": " + said, one.value("expect", Json()).dump(), describe(answered, house->home())});
      }
    }
    if (options.progress) options.progress(static_cast<double>(++done) / static_cast<double>(lines.size()), said);
  }
  return std::move(tally).finish();
}

}  // namespace hearth::score
