#include "understand/dialogue/recent.h"

#include <algorithm>

namespace hearth::understand {

Recent recent_of(const memory::Conversation* conversation, Time now) {
  if (conversation == nullptr || conversation->last == Time{}) return {};
  if (conversation->last + kFollowedFor < now) return {};
  return {conversation->requests, conversation->targets, conversation->before,
          conversation->together, conversation->plan,    conversation->wanted};
}

Recent after(const Recent& before, const std::vector<flow::Request>& said) {
  Recent recent;
  recent.acts = said;
  recent.plan = before.plan;
  recent.before = before.targets;
  for (const flow::Request& request : said) {
    recent.targets.insert(recent.targets.end(), request.targets.begin(), request.targets.end());
  }
  std::ranges::sort(recent.targets);
  recent.targets.erase(std::unique(recent.targets.begin(), recent.targets.end()), recent.targets.end());
  return recent;
}

}  // namespace hearth::understand
