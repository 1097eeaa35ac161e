// Between the graph, which moves messages of any type, and the journal, which knows every kind by number.
#pragma once

#include <memory>

#include "flow/message.h"
#include "graph/executor.h"
#include "graph/graph.h"

namespace hearth::engine {

/// What came back from a lane as the entry that the journal keeps. Results of types that are no flow message (a step's
/// own streams) are left out: they never reach the house.
flow::LaneReturn to_entry(const graph::Return& back);

/// The way back: as the graph delivers it. Results whose port this build does not have are reported in `missing`.
/// Errors: Corrupt when a result cannot be read.
Result<graph::Return> from_entry(const flow::LaneReturn& entry, const graph::Graph& graph,
                                 std::vector<std::string>& missing);

/// Hands a message that came from outside to whatever is connected to the source of its type.
void deliver(graph::Graph& graph, const flow::Message& message, Time now);

}  // namespace hearth::engine
