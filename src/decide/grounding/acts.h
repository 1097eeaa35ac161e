// What a step amounts to in words: what is said when it is done, and what is asked before it.
#pragma once

#include <string_view>
#include <vector>

#include "decide/draft.h"

namespace hearth::decide {

/// Phrase keys of one act.
struct Act {
  std::string_view done;     ///< "Locked the front door."
  std::string_view confirm;  ///< "Should I lock the front door?"
  bool operator==(const Act&) const = default;
};

Act act_of(const flow::Set& set);

/// One phrase for each act among the Sets of `steps`, its things gathered, in the order of their first step.
std::vector<flow::Phrase> done_phrases(const std::vector<flow::Step>& steps);
/// What is asked before these Sets are carried out: of the first act alone, or of all of them together.
flow::Phrase confirm_phrase(const std::vector<flow::Step>& steps);

}  // namespace hearth::decide
