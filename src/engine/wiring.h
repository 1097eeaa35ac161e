// Which steps a house has, and what flows from which to which. Read this to see the whole house at work.
#pragma once

#include <string>
#include <vector>

#include "act/nodes.h"
#include "answer/home/nodes.h"
#include "answer/past/nodes.h"
#include "answer/why/nodes.h"
#include "base/published.h"
#include "decide/nodes.h"
#include "engine/unkept.h"
#include "graph/graph.h"
#include "memory/journal.h"
#include "memory/memory.h"
#include "sense/attribution/nodes.h"
#include "understand/nodes.h"

namespace hearth::engine {

/// What the steps of a house stand on and do not own. All of it outlives the house.
struct Parts {
  const memory::EntryReader* past = nullptr;  ///< the journal, for why; null in replay, where lanes do not run
  const understand::SentencesByLanguage* sentences = nullptr;
  const act::Worder* worder = nullptr;
  understand::TimeWords times;  ///< who reads when something is meant
  decide::Settings decide;
  act::RunnerSettings runner;
};

/// The steps of one house, in the order in which they hear of a message.
class Steps {
 public:
  Steps(const Parts& parts, const memory::Memory& memory, const Published<memory::View>& view);
  void wire(graph::Graph& graph);
  /// What steps keep for themselves; folded right after the shared memory.
  const std::vector<memory::Projection*>& projections() const { return projections_; }

 private:
  const decide::Settings decide_settings_;
  const act::RunnerSettings runner_settings_;
  sense::Changes changes_;
  decide::WaitingMeanings waiting_;
  std::vector<memory::Projection*> projections_{&changes_, &waiting_};

  sense::AttributionNode attribution_;
  understand::UnderstandNode understand_;
  answer::HomeAnswerNode home_answer_;
  answer::PastNode past_;
  answer::WhyNode why_;
  decide::DecideNode decide_;
  act::RunnerNode runner_;
  act::PromisesNode promises_;
  UnkeptNode unkept_;
};

}  // namespace hearth::engine
