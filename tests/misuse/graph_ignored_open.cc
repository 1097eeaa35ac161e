// What a graph says about its wiring must be looked at.
#include "graph/graph.h"

void run(hearth::graph::Graph& graph, hearth::graph::Executor& executor) {
#ifdef CONTROL
  if (!graph.open(executor, {}).ok()) return;
#else
  graph.open(executor, {});
#endif
}
