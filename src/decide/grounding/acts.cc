#include "decide/grounding/acts.h"

#include <algorithm>

namespace hearth::decide {
namespace {

using home::Capability;

constexpr Act kSet{"done.set", "confirm.set"};

/// An act, and the Sets that amount to it.
struct Deed {
  Act act;
  std::vector<flow::Set> sets;
};

std::vector<Deed> deeds(const std::vector<flow::Step>& steps) {
  std::vector<Deed> found;
  for (const flow::Step& step : steps) {
    const auto* set = std::get_if<flow::Set>(&step);
    if (set == nullptr) continue;
    const Act act = act_of(*set);
    const auto same = std::ranges::find_if(found, [&](const Deed& deed) {
      const flow::Set& first = deed.sets.front();
      return deed.act == act && (act != kSet || (first.capability == set->capability && first.to == set->to));
    });
    if (same == found.end()) {
      found.push_back({act, {*set}});
    } else {
      same->sets.push_back(*set);
    }
  }
  return found;
}

flow::Phrase worded(const Deed& deed, std::string_view key) {
  flow::Phrase result = phrase(key);
  for (const flow::Set& set : deed.sets) result.with.push_back(named(set.entity));
  result.with.push_back(named(deed.sets.front().capability));
  result.with.emplace_back("value", deed.sets.front().to);
  return result;
}

Act act_of_word(Capability capability, std::string_view word) {
  if (capability == Capability::Playback) {
    if (word == "playing") return {"done.resumed", "confirm.resumed"};
    if (word == "paused") return {"done.paused", "confirm.paused"};
  }
  if (capability == Capability::Vacuum) {
    if (word == "cleaning") return {"done.started", "confirm.started"};
    if (word == "docked") return {"done.sent_home", "confirm.sent_home"};
  }
  if (capability == Capability::Alarm) {
    if (word == "disarmed") return {"done.disarmed", "confirm.disarmed"};
    return {"done.armed", "confirm.armed"};
  }
  if (capability == Capability::ThermostatMode && word == "off") return {"done.turned_off", "confirm.turned_off"};
  if (capability == Capability::Press) {
    if (word == "next") return {"done.next", "confirm.next"};
    if (word == "previous") return {"done.previous", "confirm.previous"};
    return {"done.pressed", "confirm.pressed"};
  }
  return kSet;
}

}  // namespace

Act act_of(const flow::Set& set) {
  if (const auto* word = std::get_if<std::string>(&set.to)) return act_of_word(set.capability, *word);
  const bool* yes = std::get_if<bool>(&set.to);
  const double* number = std::get_if<double>(&set.to);
  switch (set.capability) {
    case Capability::OnOff:
      if (yes != nullptr && *yes) return {"done.turned_on", "confirm.turned_on"};
      return {"done.turned_off", "confirm.turned_off"};
    case Capability::Lock:
      if (yes != nullptr && *yes) return {"done.locked", "confirm.locked"};
      return {"done.unlocked", "confirm.unlocked"};
    case Capability::Mute:
      if (yes != nullptr && *yes) return {"done.muted", "confirm.muted"};
      return {"done.unmuted", "confirm.unmuted"};
    case Capability::Scene:
      return {"done.activated", "confirm.activated"};
    case Capability::Position:
      if (number != nullptr && *number >= 100) return {"done.opened", "confirm.opened"};
      if (number != nullptr && *number <= 0) return {"done.closed", "confirm.closed"};
      return kSet;
    default:
      return kSet;
  }
}

std::vector<flow::Phrase> done_phrases(const std::vector<flow::Step>& steps) {
  std::vector<flow::Phrase> phrases;
  for (const Deed& deed : deeds(steps)) phrases.push_back(worded(deed, deed.act.done));
  return phrases;
}

flow::Phrase confirm_phrase(const std::vector<flow::Step>& steps) {
  const std::vector<Deed> found = deeds(steps);
  if (found.size() == 1) return worded(found.front(), found.front().act.confirm);
  flow::Phrase result = phrase("confirm.several");
  for (const Deed& deed : found) {
    for (const flow::Set& set : deed.sets) {
      if (std::ranges::find(result.with, named(set.entity)) == result.with.end()) {
        result.with.push_back(named(set.entity));
      }
    }
  }
  return result;
}

}  // namespace hearth::decide
