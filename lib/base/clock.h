// The only way to learn what time it is. Injected, so that a year passes in a test within seconds.
#pragma once

#include <atomic>

#include "base/time.h"

namespace hearth {

/// Thread-safe. `now` is the wall clock and may step; `steady` never goes back and counts from an arbitrary origin.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Time now() const = 0;
  virtual Duration steady() const = 0;
};

class SystemClock final : public Clock {
 public:
  Time now() const override;
  Duration steady() const override;
};

/// Moves only when told to.
class SimulatedClock final : public Clock {
 public:
  explicit SimulatedClock(Time start) : now_(to_microseconds(start)) {}
  Time now() const override { return from_microseconds(now_.load()); }
  Duration steady() const override { return Duration{steady_.load()}; }

  /// Lets time pass: both clocks move. `to` must not lie before now().
  void advance_to(Time to) { advance(to - now()); }
  void advance(Duration by) {
    CHECK(by.count() >= 0);
    now_ += by.count();
    steady_ += by.count();
  }
  /// Sets the wall clock without time passing, as an operator or NTP does; `by` may be negative.
  void step(Duration by) { now_ += by.count(); }

 private:
  std::atomic<int64_t> now_;
  std::atomic<int64_t> steady_{0};
};

}  // namespace hearth
