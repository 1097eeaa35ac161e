// One small house for the tests of act/: memory, the nodes of act/, simulated time, one thread.
#pragma once

#include <gtest/gtest.h>

#include "act/nodes.h"
#include "graph/graph.h"
#include "graph/inline_executor.h"
#include "home/merge.h"
#include "memory/memory.h"

namespace hearth::act {

/// What comes in is numbered, folded and delivered as an engine does it; what the nodes send is numbered, folded, kept.
class TestHouse {
 public:
  using Capability = home::Capability;
  static constexpr home::EntityId kLamp{1}, kFan{2}, kHeater{3}, kScene{4};

  explicit TestHouse(const Worder& worder) : runner(memory.present, memory.plans, worder, settings) {
    graph.add(runner);
    graph.add(promises);
    graph.connect(graph.source<flow::Plan>(), runner.plan);
    graph.connect(graph.source<flow::Receipt>(), runner.receipt);
    graph.connect(graph.source<flow::Observation>(), runner.observation);
    graph.connect(runner.outcome, promises.outcome, {.later = true});
    graph.connect(graph.source<flow::ClockStep>(), promises.clock_step);
    keep<flow::Outcome>(outcomes);
    keep<flow::Command>(commands);
    keep<flow::Proposal>(rings);
    keep<flow::Lesson>(lessons);
    graph::Sinks sinks;
    sinks.wake = [this](graph::Wake wake) { wakes.push_back(std::move(wake)); };
    sinks.fault = [this](graph::Fault fault) { faults.push_back(fault.error); };
    EXPECT_TRUE(graph.open(executor, sinks).ok());
    EXPECT_TRUE(graph.start(clock.now()).ok());
  }
  ~TestHouse() { executor.detach(graph); }

  static void furnish(home::Listing& listing) {
    const auto entity = [&](std::string kind, std::string name, std::vector<home::Trait> traits) {
      home::Entity made;
      made.key = kind + "." + name;
      made.kind = std::move(kind);
      made.names = {{std::move(name), "en"}};
      made.area = home::AreaId{1};
      made.traits = std::move(traits);
      listing.entities.push_back(std::move(made));
    };
    listing.door = "simulator";
    listing.areas = {{home::AreaId{1}, {{"study", "en"}}, {}, {}}};
    const home::Trait on_off{Capability::OnOff, true, true, 0, 0, 0, {}};
    entity("light", "desk lamp", {on_off, {Capability::Brightness, true, true, 0, 100, 0, {}}});
    entity("fan", "fan", {on_off});
    entity("switch", "heater", {{Capability::OnOff, false, true, 0, 0, 0, {}}});
    entity("scene", "movie time", {{Capability::Scene, false, true, 0, 0, 0, {}}});
  }
  void move_in() {
    flow::Inventory inventory;
    furnish(inventory.listing);
    fold(inventory);
  }

  template <class T>
  T fold(T message) {
    flow::Entry entry;
    entry.seq = message.head.id = flow::MessageId{++last};
    entry.at = message.head.at = clock.now();
    entry.message = message;
    memory.apply(entry);
    return message;
  }
  template <class T>
  T take(T message) {
    message = fold(std::move(message));
    graph.deliver(message, clock.now());
    return message;
  }
  flow::MessageId carry_out(std::vector<flow::Step> steps, flow::Plan::Verdict verdict = flow::Plan::Do,
                            bool unasked = false) {
    flow::Plan plan;
    plan.verdict = verdict;
    plan.unasked = unasked;
    plan.steps = std::move(steps);
    plan.reply = {home::DoorId{1}, {}, "c"};
    plan.language = "en";
    return take(plan).head.id;
  }
  void report(home::EntityId entity, home::Value value, Capability capability = Capability::OnOff) {
    flow::Observation seen;
    seen.entity = entity;
    seen.capability = capability;
    seen.value = std::move(value);
    take(seen);
  }
  void pass(Duration time) {
    const Time end = clock.now() + time;
    for (auto next = executor.next_wake(); next && *next <= end; next = executor.next_wake()) {
      clock.advance_to(std::max(*next, clock.now()));
      wake_up();
    }
    clock.advance_to(end);
  }
  void wake_up() {
    executor.fire_wakes();
    for (const graph::Wake& wake : std::exchange(wakes, {})) {
      EXPECT_TRUE(graph.deliver_wake(wake.node, wake.key, wake.due, clock.now()).ok());
    }
  }
  /// As after a restart: nodes know nothing, memory all.
  void restart() { EXPECT_TRUE(graph.start(clock.now()).ok()); }

  std::vector<std::string> spoken() const {
    std::vector<std::string> texts;
    for (const flow::Command& command : commands) {
      if (const auto* words = std::get_if<flow::Words>(&command.what)) texts.push_back(words->text);
    }
    return texts;
  }
  size_t sent() const { return commands.size() - spoken().size(); }
  std::vector<flow::Outcome::Progress> progress(uint16_t step) const {
    std::vector<flow::Outcome::Progress> found;
    for (const flow::Outcome& outcome : outcomes) {
      if (outcome.step == step) found.push_back(outcome.progress);
    }
    return found;
  }

  static flow::Step set(home::EntityId entity, home::Value to, Capability capability = Capability::OnOff) {
    return flow::Set{entity, capability, std::move(to), 0};
  }
  static flow::Step say(std::string text) { return flow::Say{flow::literal(std::move(text))}; }

  SimulatedClock clock{from_microseconds(1'700'000'000'000'000)};
  memory::Memory memory;
  RunnerSettings settings;
  RunnerNode runner;
  PromisesNode promises{memory.promises, memory.plans, memory.present};
  std::vector<flow::Outcome> outcomes;
  std::vector<flow::Command> commands;
  std::vector<flow::Proposal> rings;
  std::vector<flow::Lesson> lessons;
  std::vector<graph::Wake> wakes;
  std::vector<Error> faults;
  uint64_t last = 0;
  graph::InlineExecutor executor{clock};
  graph::Graph graph;

 private:
  template <class T>
  void keep(std::vector<T>& into) {
    graph.observe<T>([this, &into](T& message, const graph::Emission&, graph::Context&) {
      message = fold(message);
      into.push_back(message);
    });
  }
};

}  // namespace hearth::act
