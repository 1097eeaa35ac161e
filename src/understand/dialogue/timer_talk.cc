#include "understand/dialogue/timer_talk.h"

#include <algorithm>
#include <string>

namespace hearth::understand {
namespace {

using flow::Intent;

bool is_length(const std::string& slot) { return slot == "hours" || slot == "minutes" || slot == "seconds"; }

/// Which timer was spoken of: by its name, else by the length that it was set for.
flow::Request about(const flow::Request& act, Intent intent) {
  flow::Request request;
  request.intent = intent;
  const bool started = act.intent == Intent::StartTimer;
  const bool named = flow::find_slot(act, "name") != nullptr;
  for (const flow::Slot& slot : act.slots) {
    const bool tells = slot.name == "name" || slot.name == "promise" || slot.name.starts_with("start_");
    if (tells) request.slots.push_back(slot);
    if (!started || named || !is_length(slot.name)) continue;
    request.slots.push_back({"start_" + slot.name, slot.spoken, slot.value, {}});
  }
  return request;
}

/// "Fifteen" is a length in the unit of the last one.
std::vector<flow::Slot> length_of(const Patch& patch, const flow::Request& act) {
  if (!patch.length.empty()) return patch.length;
  if (!patch.number || *patch.number <= 0 || !patch.unit.empty()) return {};
  std::vector<flow::Slot> lengths;
  for (const flow::Slot& slot : act.slots) {
    if (is_length(slot.name)) lengths.push_back({slot.name, {}, *patch.number, {}});
  }
  return lengths.size() == 1 ? lengths : std::vector<flow::Slot>();
}

std::optional<Intent> act_on_timer(Intent act) {
  switch (act) {
    case Intent::MediaPause:
      return Intent::PauseTimer;
    case Intent::MediaUnpause:
      return Intent::UnpauseTimer;
    default:
      return std::nullopt;
  }
}

}  // namespace

flow::Request take_back(const Recent& recent) {
  flow::Request undo;
  undo.intent = Intent::Undo;
  undo.slots.push_back({"instead", {}, static_cast<double>(recent.turn.value), {}});
  return undo;
}

bool spoke_of_timer(const Recent& recent) {
  if (recent.acts.empty()) return false;
  switch (recent.acts.back().intent) {
    case Intent::StartTimer:
    case Intent::IncreaseTimer:
    case Intent::DecreaseTimer:
    case Intent::PauseTimer:
    case Intent::UnpauseTimer:
    case Intent::TimerStatus:
      return true;
    default:
      return false;
  }
}

flow::Request cancel_timer(const Recent& recent) {
  const flow::Request& act = recent.acts.back();
  return about(act, act.intent == Intent::StartTimer ? Intent::Undo : Intent::CancelTimer);
}

std::vector<flow::Request> change_timer(const Patch& patch, const Recent& recent, bool more) {
  if (patch.placed || patch.kelvin || !patch.color.empty()) return {};
  const flow::Request& act = recent.acts.back();
  if (patch.act) {
    const std::optional<Intent> intent = act_on_timer(*patch.act);
    return intent ? std::vector{about(act, *intent)} : std::vector<flow::Request>();
  }
  std::vector<flow::Slot> length = length_of(patch, act);
  if (length.empty()) return {};
  const bool amount = patch.quality.empty() || patch.quality == "amount";
  if (!amount) return {};
  if (patch.direction != 0) {
    flow::Request changed = about(act, patch.direction > 0 ? Intent::IncreaseTimer : Intent::DecreaseTimer);
    std::ranges::move(length, std::back_inserter(changed.slots));
    return {std::move(changed)};
  }
  const bool another = more || patch.which == Patch::Another;
  if (!another && act.intent != Intent::StartTimer) return {};  // "make it ten": the timer, or what was added to it?
  flow::Request timer;
  timer.intent = Intent::StartTimer;
  if (!another) timer.slots = act.slots;  // its name
  std::erase_if(timer.slots, [](const flow::Slot& slot) { return is_length(slot.name); });
  std::ranges::move(length, std::back_inserter(timer.slots));
  if (another) return {std::move(timer)};
  return {take_back(recent), std::move(timer)};
}

}  // namespace hearth::understand
