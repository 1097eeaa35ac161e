#include "sense/attribution/nodes.h"

#include <gmock/gmock.h>

#include "base/clock.h"
#include "graph/graph.h"
#include "graph/inline_executor.h"

namespace hearth::sense {
namespace {

struct Listener : graph::Node {
  graph::In<flow::Actuation> actuation{this, "actuation", &Listener::hear};
  std::vector<flow::Actuation> heard;
  Listener() : Node("test.listener") {}
  Result<void> hear(const flow::Actuation& actuated, graph::Context&) {
    heard.push_back(actuated);
    return {};
  }
};

TEST(AttributionNode, TellsOfEachChangeOfWhatCanBeSet) {
  memory::Present present;
  Changes changes;
  AttributionNode node(present, changes);
  Listener listener;
  SimulatedClock clock(from_microseconds(0));
  graph::InlineExecutor executor(clock);
  graph::Graph graph;
  graph.add(node);
  graph.add(listener);
  graph.connect(graph.source<flow::Observation>(), node.observation);
  graph.connect(node.actuation, listener.actuation);
  ASSERT_TRUE(graph.open(executor, {}).ok());

  uint64_t last = 0;
  const auto enter = [&](flow::Message message) {
    flow::head_of(message).id = {++last};
    const flow::Entry entry{.seq = {last}, .at = from_microseconds(static_cast<int64_t>(last)), .message = message};
    present.apply(entry);
    changes.apply(entry);
    if (const auto* seen = std::get_if<flow::Observation>(&entry.message)) graph.deliver(*seen, entry.at);
  };
  flow::Inventory inventory;
  inventory.listing.door = "test";
  inventory.listing.entities.resize(1);
  inventory.listing.entities[0].id = {1};
  inventory.listing.entities[0].key = "lamp";
  inventory.listing.entities[0].traits = {{.capability = Capability::OnOff, .sensed = true, .settable = true},
                                          {.capability = Capability::Motion, .sensed = true}};
  enter(inventory);
  for (const bool on : {false, true, true, false}) {
    enter(flow::Observation{.entity = {1}, .capability = Capability::OnOff, .value = on});
    enter(flow::Observation{.entity = {1}, .capability = Capability::Motion, .value = on});
  }
  ASSERT_EQ(listener.heard.size(), 2U);
  EXPECT_EQ(listener.heard[0].after, Value(true));
  EXPECT_EQ(listener.heard[0].head.from, std::vector<MessageId>{{4}});
  EXPECT_EQ(listener.heard[1].after, Value(false));
}

}  // namespace
}  // namespace hearth::sense
