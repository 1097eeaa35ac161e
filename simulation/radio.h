// What becomes of a device's words on their way: late, lost, twice, or wrong at first.
#pragma once

#include <optional>
#include <vector>

#include "simulation/agenda.h"
#include "simulation/household_file.h"
#include "simulation/truth.h"

namespace hearth::simulation {

/// What the house gets to hear. `device`: its place in the listing.
struct Report {
  Time at{};
  uint32_t device = 0;
  home::Capability capability = home::Capability::None;
  home::Value value;
  bool operator==(const Report&) const = default;
};

/// One thread. What one device says arrives in the order in which it was said.
class Radio {
 public:
  /// The references must outlive it.
  Radio(const HouseholdHome& home, Agenda& agenda, Truth& truth, uint64_t seed);

  /// `before`: what the device had said last, for one that contradicts itself.
  void say(uint32_t device, home::Capability capability, home::Value value, const home::Value& before);
  /// How long a command to the device takes; nothing when it never arrives.
  std::optional<Duration> hear(uint32_t device, home::Capability capability);
  bool arrived() const { return !arrived_.empty(); }
  /// What has arrived since the last call, in order of time.
  std::vector<Report> take() { return std::exchange(arrived_, {}); }

 private:
  struct Link {
    RadioQuality quality;
    Chance chance;
    Time busy_until{};
  };
  void deliver(Link& link, Duration wait, Report report);
  void tell(uint32_t device, home::Capability capability, const char* what);

  const HouseholdHome& home_;
  Agenda& agenda_;
  Truth& truth_;
  std::vector<Link> links_;
  std::vector<Report> arrived_;
};

}  // namespace hearth::simulation
