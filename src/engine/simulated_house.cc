#include "engine/simulated_house.h"

namespace hearth::engine {

Result<std::unique_ptr<SimulatedHouse>> SimulatedHouse::open(const Models& models, memory::Journal& journal, Time start,
                                                             HouseOptions options) {
  std::unique_ptr<SimulatedHouse> simulated(new SimulatedHouse(start));
  Parts parts = make_parts(models, options.zone);
  simulated->house_ =
      TRY(House::open(std::move(parts), simulated->executor_, simulated->clock_, journal, std::move(options)));
  return simulated;
}

void SimulatedHouse::settle() {
  do {
    while (house_->step()) {}
  } while (executor_.run_pending() > 0);
}

void SimulatedHouse::advance(Time to) {
  while (const std::optional<Time> wake = executor_.next_wake()) {
    if (*wake > to) break;
    if (*wake > clock_.now()) clock_.advance_to(*wake);
    executor_.fire_wakes();
    settle();
  }
  if (to > clock_.now()) clock_.advance_to(to);
}

}  // namespace hearth::engine
