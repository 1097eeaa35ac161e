// A small home and its memory for the tests of decide/.
#pragma once

#include <gtest/gtest.h>

#include "decide/decider.h"
#include "decide/waiting.h"
#include "home/merge.h"

namespace hearth::decide {

/// Two rooms; the memory is filled entry by entry, as a house does it.
class TestHouse {
 public:
  using Capability = home::Capability;
  static constexpr uint32_t kDesk = 1, kCeiling = 2, kFront = 3, kGarage = 4, kBlind = 5, kHeating = 6, kPlug = 7,
                            kRadio = 8, kMovie = 9, kFan = 10, kAwning = 11;
  static constexpr flow::PersonId kAnna{1}, kTim{2};

  TestHouse() {
    home::Listing listing;
    listing.door = "simulator";
    listing.areas = {{home::AreaId{1}, {{"study", "en"}}, {}, {}}, {home::AreaId{2}, {{"hall", "en"}}, {}, {}}};
    listing.devices = {{.id = home::DeviceId{1},
                        .names = {{"speaker", "en"}},
                        .area = home::AreaId{1},
                        .door = {},
                        .identifiers = {"satellite"},
                        .manufacturer = {},
                        .model = {}}};
    listing.people = {{home::PersonId{1}, {{"Anna", ""}}, home::Role::Owner, {"en"}},
                      {home::PersonId{2}, {{"Tim", ""}}, home::Role::Child, {"en"}}};
    const auto percent = [](Capability c) { return home::Trait{c, true, true, 0, 100, 0, {}}; };
    const auto yes_no = [](Capability c) { return home::Trait{c, true, true, 0, 0, 0, {}}; };
    const std::vector light{yes_no(Capability::OnOff), percent(Capability::Brightness), yes_no(Capability::Color)};
    add(listing, "light", "desk lamp", 1, light);
    add(listing, "light", "ceiling light", 1, light);
    add(listing, "lock", "front door", 2, {yes_no(Capability::Lock)}, home::Tier::Secure);
    add(listing, "cover", "garage door", 2, {percent(Capability::Position)}, home::Tier::Secure, "garage");
    add(listing, "cover", "blind", 1, {percent(Capability::Position)});
    add(listing, "climate", "heating", 2,
        {{Capability::TargetTemperature, true, true, 5, 30, 0.5, {}},
         {Capability::ThermostatMode, true, true, 0, 0, 0, {"off", "heat"}}});
    add(listing, "switch", "plug", 1, {yes_no(Capability::OnOff)});
    add(listing, "media_player", "radio", 1, {percent(Capability::Volume), yes_no(Capability::Mute)});
    add(listing, "scene", "movie time", 1, {{Capability::Scene, false, true, 0, 0, 0, {}}});
    add(listing, "fan", "fan", 2, {yes_no(Capability::OnOff), percent(Capability::Speed)});
    add(listing, "cover", "awning", 1, {{Capability::Position, true, true, 0, 100, 100, {}}});
    flow::Inventory inventory;
    inventory.listing = listing;
    fold(inventory);
  }

  /// Numbers and folds a message; returns its number.
  template <class T>
  flow::MessageId fold(T message) {
    flow::Entry entry;
    entry.seq = flow::MessageId{++last_};
    entry.at = now;
    message.head.id = entry.seq;
    message.head.at = now;
    entry.message = std::move(message);
    memory.apply(entry);
    waiting.apply(entry);
    return entry.seq;
  }
  void observe(uint32_t entity, Capability capability, home::Value value) {
    flow::Observation seen;
    seen.entity = home::EntityId{entity};
    seen.capability = capability;
    seen.value = std::move(value);
    fold(seen);
  }

  flow::Meaning meaning(flow::Request request, std::optional<flow::PersonId> speaker = kAnna) {
    flow::Meaning said;
    said.readings = {{{std::move(request)}, 0.95F}};
    said.heard = here;
    said.speaker = speaker;
    said.language = "en";
    return said;
  }
  /// Folds the Meaning, decides it, folds the Plan.
  flow::Plan say(flow::Meaning said) {
    said.head.id = fold(said);
    flow::Plan plan = decider.decide(said, {}, now);
    plan.head.id = fold(plan);
    return plan;
  }
  flow::Plan say(flow::Request request, std::optional<flow::PersonId> speaker = kAnna) {
    return say(meaning(std::move(request), speaker));
  }
  /// Folds outcomes as if every step of the plan had been carried out and reported.
  void carry_out(const flow::Plan& plan) {
    for (size_t i = 0; i < plan.steps.size(); ++i) {
      flow::Outcome outcome;
      outcome.plan = plan.head.id;
      outcome.step = static_cast<uint16_t>(i);
      if (const auto* set = std::get_if<flow::Set>(&plan.steps[i])) {
        outcome.progress = flow::Outcome::Started;
        outcome.entity = set->entity;
        outcome.capability = set->capability;
        outcome.before = memory.present.state(set->entity, set->capability).value;
        fold(outcome);
        observe(set->entity.value, set->capability, set->to);
        outcome.after = set->to;
      }
      if (const auto* lesson = std::get_if<flow::Lesson>(&plan.steps[i])) fold(*lesson);
      outcome.progress = flow::Outcome::Done;
      fold(outcome);
    }
  }

  static flow::Request request(flow::Intent intent, std::vector<uint32_t> targets = {}) {
    flow::Request wanted;
    wanted.intent = intent;
    wanted.explicit_words = true;
    for (const uint32_t target : targets) wanted.targets.push_back(home::EntityId{target});
    return wanted;
  }
  static flow::Slot number(std::string name, double value) { return {std::move(name), {}, value, {}}; }
  static flow::Slot word(std::string name, std::string value) { return {std::move(name), value, value, {}}; }
  /// "the lamp", which may be either.
  static flow::Request ambiguous(flow::Intent intent) {
    flow::Request wanted = request(intent);
    wanted.slots = {
        {"name", "lamp", std::string("lamp"), {{home::EntityId{kDesk}, 0.8F}, {home::EntityId{kCeiling}, 0.78F}}}};
    return wanted;
  }

  static std::vector<flow::Set> sets(const flow::Plan& plan) { return only<flow::Set>(plan); }
  template <class T>
  static std::vector<T> only(const flow::Plan& plan) {
    std::vector<T> found;
    for (const flow::Step& step : plan.steps) {
      if (const T* of_kind = std::get_if<T>(&step)) found.push_back(*of_kind);
    }
    return found;
  }
  /// Keys of what is said, in order.
  static std::vector<std::string> said(const flow::Plan& plan) {
    std::vector<std::string> keys;
    for (const flow::Say& say : only<flow::Say>(plan)) keys.push_back(say.words.key);
    return keys;
  }

  Time now = from_microseconds(1'700'000'000'000'000);
  flow::Address here{home::DoorId{1}, home::DeviceId{1}, "c"};
  memory::Memory memory;
  WaitingMeanings waiting;
  Settings settings;
  Decider decider{memory, settings};

 private:
  static void add(home::Listing& listing, std::string kind, std::string name, uint32_t area,
                  std::vector<home::Trait> traits, home::Tier tier = home::Tier::Harmless,
                  std::string device_class = {}) {
    home::Entity entity;
    entity.key = kind + "." + name;
    entity.kind = std::move(kind);
    entity.device_class = std::move(device_class);
    entity.names = {{std::move(name), "en"}};
    entity.area = home::AreaId{area};
    entity.traits = std::move(traits);
    entity.tier = tier;
    listing.entities.push_back(std::move(entity));
  }
  uint64_t last_ = 0;
};

}  // namespace hearth::decide
