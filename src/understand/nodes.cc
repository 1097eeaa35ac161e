#include "understand/nodes.h"

namespace hearth::understand {

UnderstandNode::UnderstandNode(const SentencesByLanguage& sentences, const Published<memory::View>& view,
                               TimeWords times)
    : Node("understand"), view_(view), understander_(sentences, std::move(times)) {}

Result<void> UnderstandNode::understand(const flow::Utterance& said, graph::Context& context) {
  if (!said.final) return ok();
  if (context.late()) return timed_out("the utterance was to be understood earlier", "understand");
  const std::shared_ptr<const memory::View> view = view_.read();
  context.saw(view->entry.value);
  flow::Meaning found = understander_.understand(said, *view);
  found.head.deadline = said.head.deadline;
  found.head.from.insert(found.head.from.begin(), said.head.id);
  meaning.send(std::move(found), context);
  return ok();
}

}  // namespace hearth::understand
