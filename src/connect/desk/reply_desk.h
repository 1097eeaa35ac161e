// Where those wait who have asked the house something, until it says what it has to say to them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "base/guarded.h"
#include "base/json.h"
#include "flow/command.h"
#include "net/http.h"

namespace hearth::connect {

/// What a door answers to a wish that it could not take: 429 for Unavailable, which is over in a moment.
net::HttpResponse refusal_of(const Error& error);

/// What a plan says to whoever waits, as a door writes it: {"text", "choices", "plan", "trace"}.
Json reply_of(const flow::Words& words, flow::MessageId plan, flow::TraceId trace);

/// Gives each a ticket (flow::Address::ticket), so that nobody gets another's answer. Thread-safe.
class ReplyDesk {
 public:
  /// `tickets_after`: no number up to this one may stand on a ticket, since an earlier start may have used it. `most`:
  /// how many may wait; one more is refused, and those before keep their places.
  ReplyDesk(uint64_t tickets_after, size_t most) : most_(most), state_(State{{}, tickets_after}) {}

  /// Returns its ticket. Errors: Unavailable when too many wait.
  Result<uint64_t> wait(net::HttpResponder responder);
  /// Who waits with that ticket waits no more; none when nobody does.
  std::optional<net::HttpResponder> take(uint64_t ticket);
  /// Whoever still waits gets no answer.
  void clear();

 private:
  struct State {
    std::map<uint64_t, net::HttpResponder> waiting;
    uint64_t last = 0;
  };
  const size_t most_;
  Guarded<State> state_;
};

}  // namespace hearth::connect
