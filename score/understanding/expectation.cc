#include "score/understanding/expectation.h"

#include <algorithm>
#include <array>

#include "score/understanding/presupposed.h"
#include "text/normalise.h"

namespace hearth::score {
namespace {

using flow::Promise;
using home::Capability;

constexpr auto kClaimed = std::to_array<std::string_view>({"HassTurnOn",
                                                           "HassTurnOff",
                                                           "HassLightSet",
                                                           "HassSetPosition",
                                                           "HassFanSetSpeed",
                                                           "HassSetVolume",
                                                           "HassSetVolumeRelative",
                                                           "HassClimateSetTemperature",
                                                           "HassClimateGetTemperature",
                                                           "HassGetState",
                                                           "HassStartTimer",
                                                           "HassCancelTimer",
                                                           "HassCancelAllTimers",
                                                           "HassIncreaseTimer",
                                                           "HassDecreaseTimer",
                                                           "HassPauseTimer",
                                                           "HassUnpauseTimer",
                                                           "HassTimerStatus",
                                                           "HassListAddItem",
                                                           "HassListCompleteItem",
                                                           "HassListRemoveItem",
                                                           "HassShoppingListAddItem",
                                                           "HassShoppingListCompleteItem",
                                                           "HassNevermind"});

/// The suite's colours, as the web has them (CSS Color Module Level 4).
std::string rgb(const std::string& name) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr auto kColors = std::to_array<Pair>({{"red", "#ff0000"},
                                                {"green", "#008000"},
                                                {"lime", "#00ff00"},
                                                {"blue", "#0000ff"},
                                                {"white", "#ffffff"},
                                                {"yellow", "#ffff00"},
                                                {"orange", "#ffa500"},
                                                {"purple", "#800080"},
                                                {"pink", "#ffc0cb"}});
  const auto found = std::ranges::find(kColors, std::string_view(name), &Pair::first);
  return found == kColors.end() ? name : std::string(found->second);
}

/// Which capability "on" and "off" are about, by kind of thing, and what they make of it.
Goal switched(const home::Entity& entity, bool on) {
  const std::string& kind = entity.kind;
  if (kind == "cover" || kind == "valve") return {entity.id, Capability::Position, on ? 100.0 : 0.0};
  if (kind == "lock") return {entity.id, Capability::Lock, on};
  if (kind == "scene") return {entity.id, Capability::Scene, true};
  if (kind == "vacuum" || kind == "lawn_mower") {
    return {entity.id, Capability::Vacuum, std::string(on ? "cleaning" : "docked")};
  }
  return {entity.id, Capability::OnOff, on};
}

void add_light(const SuiteTest& test, home::EntityId id, std::vector<Goal>& goals) {
  if (const auto brightness = slot_number(test, "brightness"))
    goals.push_back({id, Capability::Brightness, *brightness});
  if (const auto kelvin = slot_number(test, "temperature"))
    goals.push_back({id, Capability::ColorTemperature, *kelvin});
  if (const std::string color = slot_text(test, "color"); !color.empty()) {
    goals.push_back({id, Capability::Color, rgb(color)});
  }
  Goal lit{id, Capability::OnOff, true};
  lit.optional = true;
  goals.push_back(lit);
}

/// Players are at 50; the suite says "up", "down" or by how much.
Goal volume_step(const SuiteTest& test, home::EntityId id) {
  constexpr double kNow = 50;
  if (const auto by = slot_number(test, "volume_step")) return {id, Capability::Volume, kNow + *by};
  Goal goal{id, Capability::Volume, {}, kNow, 101};
  if (slot_text(test, "volume_step") == "down") {
    goal.low = -1;
    goal.high = kNow;
  }
  return goal;
}

std::vector<Goal> number_goal(const SuiteTest& test, const char* slot, home::EntityId id, Capability capability) {
  const auto number = slot_number(test, slot);
  return number ? std::vector<Goal>{{id, capability, *number}} : std::vector<Goal>{};
}

std::vector<Goal> goals_for(const SuiteFile& file, const SuiteTest& test, const home::Entity& entity) {
  const std::string& intent = file.intent;
  const home::EntityId id = entity.id;
  if (intent == "HassTurnOn" || intent == "HassTurnOff") return {switched(entity, intent == "HassTurnOn")};
  if (intent == "HassSetPosition") return number_goal(test, "position", id, Capability::Position);
  if (intent == "HassFanSetSpeed") return number_goal(test, "percentage", id, Capability::Speed);
  if (intent == "HassSetVolume") return number_goal(test, "volume_level", id, Capability::Volume);
  if (intent == "HassSetVolumeRelative") return {volume_step(test, id)};
  if (intent == "HassClimateSetTemperature") return number_goal(test, "temperature", id, Capability::TargetTemperature);
  if (intent == "HassMediaPlayerMute") return {{id, Capability::Mute, true}};
  if (intent == "HassMediaPlayerUnmute") return {{id, Capability::Mute, false}};
  if (intent == "HassMediaPause") return {{id, Capability::Playback, std::string("paused")}};
  if (intent == "HassMediaUnpause") return {{id, Capability::Playback, std::string("playing")}};
  if (intent == "HassVacuumStart" || intent == "HassLawnMowerStartMowing") {
    return {{id, Capability::Vacuum, std::string("cleaning")}};
  }
  if (intent == "HassVacuumReturnToBase" || intent == "HassLawnMowerDock") {
    return {{id, Capability::Vacuum, std::string("docked")}};
  }
  std::vector<Goal> goals;
  if (intent == "HassLightSet") add_light(test, id, goals);
  return goals;
}

std::optional<Promise::Change> timer_change(std::string_view intent) {
  if (intent == "HassStartTimer") return Promise::Begin;
  if (intent == "HassCancelTimer" || intent == "HassCancelAllTimers") return Promise::Cancel;
  if (intent == "HassPauseTimer") return Promise::Pause;
  if (intent == "HassUnpauseTimer") return Promise::Resume;
  if (intent == "HassIncreaseTimer" || intent == "HassDecreaseTimer") return Promise::Extend;
  return std::nullopt;
}

std::optional<Promise::Change> item_change(std::string_view intent) {
  if (intent.ends_with("ListAddItem")) return Promise::Begin;
  if (intent.ends_with("ListCompleteItem")) return Promise::Complete;
  if (intent.ends_with("ListRemoveItem")) return Promise::Cancel;
  return std::nullopt;
}

void expect_timer(const SuiteFile& file, const SuiteTest& test, Expectation& expected) {
  Promise& promise = expected.promise;
  promise.kind = Promise::Timer;
  const double seconds = seconds_in(test, "").value_or(0);
  promise.seconds = file.intent == "HassDecreaseTimer" ? -seconds : seconds;
  expected.delayed = test.slots.contains("conversation_command");
  const std::string name = slot_text(test, "name");
  if (promise.change == Promise::Begin && !name.empty()) promise.about = flow::literal(name);
}

void expect_item(const SuiteTest& test, Expectation& expected) {
  expected.promise.kind = Promise::Item;
  expected.promise.about = flow::literal(slot_text(test, "item"));
  const std::string list = slot_text(test, "name");
  expected.promise.list = list.empty() ? "shopping" : text::normalise(list);
}

}  // namespace

