#include "graph/shuffled_executor.h"

#include <algorithm>

namespace hearth::graph {

bool ShuffledExecutor::run_one() {
  std::vector<Outgoing> back;
  if (held_.empty() || dice_() % 2 == 0) {
    std::optional<Request> request;
    for (size_t turn = 0, first = dice_(); turn < kLanes && !request; ++turn) {
      LaneQueue& lane = lanes_[(first + turn) % kLanes];
      request = lane.next(clock_.now(), clock_.steady(), back, lane.size() == 0 ? 0 : dice_() % lane.size());
    }
    send(back);
    if (request) {
      held_.emplace_back(request->node, Outgoing{request->node->graph(), run(*request)});
      return true;
    }
  }
  if (held_.empty()) return false;
  const Node* node = held_[dice_() % held_.size()].first;
  const auto first = std::find_if(held_.begin(), held_.end(), [&](const auto& one) { return one.first == node; });
  back.push_back(std::move(first->second));
  held_.erase(first);
  send(back);
  return true;
}

void ShuffledExecutor::detach(const Graph& graph) {
  std::vector<Outgoing> back;
  for (auto& [node, outgoing] : held_) {
    if (outgoing.graph == &graph) back.push_back(std::move(outgoing));
  }
  std::erase_if(held_, [&](const auto& one) { return one.second.graph == &graph; });
  send(back);
  InlineExecutor::detach(graph);
}

}  // namespace hearth::graph
