// How risky steps are, and whether they may be taken on these words by this person.
#pragma once

#include "decide/draft.h"
#include "decide/safety/speaker.h"

namespace hearth::decide {

/// Of the direction that the Set goes: unlocking is Secure, locking is not. `heat_above`: °C, see Settings.
home::Tier tier_of(const flow::Set& set, const home::Home& home, double heat_above);
/// Of the riskiest step, promises counting as what they come to; Harmless when there is none.
home::Tier tier_of(const std::vector<flow::Step>& steps, const home::Home& home, double heat_above);

/// "Turn everything off": things of several kinds, and no name, room, floor or kind was said.
bool means_everything(const flow::Request& request, const home::Home& home);

struct Judgement {
  enum Verdict : uint8_t { Allowed, Confirm, Refused };
  Verdict verdict = Allowed;
  home::Tier tier = home::Tier::Harmless;
  flow::Because because;
};

/// A Secure step needs a permitted person, and the act in explicit words or a yes to exactly this; else it is Refused,
/// or has to be confirmed. `explicit_words`: of the request that the steps follow from.
Judgement judge(const std::vector<flow::Step>& steps, bool explicit_words, bool everything, const Speaker& speaker,
                const home::Home& home, const Settings& settings);

}  // namespace hearth::decide