bool is_claimed(std::string_view intent) { return std::ranges::find(kClaimed, intent) != kClaimed.end(); }

Expectation expectation_of(const SuiteFile& file, const SuiteTest& test, const FurnishedHome& furnished,
                           const std::vector<flow::MessageId>& meant_promises) {
  Expectation expected;
  if (file.intent == "HassNevermind") {
    expected.kind = Expectation::Drops;
    return expected;
  }
  if (file.intent == "HassGetState" || file.intent == "HassClimateGetTemperature" || file.intent == "HassTimerStatus") {
    expected.kind = Expectation::Answers;
    expected.responses = test.responses;
    for (const SuiteHome::Entity& entity : file.home.entities) expected.names.push_back(entity.name);
    return expected;
  }
  const auto timer = timer_change(file.intent);
  const auto item = item_change(file.intent);
  if (timer || item) {
    expected.kind = Expectation::Promises;
    expected.promise.change = timer ? *timer : *item;
    if (timer) expect_timer(file, test, expected);
    if (item) expect_item(test, expected);
    if (expected.promise.change != Promise::Begin) expected.changes = meant_promises;
    return expected;
  }
  for (const home::EntityId id : meant(subject_of(file, test), furnished)) {
    const std::vector<Goal> goals = goals_for(file, test, *furnished.home.entity(id));
    expected.goals.insert(expected.goals.end(), goals.begin(), goals.end());
  }
  if (!expected.goals.empty()) expected.kind = Expectation::Sets;
  return expected;
}

}  // namespace hearth::score
