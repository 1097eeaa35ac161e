#include "decide/as_said.h"

#include <algorithm>
#include <array>
#include <set>

#include "flow/fields.h"

namespace hearth::decide {
namespace {

using flow::Intent;

enum class Use : uint8_t { Never, Abroad, Always };

using Keys = std::initializer_list<std::string_view>;
bool one_of(std::string_view key, Keys keys) { return std::ranges::find(keys, key) != keys.end(); }

std::set<home::EntityId> things_of(const std::vector<flow::Step>& steps) {
  std::set<home::EntityId> things;
  for (const flow::Step& step : steps) {
    if (const auto* set = std::get_if<flow::Set>(&step)) things.insert(set->entity);
  }
  return things;
}

/// Every number that is set is one that was said.
bool as_spoken(const flow::Request& request, const std::vector<flow::Step>& steps) {
  std::vector<double> spoken;
  for (const char* slot : {"brightness", "position", "percentage", "volume_level", "temperature"}) {
    if (const auto number = number_in(request, slot)) spoken.push_back(*number);
  }
  return std::ranges::all_of(steps, [&](const flow::Step& step) {
    const auto* set = std::get_if<flow::Set>(&step);
    const double* to = set == nullptr ? nullptr : std::get_if<double>(&set->to);
    if (to == nullptr || request.intent == Intent::TurnOn || request.intent == Intent::TurnOff) return true;
    return std::ranges::find(spoken, *to) != spoken.end();
  });
}

/// Of what is switched. Covers, valves and locks are left out: "Opening" would be said once it is open, and "unlocked"
/// of no particular door.
Use use_of_switching(std::string_view key, size_t things) {
  const bool one = one_of(key, {"default", "scene", "script", "button"});
  const bool kind = one_of(
      key, {"light", "light_all", "lights_area", "lights_floor", "fan", "fan_all", "fans", "fans_area", "fans_floor"});
  return kind || (one && things == 1) ? Use::Always : Use::Abroad;
}

Use use_of_deed(const flow::Request& request, const Grounded& grounded) {
  const std::set<home::EntityId> things = things_of(grounded.steps);
  const auto said = [&](const char* slot) { return flow::find_slot(request, slot) != nullptr; };
  const std::string& key = request.response;
  const bool all = key.ends_with("_all");
  // Of many things somewhere, nobody would know which.
  const bool known = things.size() <= 1 || all || said("name") || said("area") || said("floor");
  if (grounded.partial || !known || !as_spoken(request, grounded.steps)) return Use::Never;
  switch (request.intent) {
    case Intent::TurnOn:
    case Intent::TurnOff:
      return use_of_switching(key, things.size());
    case Intent::SetPosition:
    case Intent::LightSet:
    case Intent::ClimateSetTemperature:
    case Intent::FanSetSpeed:
    case Intent::SetVolume:
    case Intent::MediaPlayerMute:
    case Intent::MediaPlayerUnmute:
    case Intent::MediaPause:
    case Intent::MediaUnpause:
    case Intent::VacuumStart:
    case Intent::LawnMowerStartMowing:
    case Intent::ListAddItem:
    case Intent::ListCompleteItem:
    case Intent::ListRemoveItem:
    case Intent::ShoppingListAddItem:
    case Intent::ShoppingListCompleteItem:
    case Intent::CancelTimer:
    case Intent::CancelAllTimers:
    case Intent::PauseTimer:
    case Intent::UnpauseTimer:
      return Use::Always;
    case Intent::StartTimer:
    case Intent::IncreaseTimer:
    case Intent::DecreaseTimer:
      return said("hours") || said("minutes") || said("seconds") ? Use::Always : Use::Never;
    case Intent::VacuumReturnToBase:  // "Returning", said when it is there
    case Intent::LawnMowerDock:
      return Use::Abroad;
    default:
      return Use::Never;
  }
}

/// Of a question, by what was found out. The words of states are the package's own ("on" in any language), so that
/// only numbers are told by it.
Use use_of_answer(const flow::Request& request, const flow::Phrase& words) {
  if (request.intent == Intent::ClimateGetTemperature) {
    const bool current = one_of(request.response, {"default", "current_temperature"});
    return current && words.key == "state.temperature" ? Use::Always : Use::Never;
  }
  if (words.key == "clock.time" || words.key == "clock.date") return Use::Always;
  if (request.intent != Intent::GetState) return Use::Never;
  if (words.key == "state.one") {
    const auto number = [](const auto& with) {
      return with.first == "value" && std::holds_alternative<double>(with.second);
    };
    return request.response == "one" && std::ranges::any_of(words.with, number) ? Use::Always : Use::Never;
  }
  const bool found = one_of(words.key, {"state.yes", "state.any_yes", "state.any_no", "state.all_yes", "state.all_no",
                                        "state.which", "state.which_none", "state.how_many"});
  return found ? Use::Always : Use::Never;
}

/// Names as the home writes them; else the words, as Home Assistant tells them. Nothing for the room that nobody named.
std::string told(const flow::Slot& slot) {
  const bool name = one_of(slot.name, {"name", "area", "floor"});
  if (name && slot.spoken.empty()) return {};
  const auto* word = std::get_if<std::string>(&slot.value);
  if (name && word != nullptr && !word->empty()) return *word;
  if (!slot.spoken.empty()) return slot.spoken;
  return home::known(slot.value) ? home::to_text(slot.value) : std::string();
}

}  // namespace

void name_reply(const flow::Request& request, home::Tier tier, Grounded& grounded) {
  const bool plain = !request.response.empty() && !request.when && !request.confirmed && !grounded.remembered &&
                     !grounded.decline && !grounded.ask && grounded.later.empty() && grounded.remarks.empty();
  if (!plain || grounded.done.size() != 1) return;
  flow::Phrase& words = grounded.done.front();
  Use use = request.question ? use_of_answer(request, words) : use_of_deed(request, grounded);
  // Of a risky thing it is said which one it was.
  if (tier == home::Tier::Secure) use = std::min(use, Use::Abroad);
  if (use == Use::Never) return;
  const std::string_view intent = flow::Names<Intent>::list[static_cast<size_t>(request.intent)];
  words.with.emplace_back(use == Use::Always ? "reply" : "reply_abroad",
                          "Hass" + std::string(intent) + "/" + request.response);
  for (const flow::Slot& slot : request.slots) {
    if (std::string text = told(slot); !text.empty()) words.with.emplace_back("reply." + slot.name, std::move(text));
  }
}

void drop_reply(flow::Phrase& words) {
  std::erase_if(words.with, [](const auto& argument) { return argument.first.starts_with("reply"); });
}

}  // namespace hearth::decide
