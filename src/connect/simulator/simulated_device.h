// One device that is played: its state, what a Set does to it, and how it can misbehave.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/time.h"
#include "flow/step.h"
#include "home/things.h"

namespace hearth::connect {

/// What is wrong with a device just now; all may be at once.
struct Faults {
  Duration delay{};       ///< beside the device's own
  bool lose = false;      ///< commands never arrive
  bool repeat = false;    ///< every report comes twice
  bool opposite = false;  ///< it does, and reports, the opposite of what it was told
  bool silent = false;    ///< it does as told and reports nothing
  bool refuse = false;    ///< the door cannot deliver and says so
  bool away = false;      ///< it is off the air, and known to be
};

/// Plain data and sums; times and reports are the door's business.
class SimulatedDevice {
 public:
  SimulatedDevice(home::Entity entity, std::map<home::Capability, home::Value> initially, Duration delay)
      : entity_(std::move(entity)), state_(std::move(initially)), delay_(delay) {}

  const std::string& key() const { return entity_.key; }
  const home::Entity& entity() const { return entity_; }
  const std::map<home::Capability, home::Value>& state() const { return state_; }
  /// Unknown when it never had one.
  home::Value value(home::Capability capability) const;
  Duration delay() const { return delay_ + faults.delay; }

  /// Changes the state and returns what a device would report of it: the capability itself, also when it did not
  /// change, and what follows from it (a lamp that is dimmed goes on).
  std::vector<home::Capability> set(home::Capability capability, const home::Value& to);
  /// As `set` by a command, with the faults it has; counts.
  std::vector<home::Capability> obey(const flow::Set& set);
  /// How often a command really changed something: what a person in the room would have seen.
  uint64_t changes() const { return changes_; }

  Faults faults;

 private:
  home::Entity entity_;
  std::map<home::Capability, home::Value> state_;
  Duration delay_;
  uint64_t changes_ = 0;
};

/// Off for on, 0 or 100 for the far end of a percentage; a word stays what it was.
home::Value opposite_of(const home::Value& wanted, const home::Value& present);

}  // namespace hearth::connect
