#include "understand/scheduling/put_off.h"

#include <algorithm>

#include "flow/limits.h"
#include "understand/linking/entity_linker.h"
#include "understand/linking/spoken_names.h"

namespace hearth::understand {
using flow::Intent;

bool takes_time(Intent intent) {
  switch (intent) {
    case Intent::SetAlarm:
    case Intent::CancelAlarm:
    case Intent::SnoozeAlarm:
    case Intent::SkipAlarm:
    case Intent::SetReminder:
    case Intent::CancelReminder:
    case Intent::CancelErrand:
    case Intent::StartTimer:
      return true;
    default:
      return concerns_things(intent, false);
  }
}

bool keeps_its_words(Intent intent) {
  return intent == Intent::Broadcast || intent == Intent::Respond || flow::changes_lists(intent);
}

bool only_briefly(const flow::When& when, Intent intent) {
  constexpr double kBrief = 2;  // seconds
  if (when.role != flow::When::For || when.seconds > kBrief) return false;
  switch (intent) {
    case Intent::TurnOff:
    case Intent::MediaPause:
    case Intent::MediaPlayerMute:
    case Intent::VacuumReturnToBase:
    case Intent::LawnMowerDock:
      return true;
    default:
      return false;
  }
}

const flow::Slot* inner_command(const flow::Request& request) {
  return flow::find_slot(request, "conversation_command");
}

bool put_off(const Wanted& around, flow::Request& command) {
  if (around.request.intent == Intent::Conditional) {
    for (const char* name : {"event", "event_name"}) {
      if (const flow::Slot* slot = flow::find_slot(around.request, name)) command.slots.push_back(*slot);
    }
    return flow::find_slot(command, "event") != nullptr;
  }
  flow::When when;
  when.role = flow::When::After;
  when.seconds = seconds_in(around.request).value_or(0);
  command.when = when;
  return when.seconds > 0;
}

void name_event(const home::Home& home, Wanted& wanted) {
  if (flow::find_slot(wanted.request, "event") == nullptr || !wanted.mention.named) return;
  const auto name = std::ranges::find(wanted.request.slots, std::string_view("name"), &flow::Slot::name);
  if (name == wanted.request.slots.end()) return;
  name->name = "event_name";
  const auto [own, implied, beside] = called_by(wanted.mention.spoken, wanted.mention.called, home);
  for (const home::EntityId id : !own.empty() ? own : !implied.empty() ? implied : beside) {
    if (name->candidates.size() == flow::kMostCandidates) break;
    const home::Entity* entity = home.entity(id);
    if (entity != nullptr && home.present(id) && entity->exposed) name->candidates.emplace_back(id, 1.0F);
  }
}

}  // namespace hearth::understand
