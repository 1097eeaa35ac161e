// What nodes and edges did, counted where it happens and readable from any thread. Never an input to a decision.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <vector>

namespace hearth::graph {

/// Nanoseconds of the processor's steady clock. For measuring alone: nothing that the house does may depend on it.
inline int64_t ticks() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// A number with one writer at a time and any number of readers.
class Counter {
 public:
  void add(uint64_t by = 1) { value_.store(value_.load(std::memory_order_relaxed) + by, std::memory_order_relaxed); }
  void set(uint64_t to) { value_.store(to, std::memory_order_relaxed); }
  uint64_t get() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<uint64_t> value_{0};
};

/// Durations in buckets a quarter of a power of two wide: a quantile is right within 25 %.
class Histogram {
 public:
  void record(int64_t nanoseconds) { buckets_[bucket(nanoseconds)].add(); }
  uint64_t count() const;
  /// Upper bound in nanoseconds below which the share `q` (0 to 1) of the recorded durations lies; 0 when empty.
  int64_t quantile(double q) const;

 private:
  static size_t bucket(int64_t nanoseconds) {
    const auto value = static_cast<uint64_t>(nanoseconds < 4 ? 4 : nanoseconds);
    const int width = 63 - __builtin_clzll(value);
    const size_t index = static_cast<size_t>(width - 2) * 4 + ((value >> (width - 2)) & 3);
    return index < kBuckets ? index : kBuckets - 1;
  }
  static constexpr size_t kBuckets = 160;  // up to about 70 minutes
  std::array<Counter, kBuckets> buckets_;
};

/// One call of a node: which trace, when it began (ticks) and how long it took until the next node was entered.
struct Span {
  uint64_t trace = 0;
  int64_t began = 0;
  int64_t lasted = 0;
};

/// The last spans of a node. One writer at a time; a reader skips a span that is just being replaced.
class Spans {
 public:
  static constexpr size_t kKept = 16;
  void record(const Span& span);
  /// Oldest first.
  std::vector<Span> read() const;

 private:
  struct Slot {
    std::atomic<uint64_t> version{0};  // odd while it is written
    std::atomic<uint64_t> trace{0};
    std::atomic<int64_t> began{0}, lasted{0};
  };
  std::array<Slot, kKept> slots_;
  std::atomic<uint64_t> next_{0};
};

inline void Spans::record(const Span& span) {
  const uint64_t at = next_.load(std::memory_order_relaxed);
  Slot& slot = slots_[at % kKept];
  slot.version.store(2 * at + 1, std::memory_order_relaxed);
  slot.trace.store(span.trace, std::memory_order_release);
  slot.began.store(span.began, std::memory_order_release);
  slot.lasted.store(span.lasted, std::memory_order_release);
  slot.version.store(2 * at + 2, std::memory_order_release);
  next_.store(at + 1, std::memory_order_release);
}

/// How a node fares. Failing: it is left alone for a while, then tried again. Off: it hung in a call and stays off.
enum class NodeState : uint8_t { Well, Failing, Off };

struct NodeMeasures {
  Counter count, errors, shed, late, dropped, cancelled;
  std::atomic<NodeState> state{NodeState::Well};
  Histogram latency;
  Spans spans;

  void record(const Span& span) {
    latency.record(span.lasted);
    spans.record(span);
  }
};

struct EdgeMeasures {
  Counter queued, dropped, coalesced;
};

}  // namespace hearth::graph
