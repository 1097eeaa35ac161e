#include "engine/core.h"

#include "engine/erased.h"

namespace hearth::engine {

Core::Core(const Parts& parts, graph::Executor& executor) : executor_(executor), steps_(parts, memory_, view_) {}

Core::~Core() { executor_.detach(graph_); }

Result<std::unique_ptr<Core>> Core::open(const Parts& parts, graph::Executor& executor, graph::Sinks sinks) {
  std::unique_ptr<Core> core(new Core(parts, executor));
  core->outer_ = sinks;
  core->steps_.wire(core->graph_);
  core->listen();
  Core* self = core.get();
  sinks.fault = [self](graph::Fault fault) {
    const graph::Node* node = self->graph_.find(fault.node);
    if (node != nullptr && node->lane() == graph::Lane::House) {
      self->report(fault.node, fault.message, std::move(fault.error));
    } else if (self->outer_.fault) {
      self->outer_.fault(std::move(fault));
    }
  };
  TRY(core->graph_.open(executor, std::move(sinks)));
  core->outstanding_.learn_wiring(core->graph_);
  return core;
}

void Core::listen() {
  const auto hook = [this]<class T>(std::type_identity<T>) {
    graph_.observe<T>([this](T& message, const graph::Emission& emission, graph::Context& context) {
      number(message.head, emission, context);
      keep(message, emission.node);
    });
  };
  [&]<class... T>(std::type_identity<std::variant<T...>>) {
    (hook(std::type_identity<T>{}), ...);
  }(std::type_identity<flow::Message>{});
}

void Core::number(flow::Header& head, const graph::Emission& emission, const graph::Context& context) const {
  CHECK(input_ != nullptr);  // nothing is said but in answer to an entry
  head.id.value = input_->seq.value + caused_.size() + 1;
  head.at = context.now();
  head.trace = emission.trace != 0 ? flow::TraceId{emission.trace} : input_->trace;
  if (head.deadline == kNever) head.deadline = emission.deadline;
  if (head.from.empty()) head.from.push_back(emission.cause != 0 ? flow::MessageId{emission.cause} : input_->seq);
}

void Core::keep(flow::Message message, std::string_view node) {
  const flow::Header& head = flow::head_of(message);
  flow::Entry entry{head.id, head.at, flow::Entry::Emission, head.trace, std::string(node), {}};
  entry.message = std::move(message);
  apply(entry);
  caused_.push_back(std::move(entry));
  publish();
}

void Core::report(const std::string& node, uint64_t cause, Error error) {
  CHECK(input_ != nullptr);
  flow::NodeError said{.node = node, .error = std::move(error)};
  said.head.id.value = input_->seq.value + caused_.size() + 1;
  said.head.at = input_->at;
  said.head.trace = input_->trace;
  said.head.from.push_back(cause != 0 ? flow::MessageId{cause} : input_->seq);
  keep(std::move(said), node);
}

void Core::apply(const flow::Entry& entry) {
  memory_.apply(entry);
  for (memory::Projection* own : steps_.projections()) own->apply(entry);
  outstanding_.apply(entry);
}

void Core::fold(const flow::Entry& entry) {
  apply(entry);
  publish();
}

std::vector<flow::Entry> Core::run(const flow::Entry& input) {
  fold(input);
  input_ = &input;
  caused_.clear();
  const graph::Envelope as{input.seq.value, input.trace.value, flow::head_of(input.message).deadline};
  if (std::holds_alternative<flow::Started>(input.message)) {
    if (Status started = graph_.start(input.at); !started)
      report("engine", input.seq.value, std::move(started).error());
    deliver(graph_, input.message, input.at);
  } else if (const auto* back = std::get_if<flow::LaneReturn>(&input.message)) {
    std::vector<std::string> missing;
    Result<graph::Return> result = from_entry(*back, graph_, missing);
    if (result) {
      graph_.deliver(*result, input.at);
    } else {
      report(back->node, input.seq.value, std::move(result).error());
    }
    for (const std::string& port : missing) report(port, input.seq.value, not_found("this build has no such port"));
    deliver(graph_, input.message, input.at);
  } else if (const auto* wake = std::get_if<flow::Wake>(&input.message)) {
    const Status woken = graph_.deliver_wake(wake->node, wake->key, wake->due, input.at, as);
    if (!woken) report(wake->node, input.seq.value, woken.error());
  } else {
    deliver(graph_, input.message, input.at);
  }
  input_ = nullptr;
  return std::exchange(caused_, {});
}

void Core::publish() {
  const std::shared_ptr<const memory::View> now = view_.read();
  const bool same = now->home == memory_.present.home() && now->lexicon == memory_.lexicon.view() &&
                    now->conversations == memory_.conversations.view();
  if (!same) view_.publish(memory_.view());
}

}  // namespace hearth::engine
