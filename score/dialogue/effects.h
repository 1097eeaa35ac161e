// What the acts of the language sets come to in a home, and whether what was done is that.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "score/dialogue/dialogue_house.h"
#include "score/report/score.h"

namespace hearth::score {

/// One act: what has to become of which things. Promises (timers, lists, reminders) have no things.
struct TalkGoal {
  std::string act;
  std::vector<home::EntityId> things;
  bool any = false;                     ///< one of `things` is enough ("the volume" of a room)
  std::vector<home::EntityId> besides;  ///< that may change as well
  Json value;                           ///< as in the set: {amount, unit, relative}, a colour or a word; may be null
  std::string when;                     ///< as said; empty: at once
};

/// The goal of `{act, area?, name?, value?, color?, when?}`, for a speaker in `here`. No things where the home has
/// none.
TalkGoal goal_of(const Json& frame, const home::Home& home, home::AreaId here);
/// The goal of `{act, target, value?, when?}` of a talk: the target is a device's name.
TalkGoal goal_of_target(const Json& expected, const home::Home& home);

/// True when the thing, which showed `before` and `first` before the talk, was set so that the act is done.
bool is_done(const TalkGoal& goal, home::EntityId thing, const Shown& first, const Shown& before, const Shown& after);

/// What one turn did. `all`: right when every goal of some reading is reached and nothing else changed; wrong when
/// anything changed that no reading has; else asked, or missed.
Outcome judge(const std::vector<std::vector<TalkGoal>>& readings, const Answered& answered, const Everything& first,
              const Everything& before);

/// True when a promise of the turn is what the goal's act says.
bool is_promised(const TalkGoal& goal, const Answered& answered);

/// One line for a person: what was carried out and said.
std::string describe(const Answered& answered, const home::Home& home);

}  // namespace hearth::score
