#include "connect/simulator/simulated_device.h"

namespace hearth::connect {
namespace {

using home::Capability;
using home::Value;

bool turns_on(Capability capability, const Value& to) {
  const double* number = std::get_if<double>(&to);
  switch (capability) {
    case Capability::Brightness:
    case Capability::Speed:
      return number != nullptr && *number > 0;
    case Capability::ColorTemperature:
    case Capability::Color:
    case Capability::Effect:
      return true;
    default:
      return false;
  }
}

}  // namespace

Value opposite_of(const Value& wanted, const Value& present) {
  if (const bool* yes = std::get_if<bool>(&wanted)) return !*yes;
  if (const double* number = std::get_if<double>(&wanted)) return *number >= 50 ? 0.0 : 100.0;
  return present;
}

Value SimulatedDevice::value(Capability capability) const {
  const auto found = state_.find(capability);
  return found == state_.end() ? Value() : found->second;
}

std::vector<Capability> SimulatedDevice::set(Capability capability, const Value& to) {
  std::vector<Capability> reported{capability};
  state_[capability] = to;
  const bool has_switch = state_.contains(Capability::OnOff);
  const double* number = std::get_if<double>(&to);
  if (has_switch && turns_on(capability, to) && state_[Capability::OnOff] != Value(true)) {
    state_[Capability::OnOff] = true;
    reported.push_back(Capability::OnOff);
  }
  const bool dark =
      (capability == Capability::Brightness || capability == Capability::Speed) && number != nullptr && *number <= 0;
  if (has_switch && dark && state_[Capability::OnOff] != Value(false)) {
    state_[Capability::OnOff] = false;
    reported.push_back(Capability::OnOff);
  }
  return reported;
}

std::vector<Capability> SimulatedDevice::obey(const flow::Set& wanted) {
  const Value to = faults.opposite ? opposite_of(wanted.to, value(wanted.capability)) : wanted.to;
  if (value(wanted.capability) != to) ++changes_;
  return set(wanted.capability, to);
}

}  // namespace hearth::connect
