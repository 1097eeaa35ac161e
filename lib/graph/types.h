// The few words that ports, nodes, lanes and their users share.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "base/time.h"

namespace hearth::graph {

/// Where a node runs: the house thread (a strand, quick and deterministic), or a lane whose workers may run models.
enum class Lane : uint8_t { House, Realtime, Interactive, Background };
inline constexpr size_t kLanes = 4;
std::string_view to_string(Lane lane);

/// What an edge into a lane does when its queue is full. Whatever it does, every request comes back as one Return.
enum class Policy : uint8_t {
  DropOldest,     ///< the longest queued one comes back Dropped
  DropNewest,     ///< the new one comes back Dropped
  CoalesceByKey,  ///< at any time a new one replaces a queued one of the same key; when full as DropOldest
  Refuse,         ///< the new one comes back Dropped with an Unavailable error, so that its sender can say so
};
using enum Policy;

/// What the graph needs to know of a message. Zero and kNever mean "not set": an emission then inherits the trace and
/// the deadline of the message that is being handled.
struct Envelope {
  uint64_t id = 0;
  uint64_t trace = 0;
  Time deadline = kNever;
};

/// The envelope of a message: what `envelope(message)` says where argument-dependent lookup finds one; else what stands
/// in a member `head` with `id.value`, `trace.value` and `deadline`; else nothing is set.
template <class T>
Envelope envelope_of(const T& message) {
  if constexpr (requires {
                  { envelope(message) } -> std::convertible_to<Envelope>;
                }) {
    return envelope(message);
  } else if constexpr (requires { Envelope{message.head.id.value, message.head.trace.value, message.head.deadline}; }) {
    return {message.head.id.value, message.head.trace.value, message.head.deadline};
  } else {
    return {};
  }
}

/// How two ports are joined. An edge into a lane needs a capacity (how many may wait on it); one within the house needs
/// nothing and is a plain call. `key` serves CoalesceByKey (absent: the trace). `later` lets an edge close a cycle:
/// within the house it then runs after everything that the current entry started has drained, in order.
template <class T>
struct EdgeOptions {
  size_t capacity = 0;
  Policy policy = DropOldest;
  std::function<uint64_t(const T&)> key;
  bool later = false;
};

}  // namespace hearth::graph
