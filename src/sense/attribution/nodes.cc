#include "sense/attribution/nodes.h"

#include "sense/attribution/attributor.h"

namespace hearth::sense {

AttributionNode::AttributionNode(const memory::Present& present, const Changes& changes)
    : Node("sense.attribution"), present_(present), changes_(changes) {}

Result<void> AttributionNode::attribute(const flow::Observation& seen, graph::Context& context) {
  const Change* change = changes_.change(seen.head.id);
  if (change == nullptr) return {};
  if (auto found = sense::attribute(*change, *present_.home())) actuation.send(std::move(*found), context);
  return {};
}

}  // namespace hearth::sense
