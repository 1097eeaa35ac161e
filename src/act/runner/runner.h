// What the next deed of a plan is, from what is known of it: nothing is remembered beside the journal.
#pragma once

#include <optional>
#include <variant>

#include "act/wording/worder.h"
#include "flow/command.h"
#include "flow/outcome.h"
#include "memory/plans.h"
#include "memory/present.h"

namespace hearth::act {

struct RunnerSettings {
  Duration confirm_within = std::chrono::seconds(5);  ///< how long a device may take to report what it was asked
  Duration move_within = std::chrono::seconds(60);    ///< the same for covers, valves and what else has to travel
  Duration lock_within = std::chrono::seconds(15);
  Duration certain_for = std::chrono::minutes(10);  ///< an older report does not make a command needless
};

using Emission = std::variant<flow::Outcome, flow::Command>;

/// House thread. Ask for the next emission, let memory fold it, and ask again until there is none: the plan then waits
/// for a device, a time or nothing at all.
class Runner {
 public:
  Runner(const memory::Present& present, const memory::Plans& plans, const Worder& worder,
         const RunnerSettings& settings)
      : present_(present), plans_(plans), worder_(worder), settings_(settings) {}

  /// `problems` takes what could not be worded; the key is then said in its place.
  std::optional<Emission> next(const memory::PlanRecord& record, Time now, std::vector<Error>& problems) const;
  /// When the record has to be looked at again though nothing happens; kNever when it waits for nothing.
  Time wake(const memory::PlanRecord& record) const;

  /// What a door's Receipt leads to: Refused when it could not deliver, Unconfirmed when the device reports nothing.
  std::optional<flow::Outcome> received(const memory::PlanRecord& record, const flow::Receipt& receipt) const;
  /// Of a Set that a stop of the house left unfinished: the Command once more, or Unconfirmed where a second one could
  /// do harm; none when it shows already, is too late or was sent twice.
  std::optional<Emission> again(const memory::PlanRecord& record, uint16_t step, Time now) const;
  /// Ends the Sets of `record` that `newer` overrules.
  std::optional<flow::Outcome> overruled(const memory::PlanRecord& record, const flow::Plan& newer) const;
  /// True when an observation of this may move the plan on.
  static bool waits_for(const memory::PlanRecord& record, home::EntityId entity, home::Capability capability);

 private:
  std::optional<Emission> next_of(const memory::PlanRecord& record, uint16_t step, Time now,
                                  std::vector<Error>& problems) const;
  std::optional<Emission> next_set(const memory::PlanRecord& record, uint16_t step, Time now) const;
  std::optional<Emission> next_words(const memory::PlanRecord& record, uint16_t step,
                                     std::vector<Error>& problems) const;
  std::optional<Emission> next_wait(const memory::PlanRecord& record, uint16_t step, Time now) const;
  Time deadline(const flow::Set& set, Time started) const;
  bool shows(const flow::Set& set, Time since) const;
  /// Whether what is known of it is fresh, and no command has gone there since.
  bool certain(const flow::Set& set, Time now) const;
  flow::Command set_command(const memory::PlanRecord& record, uint16_t step) const;
  flow::Words words(const memory::PlanRecord& record, uint16_t step, std::vector<Error>& problems) const;
  std::string language(const flow::Plan& plan) const;

  const memory::Present& present_;
  const memory::Plans& plans_;
  const Worder& worder_;
  const RunnerSettings& settings_;
};

}  // namespace hearth::act
