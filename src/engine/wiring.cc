#include "engine/wiring.h"

namespace hearth::engine {
namespace {

decide::Settings with_answerers(decide::Settings settings) {
  settings.answerers = {"answer.home", "answer.past", "answer.why"};
  return settings;
}

understand::TimeWords with_zone(understand::TimeWords times, const calendar::Zone& zone) {
  times.zone = zone;
  return times;
}

}  // namespace

Steps::Steps(const Parts& parts, const memory::Memory& memory, const Published<memory::View>& view)
    : decide_settings_(with_answerers(parts.decide)),
      runner_settings_(parts.runner),
      attribution_(memory.present, changes_),
      understand_(*parts.sentences, view, with_zone(parts.times, parts.decide.zone)),
      home_answer_(memory.present, memory.promises, parts.decide.zone),
      past_(parts.past, view, parts.decide.zone),
      why_(parts.past, view),
      decide_(memory, waiting_, decide_settings_),
      runner_(memory.present, memory.plans, *parts.worder, runner_settings_),
      promises_(memory.promises, memory.plans, memory.present),
      unkept_(memory.plans) {}

void Steps::wire(graph::Graph& graph) {
  // In this order they hear of a message: who changed it, what it means, what is answered, decided, done.
  graph.add(attribution_);
  graph.add(understand_, graph::Lane::Interactive);
  graph.add(home_answer_);
  graph.add(past_, graph::Lane::Interactive);
  graph.add(why_, graph::Lane::Interactive);
  graph.add(decide_);
  graph.add(runner_);
  graph.add(promises_);
  graph.add(unkept_);

  auto& observation = graph.source<flow::Observation>();
  graph.connect(observation, attribution_.observation);
  graph.connect(observation, decide_.observation);
  graph.connect(observation, runner_.observation);
  graph.connect(observation, promises_.observation);

  // From a sentence to a plan. A burst of sentences in one conversation is answered one by one.
  graph.connect(graph.source<flow::Utterance>(), understand_.utterance, {.capacity = 32, .policy = graph::DropOldest});
  // What is tapped comes as a Meaning at once, and goes the same way from there.
  auto& tapped = graph.source<flow::Meaning>();
  graph.connect(tapped, home_answer_.meaning);
  graph.connect(tapped, why_.meaning, {.capacity = 32, .policy = graph::DropOldest});
  graph.connect(tapped, past_.meaning, {.capacity = 32, .policy = graph::DropOldest});
  graph.connect(tapped, decide_.meaning);
  graph.connect(understand_.meaning, home_answer_.meaning);
  graph.connect(understand_.meaning, past_.meaning, {.capacity = 32, .policy = graph::DropOldest});
  graph.connect(understand_.meaning, why_.meaning, {.capacity = 32, .policy = graph::DropOldest});
  graph.connect(understand_.meaning, decide_.meaning);
  graph.connect(home_answer_.answer, decide_.answer);
  graph.connect(past_.answer, decide_.answer);
  graph.connect(why_.answer, decide_.answer);
  graph.connect(graph.source<flow::LaneReturn>(), decide_.returned);

  // From a plan to the devices, and back.
  graph.connect(decide_.plan, runner_.plan);
  graph.connect(graph.source<flow::Receipt>(), runner_.receipt);
  graph.connect(runner_.outcome, promises_.outcome, {.later = true});
  graph.connect(graph.source<flow::ClockStep>(), runner_.clock_step);
  graph.connect(graph.source<flow::ClockStep>(), promises_.clock_step);
  graph.connect(promises_.proposal, decide_.proposal);

  // What the journal would not take is not promised.
  graph.connect(graph.source<flow::Receipt>(), unkept_.receipt);
  graph.connect(unkept_.plan, runner_.plan);
}

}  // namespace hearth::engine
