// What is planted to go wrong: things forgotten, sensors that stick, batteries that die, people who stay out.
#pragma once

#include "simulation/days.h"

namespace hearth::simulation {

/// One thread. The references must outlive it.
class Anomalies {
 public:
  Anomalies(Surroundings& around, Devices& devices, People& people, Truth& truth, const Residents& residents,
            const Days& days, const Weather& weather);
  void start();

  // What people and devices ask and tell (PeopleHooks, Surroundings::changed).
  bool forgets(uint32_t person, const Step& step, uint64_t cause);
  Duration stays_away(uint32_t person, uint64_t cause);
  void finished(uint32_t person, const Doing& doing);
  void changed(uint32_t device, home::Capability capability, const home::Value& value);

 private:
  /// Something that stands open, unlocked or switched on until it is put right.
  struct Open {
    uint64_t id = 0;
    uint32_t device = kNowhere;
    home::Capability capability = home::Capability::None;
    home::Value right;
  };
  bool& armed(AnomalyKind kind) { return armed_[static_cast<size_t>(kind)]; }
  std::optional<AnomalyKind> kind_of(const Step& step) const;
  void plan(AnomalyKind kind);
  void happen(AnomalyKind kind);
  uint64_t tell(AnomalyKind kind, const std::string& who, uint32_t device, uint64_t of = 0);
  void mended(uint64_t id, const char* why);
  void remember(uint64_t id, Duration wait);
  void stick();
  void run_down();
  void recharge(uint32_t device, uint64_t id);
  void leak();
  void heating_fails();
  void wander();
  void somebody_enters(int tries);
  uint32_t pick(const std::function<bool(const Device&)>& fits);

  Surroundings& around_;
  Devices& devices_;
  People& people_;
  Truth& truth_;
  const Residents& residents_;
  const Days& days_;
  const Weather& weather_;
  Chance chance_;
  bool armed_[kAnomalyKinds] = {};
  std::vector<Open> open_;
  std::vector<std::pair<uint64_t, uint64_t>> until_finished_;  ///< cause of a doing, anomaly
};

}  // namespace hearth::simulation
