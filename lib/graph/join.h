// One handler for several inputs: collects by trace what belongs together, until all is there or time is up.
#pragma once

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "graph/join_state.h"

namespace hearth::graph {

struct JoinOptions {
  Duration patience = std::chrono::seconds(2);  ///< how long to wait for the rest where no deadline comes sooner
  size_t most = 64;                             ///< traces waiting at once; one more and the oldest is handled as it is
};

/// A member of a node, like a port:
///
///   Join<Answer, Answer> answers{this, {"facts", "time"}, &Ranker::rank};
///   Result<void> rank(const std::optional<Answer>&, const std::optional<Answer>&, Context&);
///   graph.connect(facts.answer, ranker.answers.in<0>());
///
/// The handler is called once a trace: when every input has had a message of it, or at the earliest deadline among
/// them, with what is there. Of two messages on one input the later counts; what comes after the call is too late and
/// spent. A message without a trace is an error (InvalidInput). What waits is lost when the process ends.
template <class... T>
class Join final : public JoinState {
 public:
  template <class N>
  Join(N* node, std::array<std::string_view, sizeof...(T)> names,
       Result<void> (N::*handler)(const std::optional<T>&..., Context&), JoinOptions options = {})
      : Join(node, names, handler, options, std::index_sequence_for<T...>()) {}

  template <size_t I>
  auto& in() {
    return std::get<I>(slots_).in;
  }

 private:
  using Parts = std::tuple<std::optional<T>...>;
  struct Waiting {
    Parts parts;
    uint64_t order = 0;
    Time until = kNever;
    size_t missing = sizeof...(T);
  };
  struct Place {
    Join* join;
    Node* node;
    std::string_view name;
  };
  template <size_t I>
  struct Slot : Receiver {
    using Part = std::tuple_element_t<I, std::tuple<T...>>;
    explicit Slot(const Place& place)
        : join(*place.join), in(place.node, place.name, this, &Slot::take, Need::Required) {}
    Result<void> take(const Part& part, Context& context) { return join.template take<I>(part, context); }
    Join& join;
    In<Part> in;
  };
  template <class Indices>
  struct SlotsOf;
  template <size_t... I>
  struct SlotsOf<std::index_sequence<I...>> {
    using Type = std::tuple<Slot<I>...>;
  };

  template <class N, size_t... I>
  Join(N* node, const std::array<std::string_view, sizeof...(T)>& names,
       Result<void> (N::*handler)(const std::optional<T>&..., Context&), JoinOptions options, std::index_sequence<I...>)
      : JoinState(node),
        receiver_(node),
        handler_(static_cast<Handler>(handler)),
        options_(options),
        prefix_("join " + std::string(names[0]) + ' '),
        slots_(Place{this, node, names[I]}...) {}

  template <size_t I, class Part>
  Result<void> take(const Part& part, Context& context) {
    const uint64_t trace = context.trace();
    if (trace == 0) return invalid("a message without a trace cannot be joined with others");
    if (std::find(done_.begin(), done_.end(), trace) != done_.end()) return {};
    const auto [at, fresh] = waiting_.try_emplace(trace);
    Waiting& waiting = at->second;
    if (fresh) waiting.order = ++order_;
    std::optional<Part>& place = std::get<I>(waiting.parts);
    if (!place) --waiting.missing;
    place = part;
    if (waiting.missing == 0) return finish(at, context);
    const Time until = std::min(context.deadline(), context.now() + options_.patience);
    if (until < waiting.until) context.wake_at(waiting.until = until, prefix_ + std::to_string(trace));
    if (waiting_.size() <= options_.most) return {};
    const auto oldest = std::min_element(waiting_.begin(), waiting_.end(),
                                         [](const auto& a, const auto& b) { return a.second.order < b.second.order; });
    return finish(oldest, context);
  }

  Result<void> wake(std::string_view key, Context& context, bool& mine) override {
    mine = key.starts_with(prefix_);
    if (!mine) return {};
    const auto at = waiting_.find(std::strtoull(std::string(key.substr(prefix_.size())).c_str(), nullptr, 10));
    if (at == waiting_.end()) return {};  // finished in the meantime, or lost by a restart
    return finish(at, context);
  }

  Result<void> finish(typename std::map<uint64_t, Waiting>::iterator at, Context& context) {
    const uint64_t trace = at->first;
    const Waiting waiting = std::move(at->second);
    waiting_.erase(at);
    done_.push_back(trace);
    if (done_.size() > 2 * options_.most) done_.pop_front();
    if (waiting.until != kNever) context.cancel_wake(prefix_ + std::to_string(trace));
    const Time deadline = context.trace() == trace ? context.deadline() : waiting.until;
    Context joined(context.run(), context.node(), {context.message(), trace, deadline});
    return std::apply([&](const auto&... part) { return (receiver_->*handler_)(part..., joined); }, waiting.parts);
  }

  using Handler = Result<void> (Receiver::*)(const std::optional<T>&..., Context&);
  Receiver* const receiver_;
  const Handler handler_;
  const JoinOptions options_;
  const std::string prefix_;             // of the wakes that are this join's own
  std::map<uint64_t, Waiting> waiting_;  // by trace
  std::deque<uint64_t> done_;            // traces handled last
  uint64_t order_ = 0;
  typename SlotsOf<std::index_sequence_for<T...>>::Type slots_;
};

}  // namespace hearth::graph
