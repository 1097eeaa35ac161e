// Whether what the house did is what was expected.
#pragma once

#include <string>

#include "flow/plan.h"
#include "score/report/score.h"
#include "score/understanding/expectation.h"

namespace hearth::score {

/// `wrong_action`: a Set or promise was carried out that the expectation does not name; never excused.
struct Judgement {
  Outcome outcome = Outcome::Missed;
  bool wrong_action = false;
  std::string got;  ///< one line: what the house did and said
};

/// `plan`: null when none came. `words`: all that the house said to it. Steps behind an Ask wait for the reply and do
/// not count as done.
Judgement judge(const Expectation& expected, const flow::Plan* plan, const std::string& words, const home::Home& home);

/// One line for a person.
std::string describe(const Expectation& expected, const home::Home& home);

/// True when `words` tell what `response` tells: its yes or no, its numbers, its names of `names` and no other ones.
bool tells(const std::string& words, const std::string& response, const std::vector<std::string>& names);

}  // namespace hearth::score
