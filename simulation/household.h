// A simulated home with those who live in it: the same seed gives the same year, to the byte.
#pragma once

#include <memory>

#include "simulation/radio.h"
#include "simulation/residents_file.h"

namespace hearth::simulation {

struct HouseholdSettings {
  uint64_t seed = 1;
  Time start{};  ///< best a local midnight: everybody is in bed
};

/// Nothing happens between two calls; all on one thread. What devices say goes out by take_reports(), what they are
/// told comes in by command(), as over the air: late, and now and then not at all. What is physically so, and what is
/// said of it, are two things: value() and shown().
class Household {
 public:
  /// Errors: NotFound for a time zone that the system does not know.
  static Result<std::unique_ptr<Household>> open(HouseholdHome home, Residents residents, HouseholdSettings settings);
  ~Household();

  const home::Listing& listing() const;
  const std::string& zone() const;
  Time now() const;

  /// When the next thing happens; always in the time to come.
  Time next_due() const;
  /// Lets everything happen that is due up to `to`.
  void advance(Time to);

  /// The same, but stops at the first instant at which something reaches the house. True when something did.
  bool advance_to_report(Time to);

  /// What has reached the house since the last call, in order of time.
  std::vector<Report> take_reports();
  /// What each device said last of all that it senses: what a hub would remember. `at` is now.
  std::vector<Report> shown() const;
  /// What really happened since the last call.
  std::vector<TruthEvent> take_truth();

  /// Tells a device something over its radio; what comes of it is reported, or not. Errors: NotFound for a key that is
  /// not listed; InvalidInput for what the device cannot be set to.
  Status command(std::string_view key, home::Capability capability, const home::Value& to);
  /// A hand of nobody in particular does it, now. Errors: as command, but what is only sensed can be changed as well.
  Status touch(std::string_view key, home::Capability capability, const home::Value& to);
  /// What is physically so; unknown when there is no such thing.
  home::Value value(std::string_view key, home::Capability capability) const;

 private:
  struct Body;
  explicit Household(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

}  // namespace hearth::simulation
