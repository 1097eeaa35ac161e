// Attribution as a node of the house.
#pragma once

#include "flow/actuation.h"
#include "flow/observation.h"
#include "graph/node.h"
#include "memory/present.h"
#include "sense/attribution/changes.h"

namespace hearth::sense {

/// On the house. In: every Observation, once it is folded into `present` and `changes`, which must outlive the node.
/// Out: an Actuation for each that changed what could be set.
struct AttributionNode : graph::Node {
  graph::In<flow::Observation> observation{this, "observation", &AttributionNode::attribute};
  graph::Out<flow::Actuation> actuation{this, "actuation"};

  AttributionNode(const memory::Present& present, const Changes& changes);

 private:
  Result<void> attribute(const flow::Observation& seen, graph::Context& context);

  const memory::Present& present_;
  const Changes& changes_;
};

}  // namespace hearth::sense
