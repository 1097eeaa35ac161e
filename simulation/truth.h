// What really happened in a simulated home: who did what when and why, and what was out of the ordinary.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "home/capability.h"

namespace hearth::simulation {

struct TruthEvent {
  enum Kind : uint8_t {
    Habit,    ///< somebody begins what they usually do; `what` is the habit
    Done,     ///< and has done it; `of` is its Habit
    Omitted,  ///< chance had it that a habit was not followed today
    Skipped,  ///< it could not be followed; `why`: away, asleep, busy
    Deed,     ///< a hand on a device; `of` is the Habit or what else led to it, 0 for none
    Obeyed,   ///< a device did what it was told over the air
    Move,     ///< from one room (`why`) to another (`what`); "away" is a room as well
    Day,      ///< ill, holiday, vacation, guests, visitor
    Anomaly,  ///< something is wrong from here on; `what` is its kind
    Mended,   ///< and is no more; `of` is its Anomaly, `why` how
    Radio,    ///< a report or command was lost, repeated or contradicted; `what` says which
  };
  uint64_t id = 0, of = 0;
  Time at{};
  Kind kind = Deed;
  std::string who, what, key, why;
  home::Capability capability = home::Capability::None;
  home::Value value;
  bool operator==(const TruthEvent&) const = default;
};

std::string_view to_string(TruthEvent::Kind kind);
/// One line of JSON without its end; empty members are left out.
std::string to_line(const TruthEvent& event);

/// Numbers events from 1 in the order in which they happen. One thread.
class Truth {
 public:
  /// Returns the event's number.
  uint64_t tell(TruthEvent event);
  /// What was told since the last call.
  std::vector<TruthEvent> take() { return std::exchange(told_, {}); }

 private:
  uint64_t last_ = 0;
  std::vector<TruthEvent> told_;
};

}  // namespace hearth::simulation
