#include "net/mqtt_state.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <utility>

#include "net/reach.h"

namespace hearth::net {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {
constexpr size_t kHandedOverAtMost = 100;   // more wait here, where they can expire
constexpr milliseconds kTick{500};          // how often keepalive and deadlines are looked at
constexpr milliseconds kFarewell{500};      // to hand over what waits when stopping
constexpr std::chrono::seconds kStable{5};  // a connection that lasted this long makes the next wait short
}  // namespace

void MqttClient::State::run() {
  while (!stopping_) {
    report({.phase = MqttStatus::Connecting, .version = version_});
    const auto start = steady_clock::now();
    std::string reason = serve();
    take_back();
    if (stopping_) break;
    if (std::exchange(retry_at_once_, false)) continue;
    if (accepted_ && steady_clock::now() - start >= kStable) backoff_.reset();
    const milliseconds length = backoff_.next();
    report({.phase = MqttStatus::Waiting, .version = version_, .reason = std::move(reason), .retry_in = length});
    rest(length);
  }
  cancel_all();
  report({.phase = MqttStatus::Stopped, .version = version_, .reason = "stopped"});
}

/// One connection from beginning to end; returns why it ended.
std::string MqttClient::State::serve() {
  accepted_ = false;
  refusal_.clear();
  const std::string broker = fmt::format("{}:{}", options_.host, options_.port);
  const Status reached =
      reach(options_.host, options_.port, options_.connect_patience, [this] { return stopping_.load(); });
  if (!reached.ok()) return fmt::format("no broker at {}: {}", broker, reached.error().message);
  Result<std::unique_ptr<MqttSession>> opened = MqttSession::open(options_, version_);
  if (!opened.ok()) return fmt::format("cannot connect to {}: {}", broker, opened.error().message);
  MqttSession& session = **opened;
  std::string refused = greet(session);
  if (!accepted_) return refused;
  report({.phase = MqttStatus::Connected, .version = version_});
  shared_.with([](Shared& shared) {
    for (const auto& [filter, subscription] : shared.subscriptions) shared.changed.insert(filter);
  });
  subscribing_.clear();
  Status standing = ok();
  while (standing.ok() && !stopping_) {
    standing = bring_subscriptions(session);
    if (standing.ok()) standing = hand_over(session);
    if (standing.ok()) standing = attend(session, kTick);
    if (standing.ok()) standing = check_acknowledged();
  }
  if (standing.ok()) farewell(session);
  return standing.ok() ? "stopped" : fmt::format("connection to {} lost: {}", broker, standing.error().message);
}

/// Waits for the broker's word on CONNECT. Empty when it is welcome, else why not; settles the version of the protocol.
std::string MqttClient::State::greet(MqttSession& session) {
  const auto deadline = steady_clock::now() + options_.connect_patience;
  const std::string broker = fmt::format("{}:{}", options_.host, options_.port);
  Status standing = ok();
  while (standing.ok() && !accepted_ && refusal_.empty() && !stopping_) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
    if (left.count() <= 0) return fmt::format("the broker at {} does not answer", broker);
    standing = attend(session, std::min(left, kTick));
  }
  if (accepted_) {
    version_settled_ = true;
    return {};
  }
  if (stopping_) return "stopped";
  // A broker that knows nothing of version 5 says so, or merely hangs up.
  const bool hung_up = refusal_.empty();
  if (!version_settled_ && (retry_at_once_ || hung_up)) {
    retry_at_once_ = version_ == 5;
    version_ = version_ == 5 ? 4 : 5;
  }
  if (hung_up) return fmt::format("connection to {} lost: {}", broker, standing.error().message);
  return fmt::format("the broker at {} refused: {}", broker, refusal_);
}

/// Waits for something to happen and lets it.
Status MqttClient::State::attend(MqttSession& session, milliseconds patience) {
  const short events = static_cast<short>(POLLIN | (session.wants_write() ? POLLOUT : 0));
  pollfd waiting[] = {{session.socket(), events, 0}, {wake_.descriptor(), POLLIN, 0}};
  poll(waiting, 2, static_cast<int>(patience.count()));
  if (waiting[1].revents != 0) wake_.clear();
  const Status standing = session.turn();
  for (const MqttSession::Event& event : session.take_events()) handle(event);
  expire();
  return standing;
}

void MqttClient::State::handle(const MqttSession::Event& event) {
  switch (event.kind) {
    case MqttSession::Event::Accepted:
      accepted_ = true;
      break;
    case MqttSession::Event::Refused:
      refusal_ = reason_text(event.code);
      if (refuses_version(event.code)) retry_at_once_ = true;
      break;
    case MqttSession::Event::Acknowledged: {
      const auto found = std::ranges::find(in_flight_, event.id, &Outgoing::id);
      if (found == in_flight_.end()) break;
      Outgoing done = std::move(*found);
      in_flight_.erase(found);
      shared_.with([&](Shared& shared) { shared.handed_over = in_flight_.size(); });
      if (!done.done) break;
      if (event.code < 128) {
        done.done(ok());
      } else {
        done.done(denied(fmt::format("the broker refused it: {}", reason_text(event.code)), done.message.topic));
      }
      break;
    }
    case MqttSession::Event::Subscribed: {
      const auto node = subscribing_.extract(event.id);
      if (node.empty()) break;
      const std::string& filter = node.mapped();
      const auto done = shared_.with([&](Shared& shared) {
        const auto found = shared.subscriptions.find(filter);
        return found == shared.subscriptions.end() ? nullptr : found->second.done;
      });
      if (!done || !*done) break;
      if (event.code < 128) {
        (*done)(ok());
      } else {
        (*done)(denied(fmt::format("the broker refused the subscription: {}", reason_text(event.code)), filter));
      }
      break;
    }
    case MqttSession::Event::Message:
      deliver(event.message);
      break;
  }
}

