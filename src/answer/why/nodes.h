// Why as a node: it reads the journal, so it runs on a lane.
#pragma once

#include "answer/why/explainer.h"
#include "base/published.h"
#include "graph/node.h"
#include "memory/view.h"

namespace hearth::answer {

/// For Lane::Interactive. In: every Meaning. Out: exactly one Answer each, `absent` where it does not ask why. Waits at
/// most a second, and until it is asked to stop, for the journal to reach the Meaning.
struct WhyNode final : graph::Node {
  static constexpr const char* kName = "answer.why";  ///< stays the same between versions

  graph::In<flow::Meaning> meaning{this, "meaning", &WhyNode::answer_to};
  graph::Out<flow::Answer> answer{this, "answer"};

  /// `past` may be null where lanes do not run; both must outlive the node.
  WhyNode(const memory::EntryReader* past, const Published<memory::View>& view);

 private:
  Result<void> answer_to(const flow::Meaning& asked, graph::Context& context);

  const memory::EntryReader* past_;
  const Published<memory::View>& view_;
};

}  // namespace hearth::answer
