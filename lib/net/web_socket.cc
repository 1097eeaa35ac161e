#include "net/web_socket.h"

#include <utility>

namespace hearth::net {

WebSocket::WebSocket(const SocketLimits& limits, std::function<void()> wake)
    : wake_(std::move(wake)), state_(State{.outbox = Outbox(limits.most_waiting, limits.most_waiting_bytes)}) {}

bool WebSocket::send(std::string text, const std::string& key) {
  enum class Did : uint8_t { Refused, Queued, Overflowed };
  const Did did = state_.with([&](State& state) {
    if (!state.open) return Did::Refused;
    if (state.outbox.push(std::move(text), key)) return Did::Queued;
    state.outbox.clear();
    state.open = false;
    state.fell_behind = true;
    state.ending = {SocketClose::TryAgainLater, "too slow; come back with the last seq"};
    return Did::Overflowed;
  });
  if (did != Did::Refused) wake_();
  return did == Did::Queued;
}

void WebSocket::close(SocketClose why, std::string_view reason) {
  const bool closes = state_.with([&](State& state) {
    if (!state.open) return false;
    state.open = false;
    if (why == SocketClose::TryAgainLater) state.outbox.clear();
    state.ending = {why, std::string(reason)};
    return true;
  });
  if (closes) wake_();
}

bool WebSocket::open() const {
  return state_.with([](const State& state) { return state.open; });
}
bool WebSocket::fell_behind() const {
  return state_.with([](const State& state) { return state.fell_behind; });
}

std::optional<std::string> WebSocket::next_text() {
  return state_.with([](State& state) { return state.outbox.pop(); });
}
std::optional<WebSocket::Ending> WebSocket::next_ending() {
  return state_.with([](State& state) { return std::exchange(state.ending, std::nullopt); });
}

void WebSocket::gone() {
  state_.with([](State& state) {
    state.open = false;
    state.outbox.clear();
    state.ending.reset();
  });
}

}  // namespace hearth::net
