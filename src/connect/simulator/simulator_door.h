// The door to devices that are played in this process.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/guarded.h"
#include "connect/door.h"
#include "connect/simulator/simulated_device.h"
#include "simulation/home_file.h"

namespace hearth::connect {

/// `carry_out` may be called from any thread and only queues; everything else belongs to the thread that plays the
/// story. Between two calls of tick() nothing happens.
class SimulatorDoor final : public Door {
 public:
  /// A Set that reached the door, in order. `key`: of the entity.
  struct Delivered {
    Time at{};
    std::string key;
    flow::Set set;
    flow::MessageId plan;
    uint16_t step = 0;
  };
  /// Words that the house sent. `to`: the identifier of the device that speaks, empty for none.
  struct Spoken {
    Time at{};
    std::string to;
    flow::Words words;
    flow::MessageId plan;
    uint16_t step = 0;
  };

  /// `clock` must outlive the door.
  SimulatorDoor(simulation::DescribedDoor described, const Clock& clock);

  std::string_view name() const override { return listing_.door; }
  /// Posts the inventory, then what every device shows as retained.
  Status open(HouseInbox& inbox) override;
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home> home) override;
  DoorHealth health() const override;
  /// The devices live on; what they report meanwhile is lost but for their state.
  void close() override { inbox_ = nullptr; }

  /// Takes queued commands and lets devices do what has come due. True when anything happened.
  bool tick();
  /// On the steady clock; nothing when no device is about to do anything.
  std::optional<Duration> next_due() const;

  /// Somebody works the device by hand, or a sensor senses: it changes and reports. Errors: NotFound.
  Status change(std::string_view key, home::Capability capability, const home::Value& to);
  /// A report of what it shows, without a change. Errors: NotFound.
  Status report(std::string_view key);
  /// Errors: NotFound.
  Status set_faults(std::string_view key, const Faults& faults);
  /// From now on every command meets a fault of that seed with this probability: late, lost, doubled, silent, refused.
  void misbehave(uint64_t seed, double probability);
  /// The device is gone from the home; posts the inventory without it. Errors: NotFound.
  Status remove(std::string_view key);

  /// Null when there is none.
  const SimulatedDevice* find(std::string_view key) const;
  const home::Listing& listing() const { return listing_; }
  const std::vector<Delivered>& delivered() const { return delivered_; }
  const std::vector<Spoken>& spoken() const { return spoken_; }
  uint64_t changes() const;  ///< of all devices, by commands

 private:
  struct Queued {
    flow::Command command;
    std::shared_ptr<const home::Home> home;
  };
  struct Effect {
    Duration due{};
    std::string key;
    flow::Set set;
  };

  SimulatedDevice* device(std::string_view key);
  void take(const Queued& queued);
  std::optional<Error> take_set(const Queued& queued, const flow::Set& set);
  Faults chance(const Faults& own);
  void take_effect(const Effect& effect);
  void report(const SimulatedDevice& device, home::Capability capability, bool retained);
  void receipt(const flow::Command& command, std::optional<Error> error);

  home::Listing listing_;
  const Clock& clock_;
  HouseInbox* inbox_ = nullptr;
  std::map<std::string, SimulatedDevice, std::less<>> devices_;
  Guarded<std::deque<Queued>> queue_;
  std::vector<Effect> effects_;  ///< in the order of their commands
  std::vector<Delivered> delivered_;
  std::vector<Spoken> spoken_;
  std::mt19937_64 dice_;
  double misbehaviour_ = 0;
  uint64_t in_ = 0, out_ = 0;
};

}  // namespace hearth::connect
