#include "graph/threaded_executor.h"

#include <pthread.h>
#include <sys/resource.h>

#include <algorithm>

#include "graph/graph.h"

namespace hearth::graph {

namespace {

using Lock = std::unique_lock<std::mutex>;

/// Background workers get what others leave; not SCHED_IDLE, for one that is preempted there while it holds the lock
/// would keep the house waiting for most of a second. Realtime workers ask for more than their share, and go on without
/// it where the system says no.
void take_priority(Lane lane, bool background_yields) {
  pthread_setname_np(pthread_self(), std::string(to_string(lane)).c_str());
  if (lane == Lane::Background && background_yields) setpriority(PRIO_PROCESS, 0, 19);  // of this thread alone
  if (lane == Lane::Realtime) setpriority(PRIO_PROCESS, 0, -10);
}

}  // namespace

ThreadedExecutor::ThreadedExecutor(const Clock& clock, ThreadedOptions options)
    : state_(std::make_shared<State>(clock, options)) {
  unsigned interactive = options.interactive;
  if (interactive == 0) interactive = std::max(3u, std::thread::hardware_concurrency()) - 2;
  const std::lock_guard lock(state_->mutex);
  add_worker(state_, Lane::Realtime);
  for (unsigned i = 0; i < interactive; ++i) add_worker(state_, Lane::Interactive);
  add_worker(state_, Lane::Background);
  keeper_ = std::thread([state = state_] { keep(state); });
}

ThreadedExecutor::~ThreadedExecutor() {
  const Status stopped = stop();
  static_cast<void>(stopped);  // who wants to know calls stop
}

void ThreadedExecutor::add_worker(const std::shared_ptr<State>& state, Lane lane) {
  const auto worker = std::make_shared<Worker>(lane);
  state->workers.push_back(worker);
  worker->thread = std::thread([state, worker] { work(state, worker); });
}

void ThreadedExecutor::send(Returns& returns) {
  for (Outgoing& one : returns) {
    if (one.graph->sinks().returned) one.graph->sinks().returned(std::move(one.back));
  }
  returns.clear();
}

// --- workers

void ThreadedExecutor::work(std::shared_ptr<State> state, std::shared_ptr<Worker> me) {
  take_priority(me->lane, state->options.background_yields);
  Lock lock(state->mutex);
  while (!state->stopping && !me->abandoned) {
    if (!run_next(*state, *me, lock)) state->work[static_cast<size_t>(me->lane)].wait(lock);
  }
  me->exited = true;
  state->settled.notify_all();
}

/// False when there was nothing to do. The lock is held on entry and on return.
bool ThreadedExecutor::run_next(State& state, Worker& me, Lock& lock) {
  Returns returns;
  const Time now = state.clock.now();
  const Duration steady = state.clock.steady();
  me.running = state.lanes[static_cast<size_t>(me.lane)].next(now, steady, returns);
  if (me.running) {
    me.began = steady;
    me.stop = std::stop_source();
  }
  if (!returns.empty()) {
    me.sending = true;
    lock.unlock();
    send(returns);
    lock.lock();
    me.sending = false;
    state.settled.notify_all();
    if (!me.running) return true;
  }
  if (!me.running) return false;
  if (!state.watching) {
    state.watching = true;
    state.keeper.notify_one();
  }
  const Request request = *me.running;
  const std::stop_token stop = me.stop.get_token();
  lock.unlock();
  Return back = perform(request, now, stop);
  lock.lock();
  if (me.abandoned) {  // too late: somebody else has answered
    std::erase(state.hung, me.hung);
  } else {
    finish(state, me, std::move(back), lock);
  }
  return true;
}

void ThreadedExecutor::finish(State& state, Worker& me, Return back, Lock& lock) {
  const Request request = std::move(*me.running);
  const Duration ended = state.clock.steady();
  back.ran = ended - me.began;
  back.queued = me.began - request.asked;
  const bool overran = state.clock.now() > request.envelope.deadline;
  const std::optional<Fault> fault = settle(request, back, me.began, ended, overran);
  const Sinks& sinks = request.node->graph()->sinks();
  me.sending = true;
  lock.unlock();
  if (sinks.returned) sinks.returned(std::move(back));
  if (fault && sinks.fault) sinks.fault(*fault);
  lock.lock();
  me.sending = false;
  me.running.reset();
  request.node->record().busy = false;
  state.settled.notify_all();
}

// --- the keeper: wakes, and calls that hang

void ThreadedExecutor::keep(const std::shared_ptr<State>& state) {
  pthread_setname_np(pthread_self(), "keeper");
  Lock lock(state->mutex);
  while (!state->stopping) {
    Returns returns;
    replace_stuck(state, returns);
    const auto due = state->wakes.take_due(state->clock.now());
    if (returns.empty() && due.empty()) {
      sleep(*state, lock);
      continue;
    }
    state->waking = true;
    lock.unlock();
    for (const Outgoing& one : returns) {
      if (one.graph->sinks().fault)
        one.graph->sinks().fault({one.back.node, one.back.port, one.back.cause, one.back.trace, *one.back.error});
    }
    send(returns);
    for (const auto& [graph, wake] : due) {
      if (graph->sinks().wake) graph->sinks().wake(wake);
    }
    lock.lock();
    state->waking = false;
    state->settled.notify_all();
  }
}

/// Until the first wake is due, something has run for too long, or somebody asks for attention.
void ThreadedExecutor::sleep(State& state, Lock& lock) {
  std::optional<Duration> to_watch;
  for (const auto& worker : state.workers) {
    if (!worker->running || worker->abandoned) continue;
    const Duration left = worker->began + state.options.stuck_after - state.clock.steady();
    to_watch = std::min(to_watch.value_or(left), left);
  }
  state.watching = to_watch.has_value();
  std::optional<Duration> to_wake;
  if (const std::optional<Time> next = state.wakes.next()) to_wake = *next - state.clock.now();
  if (!to_watch && !to_wake) {
    state.keeper.wait(lock);
  } else if (to_watch && (!to_wake || *to_watch < *to_wake)) {
    state.keeper.wait_for(lock, std::max(*to_watch, Duration(1000)));
  } else {
    // Against the wall clock: the system ends this wait also when somebody sets the clock forward.
    const Duration longest = std::chrono::hours(24);
    state.keeper.wait_until(lock, std::chrono::system_clock::now() + std::clamp(*to_wake, Duration(1), longest));
  }
}

void ThreadedExecutor::replace_stuck(const std::shared_ptr<State>& state, Returns& returns) {
  const Duration limit = state->clock.steady() - state->options.stuck_after;
  const auto workers = state->workers;  // which abandon and add_worker change
  for (const auto& worker : workers) {
    if (!worker->running || worker->sending || worker->began > limit) continue;
    Node& node = *worker->running->node;
    const std::string seconds = std::to_string(to_seconds(state->options.stuck_after));
    abandon(*state, *worker, Return::Failed, timed_out("hung for " + seconds + " s and is switched off", node.name()),
            returns);
    add_worker(state, worker->lane);
  }
}

/// Gives up on a worker whose call does not come back, and answers for it.
void ThreadedExecutor::abandon(State& state, Worker& worker, Return::Fate fate, Error error, Returns& returns) {
  Node& node = *worker.running->node;
  worker.abandoned = true;
  worker.stop.request_stop();
  worker.thread.detach();
  node.measures().state.store(NodeState::Off, std::memory_order_relaxed);
  worker.hung = node.name();
  state.hung.push_back(worker.hung);
  returns.push_back({node.graph(), make_return(*worker.running, fate, std::move(error))});
  std::erase_if(state.workers, [&](const auto& one) { return one.get() == &worker; });
}

// --- what graphs and owners ask for

void ThreadedExecutor::submit(Request request) {
  Returns returns;
  const size_t lane = static_cast<size_t>(request.node->lane());
  {
    const std::lock_guard lock(state_->mutex);
    const Graph* graph = request.node->graph();
    if (state_->stopping || std::count(state_->closing.begin(), state_->closing.end(), graph) > 0) {
      returns.push_back(
          {graph, make_return(request, Return::Cancelled, cancelled("its house or the lanes have stopped"))});
    } else {
      request.asked = state_->clock.steady();
      state_->lanes[lane].admit(std::move(request), returns);
    }
  }
  state_->work[lane].notify_one();
  send(returns);
}

void ThreadedExecutor::wake_at(Node& node, std::string_view key, Time time) {
  {
    const std::lock_guard lock(state_->mutex);
    if (state_->stopping) return;
    const std::optional<Time> first = state_->wakes.next();
    state_->wakes.set(node, key, time);
    if (first && *first <= time) return;
  }
  state_->keeper.notify_one();
}

void ThreadedExecutor::cancel_wake(Node& node, std::string_view key) {
  const std::lock_guard lock(state_->mutex);
  state_->wakes.cancel(node, key);
}

void ThreadedExecutor::clock_moved() {
  {
    const std::lock_guard lock(state_->mutex);  // or the keeper could miss it on its way to sleep
  }
  state_->keeper.notify_one();
  for (std::condition_variable& lane : state_->work) lane.notify_one();
}

void ThreadedExecutor::cancel(const Graph& graph, uint64_t trace) {
  if (trace == 0) return;
  const auto wanted = [&](const Request& one) { return one.node->graph() == &graph && one.envelope.trace == trace; };
  Returns returns;
  std::vector<std::stop_source> running;
  {
    const std::lock_guard lock(state_->mutex);
    for (LaneQueue& lane : state_->lanes) lane.cancel(wanted, returns);
    for (const auto& worker : state_->workers) {
      if (worker->running && wanted(*worker->running)) running.push_back(worker->stop);
    }
  }
  for (std::stop_source& one : running) one.request_stop();  // may call back into the handler's own code
  send(returns);
}

void ThreadedExecutor::detach(const Graph& graph) {
  const auto ours = [&](const Request& one) { return one.node->graph() == &graph; };
  Returns returns;
  std::vector<std::stop_source> running;
  Lock lock(state_->mutex);
  state_->closing.push_back(&graph);
  for (LaneQueue& lane : state_->lanes) lane.cancel(ours, returns);
  state_->wakes.forget(graph);
  for (const auto& worker : state_->workers) {
    if (worker->running && ours(*worker->running)) running.push_back(worker->stop);
  }
  lock.unlock();
  for (std::stop_source& one : running) one.request_stop();
  send(returns);
  lock.lock();
  const auto busy = [&](const auto& worker) { return worker->sending || (worker->running && ours(*worker->running)); };
  const auto idle = [&] {
    return !state_->waking && std::none_of(state_->workers.begin(), state_->workers.end(), busy);
  };
  state_->settled.wait_for(lock, state_->options.patience, idle);
  const auto workers = state_->workers;
  for (const auto& worker : workers) {
    if (!worker->running || worker->sending || !ours(*worker->running)) continue;
    abandon(*state_, *worker, Return::Cancelled, cancelled("its house closed while the call hung"), returns);
    if (!state_->stopping) add_worker(state_, worker->lane);
  }
  std::erase(state_->closing, &graph);
  state_->wakes.forget(graph);  // those that lane nodes armed while we waited
  lock.unlock();
  send(returns);
}

Status ThreadedExecutor::stop() {
  Returns returns;
  std::vector<std::stop_source> running;
  Lock lock(state_->mutex);
  state_->stopping = true;
  for (LaneQueue& lane : state_->lanes) lane.cancel([](const Request&) { return true; }, returns);
  state_->wakes = WakeTable();
  for (const auto& worker : state_->workers) {
    if (worker->running) running.push_back(worker->stop);
  }
  lock.unlock();
  for (std::stop_source& one : running) one.request_stop();
  for (std::condition_variable& lane : state_->work) lane.notify_all();
  state_->keeper.notify_all();
  send(returns);
  if (keeper_.joinable()) keeper_.join();

  lock.lock();
  const auto all_out = [&] {
    return std::all_of(state_->workers.begin(), state_->workers.end(), [](const auto& one) { return one->exited; });
  };
  state_->settled.wait_for(lock, state_->options.patience, all_out);
  auto workers = state_->workers;
  for (const auto& worker : workers) {
    if (worker->exited || worker->sending || !worker->running) continue;
    abandon(*state_, *worker, Return::Cancelled, cancelled("the lanes stopped while the call hung"), returns);
  }
  workers = std::exchange(state_->workers, {});
  const std::vector<std::string> hung = state_->hung;
  lock.unlock();
  send(returns);
  for (const auto& worker : workers) worker->thread.join();  // what is left is out, or about to be
  if (hung.empty()) return {};
  std::string names;
  for (const std::string& name : hung) names += (names.empty() ? "" : ", ") + name;
  return timed_out("still inside a call that hangs; do not destroy these nodes", names);
}

}  // namespace hearth::graph
