// What feels its room: sensors of the air and the light, motion sensors, radiators.
#include <algorithm>
#include <cmath>

#include "simulation/device.h"

namespace hearth::simulation {
namespace {

using home::Capability;
using home::Value;

constexpr Duration kHeartbeat = std::chrono::hours(1);  // a sensor says something at least so often

double rounded(double value, double step) { return std::round(value / step) * step; }
double tenth(double value) { return std::round(value * 10) / 10; }

/// As a meter shows it: three figures at most.
double shown_lux(double lux) { return lux < 100 ? rounded(lux, 1) : lux < 1000 ? rounded(lux, 5) : rounded(lux, 50); }

/// Looks every so often, says what has changed enough.
class Sensor final : public Device {
 public:
  using Device::Device;
  void start() override {
    Device::start();
    offset_ = chance().between(-0.3, 0.3);
    agenda().after(chance().between(Span{{}, described().every}), [this] { look(); });
  }

 private:
  void look() {
    rooms().settle(room());
    const bool beat = agenda().now() - beat_ >= kHeartbeat;
    if (beat) beat_ = agenda().now();
    const auto sense = [&](Capability capability, double value, double threshold) {
      measure(capability, value, beat ? 0 : threshold);
    };
    for (const home::Trait& trait : entity().traits) {
      if (trait.capability == Capability::Temperature) {
        sense(Capability::Temperature, tenth(rooms().temperature(room()) + offset_), 0.2);
      } else if (trait.capability == Capability::Humidity) {
        sense(Capability::Humidity, tenth(rooms().humidity(room())), 2);
      } else if (trait.capability == Capability::CarbonDioxide) {
        const double ppm = std::round(rooms().carbon_dioxide(room()) + 8 * chance().normal());
        sense(Capability::CarbonDioxide, ppm, std::max(40.0, ppm * 0.06));
      } else if (trait.capability == Capability::Illuminance) {
        const double lux = shown_lux(rooms().illuminance(room()));
        sense(Capability::Illuminance, lux, std::max(10.0, lux * 0.2));
      }
    }
    agenda().after(described().every, [this] { look(); });
  }

  double offset_ = 0;  ///< no two thermometers agree
  Time beat_{};
};

/// On when somebody moves, off when nobody has moved for a while; misses one movement in ten.
class Motion final : public Device {
 public:
  using Device::Device;
  void stir() override {
    if (chance().likely(0.1)) return;
    until_ = agenda().now() + described().takes;
    if (is(Capability::Motion)) return;
    become(Capability::Motion, true);
    if (has(Capability::Illuminance)) {
      rooms().settle(room());
      measure(Capability::Illuminance, shown_lux(rooms().illuminance(room())), 5);
    }
    agenda().at(until_, [this] { look(); });
  }

 private:
  void look() {
    if (agenda().now() < until_) {
      agenda().at(until_, [this] { look(); });
    } else {
      become(Capability::Motion, false);
    }
  }
  Time until_{};
};

/// A radiator with its valve and thermometer.
class Radiator final : public Device {
 public:
  using Device::Device;
  void start() override {
    Device::start();
    agenda().after(chance().between(Span{{}, every()}), [this] { look(); });
  }
  bool set(Capability capability, const Value& to) override {
    if (!Device::set(capability, to)) return false;
    control();
    return true;
  }
  void fail(bool failed) override {
    failed_ = failed;
    control();
  }

 private:
  Duration every() const { return described().every > Duration{} ? described().every : std::chrono::minutes(2); }
  void look() {
    control();
    measure(Capability::Temperature, tenth(rooms().temperature(room())), 0.3);
    agenda().after(every(), [this] { look(); });
  }
  void control() {
    rooms().settle(room());
    const Value target = value(Capability::TargetTemperature);
    const double* wanted = std::get_if<double>(&target);
    const bool on = value(Capability::ThermostatMode) == Value(std::string("heat")) && wanted != nullptr;
    const double missing = on ? *wanted - rooms().temperature(room()) : 0;
    if (!on || missing < -0.2) heating_ = false;
    if (on && missing > 0.3) heating_ = true;
    become(Capability::ThermostatAction, std::string(!on ? "off" : heating_ ? "heating" : "idle"));
    // A valve opens by degrees; within its band it gives what is missing.
    const double valve = heating_ ? std::clamp(0.35 + 0.5 * missing, 0.2, 1.0) : 0;
    act(Acts::Heat, failed_ ? 0 : described().watts * valve);
  }

  bool heating_ = false, failed_ = false;
};

}  // namespace

std::unique_ptr<Device> make_sensing_device(uint32_t index, Surroundings& around) {
  switch (around.home.devices[index].plays) {
    case DescribedDevice::Sensor:
      return std::make_unique<Sensor>(index, around);
    case DescribedDevice::Motion:
      return std::make_unique<Motion>(index, around);
    case DescribedDevice::Radiator:
      return std::make_unique<Radiator>(index, around);
    default:
      return nullptr;
  }
}

}  // namespace hearth::simulation
