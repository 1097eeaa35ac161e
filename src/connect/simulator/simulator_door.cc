#include "connect/simulator/simulator_door.h"

#include <algorithm>

namespace hearth::connect {

using home::Capability;

SimulatorDoor::SimulatorDoor(simulation::DescribedDoor described, const Clock& clock)
    : listing_(std::move(described.listing)), clock_(clock) {
  for (const home::Entity& entity : listing_.entities) {
    devices_.emplace(entity.key, SimulatedDevice(entity, described.states[entity.key], described.delays[entity.key]));
  }
}

Status SimulatorDoor::open(HouseInbox& inbox) {
  inbox_ = &inbox;
  inbox.inventory({.head = {}, .listing = listing_});
  for (const auto& [key, device] : devices_) {
    report(device, Capability::Available, true);
    for (const auto& [capability, value] : device.state()) report(device, capability, true);
  }
  return ok();
}

void SimulatorDoor::carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) {
  queue_.with([&](auto& queue) { queue.push_back({command, std::move(home)}); });
}

DoorHealth SimulatorDoor::health() const {
  return {.name = listing_.door,
          .connected = inbox_ != nullptr,
          .detail = "simulated, " + std::to_string(devices_.size()) + " devices",
          .in = in_,
          .out = out_,
          .unusable = {}};
}

bool SimulatorDoor::tick() {
  bool any = false;
  for (auto queued = queue_.with([](auto& queue) { return std::exchange(queue, {}); }); !queued.empty(); any = true) {
    take(queued.front());
    queued.pop_front();
  }
  const Duration now = clock_.steady();
  while (true) {
    const auto due = std::ranges::find_if(effects_, [&](const Effect& effect) { return effect.due <= now; });
    if (due == effects_.end()) return any;
    const Effect effect = std::move(*due);
    effects_.erase(due);
    take_effect(effect);
    any = true;
  }
}

std::optional<Duration> SimulatorDoor::next_due() const {
  const auto first = std::ranges::min_element(effects_, {}, &Effect::due);
  return first == effects_.end() ? std::nullopt : std::optional(first->due);
}

void SimulatorDoor::take(const Queued& queued) {
  ++out_;
  if (const auto* words = std::get_if<flow::Words>(&queued.command.what)) {
    const home::Device* device = queued.home->device(queued.command.to.device);
    const std::string to = device == nullptr || device->identifiers.empty() ? "" : device->identifiers.front();
    spoken_.push_back({clock_.now(), to, *words, queued.command.plan, queued.command.step});
    receipt(queued.command, std::nullopt);
  } else if (const auto* set = std::get_if<flow::Set>(&queued.command.what)) {
    receipt(queued.command, take_set(queued, *set));
  } else {
    receipt(queued.command, std::nullopt);
  }
}

std::optional<Error> SimulatorDoor::take_set(const Queued& queued, const flow::Set& set) {
  const home::DoorId door = queued.home->door(listing_.door);
  SimulatedDevice* device = nullptr;
  for (const home::Source& source : queued.home->sources_of(set.entity)) {
    if (source.door == door && device == nullptr) device = this->device(source.key);
  }
  if (device == nullptr) return not_found("this door has no such device", "entity " + std::to_string(set.entity.value));
  delivered_.push_back({clock_.now(), device->key(), set, queued.command.plan, queued.command.step});
  const Faults faults = chance(device->faults);
  if (faults.refuse) return unavailable("the device refused", device->key());
  if (faults.lose || faults.away) return std::nullopt;
  effects_.push_back({clock_.steady() + device->delay() + (faults.delay - device->faults.delay), device->key(), set});
  return std::nullopt;
}

Faults SimulatorDoor::chance(const Faults& own) {
  Faults faults = own;
  if (misbehaviour_ <= 0) return faults;
  // Not std::uniform_…: what those draw differs from one library to the next.
  if (static_cast<double>(dice_() >> 11) * 0x1p-53 >= misbehaviour_) return faults;
  switch (dice_() % 4) {
    case 0:
      faults.delay += std::chrono::milliseconds(dice_() % 8000);
      break;
    case 1:
      faults.lose = true;
      break;
    case 2:
      faults.refuse = true;
      break;
    default:
      faults.delay += std::chrono::milliseconds(dice_() % 500);
      break;
  }
  return faults;
}

