// What was done or said last in a conversation: what "it", "the other one" and "and in the kitchen?" follow.
#pragma once

#include <vector>

#include "flow/request.h"
#include "memory/conversations.h"

namespace hearth::understand {

/// Empty when nothing was done there lately.
struct Recent {
  std::vector<flow::Request> acts;
  std::vector<home::EntityId> targets;   ///< what "it" and "them" are
  std::vector<home::EntityId> before;    ///< what they were before that, in the same talk
  std::vector<home::EntityId> together;  ///< what the same was said of, one turn after the other
  flow::MessageId plan;                  ///< that did it; none within one sentence
  flow::MessageId turn;                  ///< the Meaning that `acts` are of; none within one sentence
  bool empty() const { return acts.empty() && targets.empty(); }
};

/// How long few words still follow what was done.
inline constexpr Duration kFollowedFor = std::chrono::minutes(2);

/// Of a conversation as it is at `now`; empty when it is null or too long ago.
Recent recent_of(const memory::Conversation* conversation, Time now);

/// Within one sentence: the part before, on top of what went before the sentence.
Recent after(const Recent& before, const std::vector<flow::Request>& said);

}  // namespace hearth::understand
