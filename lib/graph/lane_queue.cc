#include "graph/lane_queue.h"

#include <algorithm>

#include "graph/graph.h"

namespace hearth::graph {

void LaneQueue::admit(Request request, std::vector<Outgoing>& back) {
  if (request.edge == nullptr) {  // a wake: one a key, so the wake table bounds them
    waiting_.emplace(Place{request.envelope.deadline, ++asked_}, std::move(request));
    return;
  }
  Edge& edge = *request.edge;
  if (edge.policy == CoalesceByKey) {
    const auto same = std::find_if(waiting_.begin(), waiting_.end(), [&](const auto& entry) {
      return entry.second.edge == &edge && entry.second.key == request.key;
    });
    if (same != waiting_.end()) {
      edge.measures.coalesced.add();
      end(same, Return::Dropped, std::nullopt, back);
    }
  }
  if (edge.measures.queued.get() >= edge.capacity) {
    edge.measures.dropped.add();
    if (edge.policy == DropNewest || edge.policy == Refuse) {
      std::optional<Error> error;
      if (edge.policy == Refuse)
        error = unavailable("the queue is full and refuses; it holds " + std::to_string(edge.capacity));
      back.push_back({request.node->graph(), make_return(request, Return::Dropped, std::move(error))});
      return;
    }
    end(oldest_of(edge), Return::Dropped, std::nullopt, back);
  }
  edge.measures.queued.add();
  waiting_.emplace(Place{request.envelope.deadline, ++asked_}, std::move(request));
}

std::optional<Request> LaneQueue::next(Time now, Duration steady, std::vector<Outgoing>& back, size_t skip) {
  auto chosen = waiting_.end();
  for (auto at = waiting_.begin(); at != waiting_.end();) {
    const Time deadline = at->first.first;
    Node& node = *at->second.node;
    LaneRecord& record = node.record();
    const NodeState state = node.measures().state.load(std::memory_order_relaxed);
    if (deadline < now) {
      at = end(at, Return::Late, std::nullopt, back);
    } else if (state == NodeState::Off) {
      at = end(at, Return::Failed, unavailable("switched off after it hung in a call", node.name()), back);
    } else if (record.busy) {
      ++at;
    } else if (state == NodeState::Failing && steady < record.retry_at) {
      at = end(at, Return::Failed, unavailable("left alone after failing repeatedly", node.name()), back);
    } else if (deadline != kNever && now + record.mean + 2 * record.spread > deadline) {
      // The estimate shrinks with every request shed, so that one slow run cannot keep a node from ever running again.
      record.mean -= record.mean / 8;
      record.spread -= record.spread / 8;
      at = end(at, Return::Shed, std::nullopt, back);
    } else {
      chosen = at++;
      if (skip-- == 0) break;
    }
  }
  if (chosen == waiting_.end()) return std::nullopt;
  Request request = std::move(chosen->second);
  waiting_.erase(chosen);
  if (request.edge != nullptr) request.edge->measures.queued.set(request.edge->measures.queued.get() - 1);
  request.node->record().busy = true;
  return request;
}

LaneQueue::Waiting::iterator LaneQueue::end(Waiting::iterator at, Return::Fate fate, std::optional<Error> error,
                                            std::vector<Outgoing>& back) {
  const Request& request = at->second;
  if (request.edge != nullptr) request.edge->measures.queued.set(request.edge->measures.queued.get() - 1);
  back.push_back({request.node->graph(), make_return(request, fate, std::move(error))});
  return waiting_.erase(at);
}

LaneQueue::Waiting::iterator LaneQueue::oldest_of(const Edge& edge) {
  auto oldest = waiting_.end();
  for (auto at = waiting_.begin(); at != waiting_.end(); ++at) {
    if (at->second.edge != &edge) continue;
    if (oldest == waiting_.end() || at->first.second < oldest->first.second) oldest = at;
  }
  CHECK(oldest != waiting_.end());
  return oldest;
}

}  // namespace hearth::graph
