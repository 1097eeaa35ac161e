// Puts events in order of time within a window, in bounded memory.
#pragma once

#include <cstdint>
#include <optional>
#include <queue>
#include <string>
#include <vector>

#include "base/time.h"
#include "connect/recording/sensors.h"

namespace hearth::connect {

struct Event {
  Time at{};
  uint64_t order = 0;  ///< of coming in: decides between equal times; set by TimeOrder
  Sensors::Reading reading;
  std::string label;
};

/// An event waits until one has come that is a window later. What comes too late for its place goes out at once, its
/// time moved forward to that of the event before it. Times that go out never fall.
class TimeOrder {
 public:
  static constexpr size_t kMostWaiting = 4096;

  enum Came : unsigned char { InOrder, Early, Late };

  explicit TimeOrder(Duration window) : window_(window) {}

  /// `moves_on`: the file has come to that time; false for an end that is known in advance. Returns how it came: Early
  /// means before one that was pushed earlier, and it will be sorted in.
  Came push(Event event, bool moves_on);
  /// Everything that is ready, in order; after finish() everything.
  std::optional<Event> pop();
  void finish() { finished_ = true; }

 private:
  struct Later {
    bool operator()(const Event& a, const Event& b) const { return a.at != b.at ? a.at > b.at : a.order > b.order; }
  };

  const Duration window_;
  std::priority_queue<Event, std::vector<Event>, Later> waiting_;
  Time newest_ = Time::min();  // to which the file has come
  Time out_ = Time::min();     // of the event that went out last
  uint64_t pushed_ = 0;
  bool finished_ = false;
};

}  // namespace hearth::connect
