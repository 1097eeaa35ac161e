// Understanding as a node: on a lane, because a sentence may cost more than the house thread has.
#pragma once

#include "base/published.h"
#include "flow/meaning.h"
#include "flow/utterance.h"
#include "graph/node.h"
#include "memory/view.h"
#include "understand/understander.h"

namespace hearth::understand {

/// For Lane::Interactive. In: every Utterance. Out: exactly one Meaning for a final one, also when nothing was
/// understood; none for a partial one. An utterance whose deadline has passed fails with Timeout.
struct UnderstandNode final : graph::Node {
  graph::In<flow::Utterance> utterance{this, "utterance", &UnderstandNode::understand};
  graph::Out<flow::Meaning> meaning{this, "meaning"};

  /// Both must outlive the node; `sentences` may be shared by many houses.
  UnderstandNode(const SentencesByLanguage& sentences, const Published<memory::View>& view, TimeWords times = {});

 private:
  Result<void> understand(const flow::Utterance& said, graph::Context& context);

  const Published<memory::View>& view_;
  Understander understander_;
};

}  // namespace hearth::understand
