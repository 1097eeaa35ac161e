#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "graph/graph.h"

namespace hearth::graph {
namespace {

using testing::HasSubstr;

struct Pass : Node {
  In<int> in{this, "in", &Pass::handle};
  Out<int> out{this, "out"};
  using Node::Node;
  Result<void> handle(const int& number, Context& context) {
    out.send(number, context);
    return {};
  }
};

std::string why_not(Graph& graph) {
  static RecordedExecutor executor;
  const Status opened = graph.open(executor, {});
  return opened.ok() ? "opened" : to_string(opened.error());
}

TEST(Wiring, AnInputWithoutAConnectionIsNamed) {
  Pass a("sense.a");
  Graph graph;
  graph.add(a);
  EXPECT_THAT(why_not(graph), HasSubstr("sense.a.in: nothing is connected"));
}

TEST(Wiring, ACycleIsNamedUnlessOneEdgeIsLater) {
  Pass a("a"), b("b"), c("c");
  for (const bool later : {false, true}) {
    Pass first("a"), second("b"), third("c");
    Graph graph;
    for (Pass* node : {&first, &second, &third}) graph.add(*node);
    graph.connect(graph.source<int>(), first.in);
    graph.connect(first.out, second.in);
    graph.connect(second.out, third.in);
    graph.connect(third.out, second.in, {.later = later});
    const std::string why = why_not(graph);
    if (later) {
      EXPECT_EQ(why, "opened");
    } else {
      EXPECT_THAT(why, HasSubstr("b.out to c.in, c.out to b.in: these edges form a cycle"));
    }
  }
}

TEST(Wiring, ACycleThroughALaneIsACycle) {
  Pass a("a"), b("b");
  Graph graph;
  graph.add(a);
  graph.add(b, Lane::Interactive);
  graph.connect(a.out, b.in, {.capacity = 1});
  graph.connect(b.out, a.in);
  EXPECT_THAT(why_not(graph), HasSubstr("cycle"));
}

TEST(Wiring, AnEdgeIntoALaneNeedsACapacity) {
  Pass a("a"), b("b");
  Graph graph;
  graph.add(a);
  graph.add(b);
  graph.place(b, Lane::Realtime);
  graph.connect(graph.source<int>(), a.in);
  graph.connect(a.out, b.in);
  EXPECT_THAT(why_not(graph), HasSubstr("a.out to b.in: crosses from house into the realtime lane"));
}

TEST(Wiring, AnEdgeBetweenLanesNeedsACapacityToo) {
  Pass a("a"), b("b");
  Graph graph;
  graph.add(a, Lane::Realtime);
  graph.add(b, Lane::Realtime);
  graph.connect(graph.source<int>(), a.in, {.capacity = 1});
  graph.connect(a.out, b.in);
  EXPECT_THAT(why_not(graph), HasSubstr("a.out to b.in: crosses from realtime into the realtime lane"));
}

TEST(Wiring, NamesAreUniqueAndNodesAreAdded) {
  Pass a("same"), b("same"), stranger("stranger");
  Graph graph;
  graph.add(a);
  graph.add(b);
  EXPECT_THAT(why_not(graph), HasSubstr("same: two nodes have this name"));
  Graph other;
  Pass c("c");
  other.add(c);
  other.connect(stranger.out, c.in);
  EXPECT_THAT(why_not(other), HasSubstr("stranger.out to c.in: connects a node that was not added"));
}

}  // namespace
}  // namespace hearth::graph
