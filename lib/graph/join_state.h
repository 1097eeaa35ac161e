// What the graph needs to know of a join: whose wakes are its own.
#pragma once

#include <string>
#include <string_view>

#include "graph/node.h"

namespace hearth::graph {

class JoinState : public Receiver {
 public:
  JoinState(const JoinState&) = delete;
  JoinState& operator=(const JoinState&) = delete;
  /// Handles the wake and returns true in `mine` when the key is one that it armed.
  virtual Result<void> wake(std::string_view key, Context& context, bool& mine) = 0;

 protected:
  explicit JoinState(Node* node) { node->joins_.push_back(this); }
  ~JoinState() = default;
};

/// A node's wake: goes to the join that armed it, else to Node::wake.
Result<void> wake_node(Node& node, std::string_view key, Time due, Context& context);

}  // namespace hearth::graph
