// A whole house that a simulated household lives in, in simulated time, on one thread, in one order.
#pragma once

#include <memory>

#include "connect/simulator/household_door.h"
#include "engine/simulated_house.h"

namespace hearth::engine {

/// Nothing happens between calls. `models`, `journal` and `household` must outlive it.
class LivedHouse {
 public:
  /// A started house at the household's time, with one door: the household's devices. Errors: those of House::open.
  static Result<std::unique_ptr<LivedHouse>> open(const Models& models, memory::Journal& journal,
                                                  simulation::Household& household, HouseOptions options = {});
  ~LivedHouse();

  House& house() { return simulated_->house(); }
  /// Lets both live until `to`. A command reaches its device in the instant that it leaves the house, written or not:
  /// the household lives and dies with this process. Errors: of the journal, which must then be thrown away.
  Status advance(Time to);

 private:
  class Gathering;
  LivedHouse(memory::Journal& journal, simulation::Household& household);
  void settle();

  std::unique_ptr<Gathering> journal_;
  simulation::Household& household_;
  std::unique_ptr<SimulatedHouse> simulated_;
  std::unique_ptr<connect::HouseholdDoor> door_;
};

}  // namespace hearth::engine
