// What draws power: lamps, plugs, appliances with a program, fans, players.
#include <algorithm>
#include <cmath>

#include "simulation/device.h"

namespace hearth::simulation {
namespace {

using home::Capability;
using home::Value;

/// Has a switch; what it draws becomes heat in its room.
class Powered : public Device {
 public:
  using Device::Device;

  void start() override {
    Device::start();
    follow();
  }

  bool set(Capability capability, const Value& to) override {
    if (!has(capability)) return false;
    const double* number = std::get_if<double>(&to);
    const bool dims = capability == Capability::Brightness || capability == Capability::Speed;
    if (dims && number == nullptr) return false;
    if (!(dims && *number <= 0)) become(capability, to);  // dark keeps the brightness that it had
    if (dims) become(Capability::OnOff, *number > 0);
    if (capability == Capability::ColorTemperature || capability == Capability::Color) become(Capability::OnOff, true);
    follow();
    return true;
  }

 protected:
  double level(Capability capability) const {
    const Value now = value(capability);
    const double* number = std::get_if<double>(&now);
    return number == nullptr ? 1 : std::clamp(*number / 100, 0.0, 1.0);
  }
  /// Lets its room and its meter know how it is switched now.
  virtual void follow() { draw(is(Capability::OnOff) ? described().watts : described().standby_w); }

  void draw(double watts) {
    act(Acts::Heat, watts);
    if (!has(Capability::Power)) return;
    const double metered = watts > 5 ? watts * chance().between(0.97, 1.03) : watts;
    measure(Capability::Power, std::round(metered * 10) / 10, std::max(1.0, watts * 0.05));
  }
};

class Lamp final : public Powered {
 public:
  using Powered::Powered;
  void follow() override {
    const double share = is(Capability::OnOff) ? level(Capability::Brightness) : 0;
    act(Acts::Light, described().lumen * share);
    draw(share > 0 ? std::max(0.5, described().watts * share) : described().standby_w);
  }
};

class Fan final : public Powered {
 public:
  using Powered::Powered;
  void follow() override {
    const double share = is(Capability::OnOff) ? level(Capability::Speed) : 0;
    act(Acts::Air, described().air_m3h * share);
    draw(described().watts * share);
  }
};

/// Switched on it runs its program once, then switches itself off.
class Appliance final : public Powered {
 public:
  using Powered::Powered;
  void follow() override {
    if (is(Capability::OnOff) == running_) return;
    running_ = is(Capability::OnOff);
    become(Capability::Running, running_);
    ++turn_;
    phase_ = 0;
    if (running_) {
      next();
    } else {
      draw(described().standby_w);
    }
  }

 private:
  void next() {
    if (phase_ >= described().program.size()) {
      become(Capability::OnOff, false);
      follow();
      return;
    }
    const Phase& phase = described().program[phase_++];
    const double uneven = chance().between(0.9, 1.1);
    draw(phase.watts * uneven);
    agenda().after(phase.length + chance().spread(phase.length / 12), [this, turn = turn_] {
      if (turn == turn_) next();
    });
  }

  bool running_ = false;
  size_t phase_ = 0;
  uint32_t turn_ = 0;  ///< of the switch; what was planned before it moved is void
};

}  // namespace

std::unique_ptr<Device> make_powered_device(uint32_t index, Surroundings& around) {
  switch (around.home.devices[index].plays) {
    case DescribedDevice::Lamp:
      return std::make_unique<Lamp>(index, around);
    case DescribedDevice::Plug:
    case DescribedDevice::Media:
      return std::make_unique<Powered>(index, around);
    case DescribedDevice::Fan:
      return std::make_unique<Fan>(index, around);
    case DescribedDevice::Appliance:
      return std::make_unique<Appliance>(index, around);
    default:
      return nullptr;
  }
}

}  // namespace hearth::simulation
