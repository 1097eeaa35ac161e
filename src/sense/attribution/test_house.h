// A house on paper for the tests: two lamps, a thermostat, a motion sensor, a scene, and entries with numbers and
// times.
#pragma once

#include "home/merge.h"
#include "sense/attribution/attributor.h"

namespace hearth::sense {

class TestHouse {
 public:
  static constexpr EntityId kLamp{1}, kSpot{2}, kPlug{3}, kMotion{4}, kScene{5};

  TestHouse() : home(home::merge({}, listing())) {}

  /// The clock stands still between entries.
  void at(double seconds) { now_ = from_microseconds(1'700'000'000'000'000) + from_seconds(seconds); }

  /// A Command of that plan; returns its number.
  MessageId command(uint64_t plan, EntityId entity, Capability capability, Value to, double over_s = 0) {
    flow::Command command{.plan = {plan}, .what = flow::Set{entity, capability, std::move(to), over_s}};
    return fold(std::move(command));
  }
  /// An Observation, and what attribution says of it.
  std::optional<flow::Actuation> report(EntityId entity, Capability capability, Value value, std::string hint = {},
                                        bool retained = false) {
    flow::Observation seen{.entity = entity, .capability = capability, .value = std::move(value)};
    seen.retained = retained;
    seen.cause_hint = std::move(hint);
    const MessageId id = fold(std::move(seen));
    const Change* change = changes.change(id);
    return change == nullptr ? std::nullopt : attribute(*change, home);
  }
  MessageId fold(flow::Message message) {
    const MessageId id{++last_};
    flow::head_of(message).id = id;
    changes.apply({.seq = id, .at = now_, .message = std::move(message)});
    return id;
  }
  Time now() const { return now_; }

  home::Home home;
  Changes changes;

 private:
  static home::Entity entity(uint32_t id, std::string key, std::vector<home::Trait> traits) {
    home::Entity made{.id = {id}, .key = key, .kind = "light"};
    made.names = {{.text = key, .language = {}}};
    made.traits = std::move(traits);
    return made;
  }
  static home::Listing listing() {
    const home::Trait on_off{.capability = Capability::OnOff, .sensed = true, .settable = true};
    const home::Trait brightness{.capability = Capability::Brightness, .sensed = true, .settable = true};
    const home::Trait measured{.capability = Capability::Level, .sensed = true};
    const home::Trait motion{.capability = Capability::Motion, .sensed = true};
    const home::Trait scene{.capability = Capability::Scene, .settable = true};
    home::Listing listing{.door = "test", .complete = true};
    listing.entities = {entity(1, "lamp", {on_off, brightness}), entity(2, "spot", {on_off, brightness}),
                        entity(3, "plug", {on_off, measured}), entity(4, "motion", {motion}),
                        entity(5, "evening", {scene})};
    listing.people = {{.id = {1}, .names = {{.text = "Anna", .language = {}}}, .role = home::Role::Owner}};
    return listing;
  }

  Time now_ = from_microseconds(1'700'000'000'000'000);
  uint64_t last_ = 100;
};

}  // namespace hearth::sense
