#include "connect/simulator/household_door.h"

namespace hearth::connect {

Status HouseholdDoor::open(HouseInbox& inbox) {
  inbox_ = &inbox;
  const home::Listing& listing = household_.listing();
  inbox.inventory({.head = {}, .listing = listing});
  for (const simulation::Report& report : household_.shown()) {
    flow::Observation seen;
    seen.capability = report.capability;
    seen.value = report.value;
    seen.retained = true;
    inbox.observe(listing.door, listing.entities[report.device].key, std::move(seen));
  }
  household_.take_reports();  // those are in what is shown
  return ok();
}

void HouseholdDoor::carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) {
  queue_.with([&](auto& queue) { queue.push_back({command, std::move(home)}); });
}

DoorHealth HouseholdDoor::health() const {
  return {.name = std::string(name()),
          .connected = inbox_ != nullptr,
          .detail = "simulated household, " + std::to_string(household_.listing().entities.size()) + " devices",
          .in = in_,
          .out = out_,
          .errors = errors_,
          .unusable = {}};
}

bool HouseholdDoor::tick() {
  household_.advance(clock_.now());
  bool any = false;
  for (auto queued = queue_.with([](auto& queue) { return std::exchange(queue, {}); }); !queued.empty(); any = true) {
    ++out_;
    flow::Receipt receipt{.plan = queued.front().command.plan, .step = queued.front().command.step};
    receipt.error = take(queued.front());
    if (receipt.error) ++errors_;
    if (inbox_ != nullptr) inbox_->receipt(std::move(receipt));
    queued.pop_front();
  }
  for (simulation::Report& report : household_.take_reports()) {
    if (inbox_ == nullptr) continue;
    flow::Observation seen;
    seen.capability = report.capability;
    seen.value = std::move(report.value);
    inbox_->observe(name(), household_.listing().entities[report.device].key, std::move(seen));
    ++in_;
    any = true;
  }
  return any;
}

std::optional<Error> HouseholdDoor::take(const Queued& queued) {
  const auto* set = std::get_if<flow::Set>(&queued.command.what);
  if (set == nullptr) return std::nullopt;  // nobody listens to words here
  const home::DoorId door = queued.home->door(name());
  for (const home::Source& source : queued.home->sources_of(set->entity)) {
    if (source.door != door) continue;
    const Status told = household_.command(source.key, set->capability, set->to);
    return told ? std::nullopt : std::optional(told.error());
  }
  return not_found("the household has no such device", "entity " + std::to_string(set->entity.value));
}

}  // namespace hearth::connect