void SimulatorDoor::take_effect(const Effect& effect) {
  SimulatedDevice* device = this->device(effect.key);
  if (device == nullptr) return;
  for (const Capability capability : device->obey(effect.set)) {
    report(*device, capability, false);
    if (device->faults.repeat) report(*device, capability, false);
  }
}

void SimulatorDoor::report(const SimulatedDevice& device, Capability capability, bool retained) {
  if (inbox_ == nullptr || device.faults.silent) return;
  flow::Observation seen;
  seen.capability = capability;
  seen.retained = retained;
  if (capability == Capability::Available) {
    seen.value = !device.faults.away;
  } else {
    if (device.faults.away) return;
    const auto& traits = device.entity().traits;
    const auto trait = std::ranges::find(traits, capability, &home::Trait::capability);
    if (trait == traits.end() || !trait->sensed) return;
    seen.value = device.value(capability);
  }
  if (!home::known(seen.value)) return;
  ++in_;
  inbox_->observe(listing_.door, device.key(), std::move(seen));
}

void SimulatorDoor::receipt(const flow::Command& command, std::optional<Error> error) {
  if (inbox_ == nullptr) return;
  flow::Receipt receipt;
  receipt.plan = command.plan;
  receipt.step = command.step;
  receipt.error = std::move(error);
  inbox_->receipt(std::move(receipt));
}

Status SimulatorDoor::change(std::string_view key, Capability capability, const home::Value& to) {
  SimulatedDevice* device = this->device(key);
  if (device == nullptr) return not_found("no such device", std::string(key));
  const auto& traits = device->entity().traits;
  if (std::ranges::find(traits, capability, &home::Trait::capability) == traits.end()) {
    return not_found("it has no " + std::string(home::facts(capability).name), std::string(key));
  }
  for (const Capability changed : device->set(capability, to)) report(*device, changed, false);
  return ok();
}

Status SimulatorDoor::report(std::string_view key) {
  const SimulatedDevice* device = find(key);
  if (device == nullptr) return not_found("no such device", std::string(key));
  for (const auto& [capability, value] : device->state()) report(*device, capability, false);
  return ok();
}

Status SimulatorDoor::set_faults(std::string_view key, const Faults& faults) {
  SimulatedDevice* device = this->device(key);
  if (device == nullptr) return not_found("no such device", std::string(key));
  const bool was_away = device->faults.away;
  device->faults = faults;
  if (was_away == faults.away) return ok();
  report(*device, Capability::Available, false);
  if (was_away) TRY(report(key));
  return ok();
}

void SimulatorDoor::misbehave(uint64_t seed, double probability) {
  dice_.seed(seed);
  misbehaviour_ = probability;
}

Status SimulatorDoor::remove(std::string_view key) {
  const auto found = devices_.find(key);
  if (found == devices_.end()) return not_found("no such device", std::string(key));
  std::erase_if(listing_.entities, [&](const home::Entity& entity) { return entity.key == key; });
  devices_.erase(found);
  if (inbox_ != nullptr) inbox_->inventory({.head = {}, .listing = listing_});
  return ok();
}

SimulatedDevice* SimulatorDoor::device(std::string_view key) {
  const auto found = devices_.find(key);
  return found == devices_.end() ? nullptr : &found->second;
}

const SimulatedDevice* SimulatorDoor::find(std::string_view key) const {
  const auto found = devices_.find(key);
  return found == devices_.end() ? nullptr : &found->second;
}

uint64_t SimulatorDoor::changes() const {
  uint64_t sum = 0;
  for (const auto& [key, device] : devices_) sum += device.changes();
  return sum;
}

}  // namespace hearth::connect
