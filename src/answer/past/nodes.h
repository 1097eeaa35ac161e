// Questions about the past as a node: it reads the journal, so it runs on a lane.
#pragma once

#include "base/published.h"
#include "calendar/zone.h"
#include "flow/answer.h"
#include "flow/meaning.h"
#include "graph/node.h"
#include "memory/journal.h"
#include "memory/view.h"

namespace hearth::answer {

/// For Lane::Interactive. In: every Meaning. Out: exactly one Answer each, `absent` where it does not ask for the past:
/// "when was the back door last opened?", "how long has the oven been on?". Waits at most a second for the journal to
/// reach the Meaning. The reports that it stands on are its evidence.
struct PastNode final : graph::Node {
  static constexpr const char* kName = "answer.past";  ///< stays the same between versions

  graph::In<flow::Meaning> meaning{this, "meaning", &PastNode::answer_to};
  graph::Out<flow::Answer> answer{this, "answer"};

  /// `past` may be null where lanes do not run; both must outlive the node. `zone`: of the home.
  PastNode(const memory::EntryReader* past, const Published<memory::View>& view, calendar::Zone zone);

 private:
  Result<void> answer_to(const flow::Meaning& asked, graph::Context& context);
  Status tell(const flow::Meaning& asked, const flow::Request& request, const home::Home& home, graph::Context& context,
              flow::Answer& found) const;

  const memory::EntryReader* past_;
  const Published<memory::View>& view_;
  const calendar::Zone zone_;
};

}  // namespace hearth::answer
