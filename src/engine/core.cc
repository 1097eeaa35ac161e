#include "engine/core.h"

#include "base/log.h"
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
  std::vector<Error> failed = apply(entry);
  const uint64_t seq = entry.seq.value;
  const bool itself_a_report = std::holds_alternative<flow::NodeError>(entry.message);
  caused_.push_back(std::move(entry));
  publish();
  if (itself_a_report) return;
  for (Error& error : failed) report("memory", seq, std::move(error));
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

std::vector<Error> Core::apply(const flow::Entry& entry) {
  std::vector<Error> failed;
  for (memory::Projection* shared : memory_.all()) apply_to(*shared, entry, failed);
  memory_.last = entry.seq;
  for (memory::Projection* own : steps_.projections()) apply_to(*own, entry, failed);
  apply_to(outstanding_, entry, failed);
  return failed;
}

void Core::apply_to(memory::Projection& projection, const flow::Entry& entry, std::vector<Error>& failed) const {
  const auto name = [&] { return "entry " + std::to_string(entry.seq.value) + ", " + std::string(projection.name()); };
  try {
    projection.apply(entry);
  } catch (const std::exception& thrown) {
    failed.push_back(internal(std::string("an exception escaped folding: ") + thrown.what(), name()));
  } catch (...) { failed.push_back(internal("something that is no std::exception escaped folding", name())); }
}

void Core::fold(const flow::Entry& entry) {
  for (const Error& error : apply(entry)) LOG_ERROR("{}", to_string(error));
  publish();
}

std::vector<flow::Entry> Core::run(const flow::Entry& input) {
  std::vector<Error> failed = apply(input);
  publish();
  input_ = &input;
  caused_.clear();
  for (Error& error : failed) report("memory", input.seq.value, std::move(error));
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