void MqttClient::State::deliver(const MqttMessage& message) {
  std::vector<std::shared_ptr<const MessageHandler>> handlers;
  shared_.with([&](Shared& shared) {
    const auto exact = shared.subscriptions.find(message.topic);
    if (exact != shared.subscriptions.end()) handlers.push_back(exact->second.handler);
    for (const std::string& filter : shared.patterns) {
      if (topic_matches(filter, message.topic)) handlers.push_back(shared.subscriptions.at(filter).handler);
    }
  });
  for (const auto& handler : handlers) (*handler)(message);
}

Status MqttClient::State::hand_over(MqttSession& session) {
  while (in_flight_.size() < kHandedOverAtMost) {
    std::optional<Outgoing> next = shared_.with([](Shared& shared) {
      std::optional<Outgoing> first;
      if (shared.waiting.empty()) return first;
      first = std::move(shared.waiting.front());
      shared.waiting.pop_front();
      ++shared.handed_over;
      return first;
    });
    if (!next) return ok();
    const Result<int> sent = session.publish(next->message);
    if (sent.ok()) next->id = *sent;
    const bool never = !sent.ok() && sent.error().kind == Error::InvalidInput;
    const Completion done = never ? next->done : Completion{};
    if (!never) in_flight_.push_back(std::move(*next));  // also when the connection broke: take_back will find it
    shared_.with([&](Shared& shared) { shared.handed_over = in_flight_.size(); });
    if (done) done(sent.error());
    if (!sent.ok() && !never) return sent.error();
    for (const MqttSession::Event& event : session.take_events()) handle(event);  // qos 0 is done when written
  }
  return ok();
}

Status MqttClient::State::bring_subscriptions(MqttSession& session) {
  const std::set<std::string> changed = shared_.with([](Shared& shared) { return std::exchange(shared.changed, {}); });
  for (const std::string& filter : changed) {
    const std::optional<int> qos = shared_.with([&](Shared& shared) {
      const auto found = shared.subscriptions.find(filter);
      return found == shared.subscriptions.end() ? std::optional<int>() : found->second.qos;
    });
    if (!qos) {
      TRY(session.unsubscribe(filter));
    } else {
      subscribing_[TRY(session.subscribe(filter, *qos))] = filter;
    }
  }
  return ok();
}

/// A message without an answer holds one of the few places that a broker grants; a new connection has them all.
Status MqttClient::State::check_acknowledged() const {
  const auto limit = steady_clock::now() - options_.acknowledge_patience;
  const auto silent = std::ranges::find_if(in_flight_, [&](const Outgoing& one) { return one.deadline < limit; });
  if (silent == in_flight_.end()) return ok();
  return unavailable("the broker has not acknowledged what it was sent", silent->message.topic);
}

/// What was handed to a connection that is gone goes back to the head of the queue, in order.
void MqttClient::State::take_back() {
  shared_.with([this](Shared& shared) {
    while (!in_flight_.empty()) {
      shared.waiting.push_front(std::move(in_flight_.back()));
      in_flight_.pop_back();
    }
    shared.handed_over = 0;
  });
}

void MqttClient::State::expire() {
  const auto now = steady_clock::now();
  std::vector<Outgoing> late;
  shared_.with([&](Shared& shared) {
    std::erase_if(shared.waiting, [&](Outgoing& outgoing) {
      if (outgoing.deadline > now) return false;
      late.push_back(std::move(outgoing));
      return true;
    });
  });
  for (const Outgoing& outgoing : late) {
    if (outgoing.done) outgoing.done(timed_out("not delivered in time: no connection", outgoing.message.topic));
  }
}

void MqttClient::State::farewell(MqttSession& session) {
  const auto deadline = steady_clock::now() + kFarewell;
  Status standing = hand_over(session);
  while (standing.ok() && !in_flight_.empty() && steady_clock::now() < deadline) {
    standing = attend(session, milliseconds(50));
    if (standing.ok()) standing = hand_over(session);
  }
  session.disconnect();
}

void MqttClient::State::cancel_all() {
  const std::deque<Outgoing> left = shared_.with([](Shared& shared) {
    shared.stopped = true;
    return std::exchange(shared.waiting, {});
  });
  for (const Outgoing& outgoing : left) {
    if (outgoing.done) outgoing.done(cancelled("the client was stopped", outgoing.message.topic));
  }
}

void MqttClient::State::report(MqttStatus status) {
  shared_.with([&](Shared& shared) { shared.status = status; });
  if (on_status_) on_status_(status);
}

void MqttClient::State::rest(milliseconds length) {
  const auto end = steady_clock::now() + length;
  while (!stopping_) {
    const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
    if (left.count() <= 0) return;
    pollfd waiting{wake_.descriptor(), POLLIN, 0};
    if (poll(&waiting, 1, static_cast<int>(std::min(left, kTick).count())) > 0) wake_.clear();
    expire();
  }
}

}  // namespace hearth::net
