#include "score/dialogue/followup_scorer.h"

#include "score/dialogue/effects.h"
#include "score/dialogue/talk_lines.h"
#include "score/report/tally.h"

namespace hearth::score {
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
  Tally tally(std::string(name()), path);
  TRY(for_each_talk(files_, path, options, {"turns"}, [&](const TalkLine& line, DialogueHouse& house) {
    const Everything first = house.shown();
    const std::string category = line.body.value("category", std::string("none"));
    std::string said;
    bool opening = true;
    for (const Json& turn : line.body["turns"]) {
      const std::string text = turn.value("text", std::string());
      const Everything before = house.shown();
      const Answered answered = house.say(text, line.language);
      const Outcome outcome = judge_turn(turn.value("expect", Json("nothing")), answered, first, before, house.home());
      said += (opening ? "" : " / ") + text;
      if (std::exchange(opening, false)) {
        tally.add_to("turn", "first (not counted)", outcome);
        continue;
      }
      tally.add(outcome, answered.microseconds,
                {{"half", half_of(line)}, {"language", line.language}, {"category", category}});
      if (outcome == Outcome::Right) continue;
      tally.failed({line.id + ": " + said, turn.value("expect", Json()).dump(), describe(answered, house.home())});
    }
  }));
  return std::move(tally).finish();
}

}  // namespace hearth::score
