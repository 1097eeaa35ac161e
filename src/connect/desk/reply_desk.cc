#include "connect/desk/reply_desk.h"

#include <utility>

namespace hearth::connect {

Json reply_of(const flow::Words& words, flow::MessageId plan, flow::TraceId trace) {
  return {{"text", words.text}, {"choices", words.choices}, {"plan", plan.value}, {"trace", trace.value}};
}

uint64_t ReplyDesk::wait(net::HttpResponder responder) {
  std::optional<net::HttpResponder> gone;  // is answered when it goes, which is nothing to do under a lock
  return state_.with([&](State& state) {
    if (state.waiting.size() >= most_) {
      gone = std::move(state.waiting.begin()->second);
      state.waiting.erase(state.waiting.begin());
    }
    state.waiting.emplace(++state.last, std::move(responder));
    return state.last;
  });
}

std::optional<net::HttpResponder> ReplyDesk::take(uint64_t ticket) {
  return state_.with([&](State& state) -> std::optional<net::HttpResponder> {
    auto found = state.waiting.extract(ticket);
    if (!found) return std::nullopt;
    return std::move(found.mapped());
  });
}

void ReplyDesk::clear() {
  const auto gone = state_.with([](State& state) { return std::exchange(state.waiting, {}); });
}

}  // namespace hearth::connect
