// What moves: covers, locks, windows and doors, a vacuum cleaner.
#include <algorithm>
#include <cmath>

#include "simulation/device.h"

namespace hearth::simulation {
namespace {

using home::Capability;
using home::Value;

constexpr double kDraught = 150;  // m³ an hour through each m² of an open window

/// Takes its time to the position that it was told, and says where it is half way.
class Cover final : public Device {
 public:
  using Device::Device;
  void start() override {
    Device::start();
    shade();
  }
  bool set(Capability capability, const Value& to) override {
    const double* goal = std::get_if<double>(&to);
    if (capability != Capability::Position || goal == nullptr) return Device::set(capability, to);
    goal_ = std::clamp(*goal, 0.0, 100.0);
    ++turn_;
    move(2);
    return true;
  }

 private:
  double position() const {
    const Value now = value(Capability::Position);
    const double* number = std::get_if<double>(&now);
    return number == nullptr ? 100 : *number;
  }
  void move(int legs) {
    const double way = (goal_ - position()) / legs;
    const Duration takes{static_cast<int64_t>(std::abs(way) / 100 * static_cast<double>(described().takes.count()))};
    agenda().after(takes, [this, legs, way, turn = turn_] {
      if (turn != turn_) return;
      become(Capability::Position, legs == 1 ? goal_ : std::round(position() + way));
      shade();
      if (legs > 1) move(legs - 1);
    });
  }
  void shade() { act(Acts::Shade, 1 - position() / 100); }

  double goal_ = 100;
  uint32_t turn_ = 0;
};

class Lock final : public Device {
 public:
  using Device::Device;
  bool set(Capability capability, const Value& to) override {
    if (capability != Capability::Lock) return Device::set(capability, to);
    agenda().after(described().takes, [this, to, turn = ++turn_] {
      if (turn == turn_) become(Capability::Lock, to);
    });
    return true;
  }

 private:
  uint32_t turn_ = 0;
};

/// A window, a door, a fridge: a hand opens it, a contact tells.
class Opening final : public Device {
 public:
  using Device::Device;
  bool set(Capability capability, const Value& to) override {
    if (!Device::set(capability, to)) return false;
    act(Acts::Air, is(Capability::Contact) ? described().window_m2 * kDraught : 0);
    return true;
  }
};

class Vacuum final : public Device {
 public:
  using Device::Device;
  bool set(Capability capability, const Value& to) override {
    if (!Device::set(capability, to)) return false;
    ++turn_;
    if (to == Value(std::string("cleaning"))) {
      later(described().takes + chance().spread(described().takes / 10), "returning");
    } else if (to == Value(std::string("returning"))) {
      come_home();
    }
    return true;
  }

 private:
  void later(Duration wait, std::string state) {
    agenda().after(wait, [this, state = std::move(state), turn = turn_] {
      if (turn != turn_) return;
      become(Capability::Vacuum, state);
      if (state == "returning") come_home();
    });
  }
  void come_home() { later(std::chrono::seconds(90), "docked"); }

  uint32_t turn_ = 0;
};

}  // namespace

std::unique_ptr<Device> make_moving_device(uint32_t index, Surroundings& around) {
  switch (around.home.devices[index].plays) {
    case DescribedDevice::Cover:
      return std::make_unique<Cover>(index, around);
    case DescribedDevice::Lock:
      return std::make_unique<Lock>(index, around);
    case DescribedDevice::Window:
    case DescribedDevice::Door:
    case DescribedDevice::Fridge:
      return std::make_unique<Opening>(index, around);
    case DescribedDevice::Vacuum:
      return std::make_unique<Vacuum>(index, around);
    default:
      return nullptr;
  }
}

}  // namespace hearth::simulation
