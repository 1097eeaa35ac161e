// What is going to happen in the simulated home, in order of time.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/time.h"

namespace hearth::simulation {

/// One thread. What falls on the same instant happens in the order in which it was planned.
class Agenda {
 public:
  using Deed = std::function<void()>;

  explicit Agenda(Time now) : now_(now) {}

  Time now() const { return now_; }
  /// A time that has passed means now.
  void at(Time when, Deed deed);
  void after(Duration wait, Deed deed) { at(now_ + wait, std::move(deed)); }

  /// kNever when nothing is planned.
  Time next() const { return planned_.empty() ? kNever : planned_.front().at; }
  /// Does all that is due up to `to`, and what follows from it until then; now() is `to` afterwards.
  void run_until(Time to);

 private:
  struct Planned {
    Time at;
    uint64_t order;
    Deed deed;
  };
  static bool later(const Planned& a, const Planned& b);

  Time now_;
  uint64_t order_ = 0;
  std::vector<Planned> planned_;  ///< a heap, the earliest on top
};

}  // namespace hearth::simulation
