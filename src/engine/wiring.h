// Which steps a house has, and what flows from which to which. Read this to see the whole house at work.
#pragma once

#include "base/published.h"
#include "graph/graph.h"
#include "memory/journal.h"
#include "memory/memory.h"

namespace hearth::engine {

/// What the steps of a house stand on and do not own. All of it outlives the house.
struct Parts {
  const memory::EntryReader* past = nullptr;  ///< the journal, for why; may be null in replay, where lanes do not run
  std::string zone = "UTC";                   ///< IANA name of the home's civil time
};

/// The steps of one house.
class Steps {
 public:
  Steps(const Parts& parts, const memory::Memory& memory, const Published<memory::View>& view);
  void wire(graph::Graph& graph);
};

}  // namespace hearth::engine
