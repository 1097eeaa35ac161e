#include "engine/lived_house.h"

#include <algorithm>

namespace hearth::engine {

Result<std::unique_ptr<LivedHouse>> LivedHouse::open(const Models& models, memory::Journal& journal,
                                                     simulation::Household& household, HouseOptions options) {
  std::unique_ptr<LivedHouse> lived(new LivedHouse(journal, household));
  lived->simulated_ = TRY(SimulatedHouse::open(models, journal, household.now(), std::move(options)));
  lived->door_ = std::make_unique<connect::HouseholdDoor>(household, lived->simulated_->clock());
  lived->house().attach(*lived->door_);
  lived->house().start();
  TRY(lived->door_->open(lived->house()));
  TRY(lived->settle());
  return lived;
}

LivedHouse::~LivedHouse() {
  if (!door_) return;
  (void)journal_.flush().ok();  // what is written may still call the door; a disk that refuses was told of by advance()
  door_->close();
}

Status LivedHouse::settle() {
  do {
    simulated_->settle();
    // A writer of its own thread lets commands out in its own time; wait for it, so that time stands still meanwhile.
    const auto& plans = house().core().memory().plans.all();
    if (std::ranges::any_of(plans, [](const memory::PlanRecord& plan) { return !plan.finished; })) {
      TRY(journal_.flush());
    }
  } while (door_->tick());
  return ok();
}

Status LivedHouse::advance(Time to) {
  while (true) {
    Time next = std::min(to, household_.next_due());
    if (const std::optional<Time> wake = simulated_->next_wake()) next = std::min(next, *wake);
    simulated_->advance(next);
    TRY(settle());
    if (next >= to) return ok();
  }
}

}  // namespace hearth::engine
