#include "simulation/device.h"

#include <algorithm>
#include <cmath>

namespace hearth::simulation {

using home::Capability;
using home::Value;

namespace {

constexpr Duration kRefresh = std::chrono::hours(6);
constexpr Duration kDrain = std::chrono::hours(8);

}  // namespace

Device::Device(uint32_t index, Surroundings& around)
    : index_(index),
      around_(around),
      described_(around.home.devices[index]),
      entity_(around.home.door.listing.entities[index]),
      chance_(around.seed, "device " + entity_.key) {
  const auto states = around.home.door.states.find(entity_.key);
  for (const home::Trait& trait : entity_.traits) {
    Value initially;
    if (states != around.home.door.states.end() && states->second.contains(trait.capability)) {
      initially = states->second.at(trait.capability);
    }
    if (trait.capability == Capability::Battery && std::holds_alternative<double>(initially)) {
      level_ = std::get<double>(initially);
    }
    known_.push_back({trait.capability, initially, initially});
  }
}

void Device::start() {
  const Duration first = chance_.between(Span{{}, kRefresh});
  around_.agenda.after(first, [this] { refresh(); });
  if (described_.battery_lasts > Duration{} && has(Capability::Battery)) {
    around_.agenda.after(chance_.between(Span{{}, kDrain}), [this] { drain(); });
  }
}

bool Device::set(Capability capability, const Value& to) {
  if (!has(capability)) return false;
  become(capability, to);
  return true;
}

const home::Trait* Device::trait(Capability capability) const {
  const auto found = std::ranges::find(entity_.traits, capability, &home::Trait::capability);
  return found == entity_.traits.end() ? nullptr : &*found;
}

Device::Known* Device::find(Capability capability) {
  const auto found = std::ranges::find(known_, capability, &Known::capability);
  return found == known_.end() ? nullptr : &*found;
}

const Device::Known* Device::find(Capability capability) const {
  const auto found = std::ranges::find(known_, capability, &Known::capability);
  return found == known_.end() ? nullptr : &*found;
}

Value Device::value(Capability capability) const {
  const Known* known = find(capability);
  return known == nullptr ? Value() : known->value;
}

Value Device::shown(Capability capability) const {
  const Known* known = find(capability);
  return known == nullptr ? Value() : known->shown;
}

void Device::become(Capability capability, Value value) {
  Known* known = find(capability);
  if (known == nullptr) return;
  const bool changed = known->value != value;
  known->value = std::move(value);
  if (changed || home::facts(capability).momentary) say(*known);
  if (changed && around_.changed) around_.changed(index_, capability, Value(known->value));
}

void Device::measure(Capability capability, double value, double threshold) {
  Known* known = find(capability);
  if (known == nullptr) return;
  known->value = value;
  const double* last = std::get_if<double>(&known->shown);
  if (last == nullptr || std::abs(*last - value) >= threshold - 1e-9) say(*known);
}

void Device::say(Known& known) {
  const home::Trait* trait = this->trait(known.capability);
  if (frozen_ || empty_ || trait == nullptr || !home::known(known.value)) return;
  const bool event = home::facts(known.capability).momentary;
  if (!trait->sensed && !event) return;
  around_.radio.say(index_, known.capability, known.value, event ? Value() : known.shown);
  known.shown = known.value;
}

void Device::refresh() {
  if (!empty_) {
    for (Known& known : known_) {
      if (home::facts(known.capability).momentary) continue;
      const home::Trait* trait = this->trait(known.capability);
      if (!frozen_) {
        say(known);
      } else if (trait->sensed && home::known(known.shown)) {
        around_.radio.say(index_, known.capability, known.shown, known.shown);
      }
    }
  }
  around_.agenda.after(kRefresh + chance_.spread(std::chrono::minutes(5)), [this] { refresh(); });
}

void Device::act(Acts what, double amount) {
  double& before = acts_[static_cast<size_t>(what)];
  if (before == amount) return;
  around_.rooms.act(described_.room, what, amount - before);
  before = amount;
}

void Device::freeze(bool frozen) {
  frozen_ = frozen;
  if (frozen) return;
  for (Known& known : known_) {
    if (known.value != known.shown) say(known);
  }
}

void Device::drain() {
  if (level_ > 0)
    charge(level_ - 100 * to_seconds(kDrain) / to_seconds(described_.battery_lasts) * chance_.between(0.6, 1.4));
  around_.agenda.after(kDrain, [this] { drain(); });
}

void Device::charge(double percent) {
  Known* known = find(Capability::Battery);
  if (known == nullptr) return;
  const bool was_empty = empty_;
  level_ = std::clamp(percent, 0.0, 100.0);
  known->value = std::ceil(level_);
  if (level_ > 0) {
    empty_ = false;
    if (was_empty) freeze(frozen_);  // tells all that it missed
    if (known->value != known->shown) say(*known);
    return;
  }
  empty_ = true;
  if (!was_empty && around_.changed) around_.changed(index_, Capability::Battery, Value(0.0));
}

std::unique_ptr<Device> make_device(uint32_t index, Surroundings& around) {
  if (auto device = make_powered_device(index, around)) return device;
  if (auto device = make_moving_device(index, around)) return device;
  if (auto device = make_sensing_device(index, around)) return device;
  return std::make_unique<Device>(index, around);
}

Devices::Devices(Surroundings& around) : by_room_(around.home.rooms.size()) {
  for (uint32_t i = 0; i < around.home.devices.size(); ++i) {
    devices_.push_back(make_device(i, around));
    by_room_[around.home.devices[i].room].push_back(devices_.back().get());
  }
}

void Devices::start() {
  for (const auto& device : devices_) device->start();
}

void Devices::stir(uint32_t room) {
  for (Device* device : by_room_[room]) device->stir();
}

}  // namespace hearth::simulation
