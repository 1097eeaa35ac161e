// The door to a simulated household: its devices report, and obey what the house sends.
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "base/guarded.h"
#include "connect/door.h"
#include "simulation/household.h"

namespace hearth::connect {

/// `carry_out` may be called from any thread and only queues; everything else belongs to the thread that lets time
/// pass. Nothing happens between two calls of tick().
class HouseholdDoor final : public Door {
 public:
  /// Both must outlive it. The clock's wall time must not lie before the household's.
  HouseholdDoor(simulation::Household& household, const Clock& clock) : household_(household), clock_(clock) {}

  std::string_view name() const override { return household_.listing().door; }
  /// Posts the inventory, then what every device showed last as retained.
  Status open(HouseInbox& inbox) override;
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) override;
  DoorHealth health() const override;
  /// The household lives on; what it reports meanwhile is lost.
  void close() override { inbox_ = nullptr; }

  /// Takes queued commands, brings the household to the clock's time and posts what it reported. True when anything
  /// was taken or posted.
  bool tick();
  /// When it is worth to call tick() again, on the wall clock.
  Time next_due() const { return household_.next_due(); }

 private:
  struct Queued {
    flow::Command command;
    std::shared_ptr<const home::Home> home;
  };
  std::optional<Error> take(const Queued& queued);

  simulation::Household& household_;
  const Clock& clock_;
  HouseInbox* inbox_ = nullptr;
  Guarded<std::deque<Queued>> queue_;
  uint64_t in_ = 0, out_ = 0, errors_ = 0;
};

}  // namespace hearth::connect
