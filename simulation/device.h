// A thing in the simulated home: what it is physically, and what its electronics say of that.
#pragma once

#include <array>
#include <functional>
#include <memory>

#include "simulation/radio.h"
#include "simulation/rooms.h"

namespace hearth::simulation {

/// What a device stands in. All of it outlives the devices.
struct Surroundings {
  const HouseholdHome& home;
  Agenda& agenda;
  Rooms& rooms;
  Radio& radio;
  uint64_t seed = 0;
  /// Hears of every physical change, whoever caused it.
  std::function<void(uint32_t device, home::Capability, const home::Value&)> changed = {};
};

/// Physical state is what a person in the room would see; `shown` is what the device said last, which a stuck sensor,
/// an empty battery or a lost report keeps from following. One thread.
class Device {
 public:
  Device(uint32_t index, Surroundings& around);
  virtual ~Device() = default;
  Device(const Device&) = delete;
  Device& operator=(const Device&) = delete;

  /// Plans what it does by itself. Once, before anything else.
  virtual void start();
  /// A hand works it, or a command that arrived. False when it cannot do that.
  virtual bool set(home::Capability capability, const home::Value& to);
  /// Somebody moves in its room.
  virtual void stir() {}
  /// What it heats, moves or lets in does not work any more, though it says so.
  virtual void fail(bool /*failed*/) {}

  /// Unknown when it has no such thing.
  home::Value value(home::Capability capability) const;
  home::Value shown(home::Capability capability) const;
  bool is(home::Capability capability) const { return value(capability) == home::Value(true); }
  const DescribedDevice& described() const { return described_; }
  const home::Entity& entity() const { return entity_; }
  bool has(home::Capability capability) const { return trait(capability) != nullptr; }

  /// Says again and again what it said last.
  void freeze(bool frozen);
  bool frozen() const { return frozen_; }
  /// Percent; at 0 it falls silent until it is charged.
  void charge(double percent);
  bool empty() const { return empty_; }

 protected:
  const home::Trait* trait(home::Capability capability) const;
  /// Changes the physical state and says so.
  void become(home::Capability capability, home::Value value);
  /// The same; says it only when it is `threshold` away from what was said last.
  void measure(home::Capability capability, double value, double threshold);
  /// Says all that it senses.
  void refresh();
  /// What it adds to its room, from now on.
  void act(Acts what, double amount);
  Agenda& agenda() { return around_.agenda; }
  Rooms& rooms() { return around_.rooms; }
  uint32_t room() const { return described_.room; }
  Chance& chance() { return chance_; }

 private:
  struct Known {
    home::Capability capability;
    home::Value value, shown;
  };
  Known* find(home::Capability capability);
  const Known* find(home::Capability capability) const;
  void say(Known& known);
  void drain();

  const uint32_t index_;
  Surroundings& around_;
  const DescribedDevice& described_;
  const home::Entity& entity_;
  Chance chance_;
  std::vector<Known> known_;
  std::array<double, 6> acts_{};
  bool frozen_ = false, empty_ = false;
  double level_ = 100;  ///< of its battery, percent
};

/// The device that the home describes at that index.
std::unique_ptr<Device> make_device(uint32_t index, Surroundings& around);
// Null for what is of another kind.
std::unique_ptr<Device> make_powered_device(uint32_t index, Surroundings& around);  ///< lamps, plugs, fans, appliances
std::unique_ptr<Device> make_moving_device(uint32_t index, Surroundings& around);   ///< covers, locks, windows
std::unique_ptr<Device> make_sensing_device(uint32_t index, Surroundings& around);  ///< sensors, motion, radiators

/// All of a home. One thread.
class Devices {
 public:
  explicit Devices(Surroundings& around);
  void start();
  Device& operator[](uint32_t index) { return *devices_[index]; }
  const Device& operator[](uint32_t index) const { return *devices_[index]; }
  size_t size() const { return devices_.size(); }
  void stir(uint32_t room);

 private:
  std::vector<std::unique_ptr<Device>> devices_;
  std::vector<std::vector<Device*>> by_room_;
};

}  // namespace hearth::simulation
