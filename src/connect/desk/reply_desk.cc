#include "connect/desk/reply_desk.h"

#include <utility>
#include <vector>

namespace hearth::connect {

Json reply_of(const flow::Words& words, flow::MessageId plan, flow::TraceId trace) {
  return {{"text", words.text}, {"choices", words.choices}, {"plan", plan.value}, {"trace", trace.value}};
}

net::HttpResponse refusal_of(const Error& error) {
  return error.kind == Error::Unavailable ? net::http_error(429, error) : net::http_error(error);
}

Result<uint64_t> ReplyDesk::wait(net::HttpResponder responder) {
  std::vector<net::HttpResponder> gone;  // the last copy answers when it goes, which is nothing to do under a lock
  const uint64_t ticket = state_.with([&](State& state) -> uint64_t {
    if (state.waiting.size() >= most_) {
      std::erase_if(state.waiting, [&](auto& one) {
        if (one.second.waiting()) return false;
        gone.push_back(std::move(one.second));
        return true;
      });
    }
    if (state.waiting.size() >= most_) return 0;
    state.waiting.emplace(++state.last, std::move(responder));
    return state.last;
  });
  if (ticket == 0) return unavailable("too many wait for an answer already; try again in a moment");
  return ticket;
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
