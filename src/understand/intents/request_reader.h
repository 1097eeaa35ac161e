// From a parse to a request: intents by their own names, values in canonical units, questions by kind.
#pragma once

#include <string_view>

#include "understand/grammar/parse.h"
#include "understand/intents/mention.h"

namespace hearth::understand {

/// A request without its targets, and whom it is about. `wild`: open text decides what it means, so it is less sure.
struct Wanted {
  flow::Request request;
  Mention mention;
  bool wild = false;
};

/// Intent None when the sentence's intent is none that Hearth knows. `sentence`: what was said, for questions.
/// Units: those of flow::Request (percent, °C, K, "#rrggbb", hours, minutes, seconds).
Wanted read_request(const Parse& parse, std::string_view sentence);

/// For a request that was not said as a whole, but follows from what was said before: what Home Assistant replies to
/// the sentence ("it turned on") says too little then. Only its own intents have such replies.
void forget_reply(flow::Request& request);

}  // namespace hearth::understand
