// What a person can want, by Home Assistant's names where it has one. The list only grows at its end.
#pragma once

#include <cstdint>

namespace hearth::flow {

enum class Intent : uint16_t {
  None,
  TurnOn,
  TurnOff,
  Toggle,
  GetState,
  SetPosition,
  LightSet,
  ClimateSetTemperature,
  ClimateGetTemperature,
  FanSetSpeed,
  SetVolume,
  SetVolumeRelative,
  MediaPlayerMute,
  MediaPlayerUnmute,
  MediaPause,
  MediaUnpause,
  MediaNext,
  MediaPrevious,
  MediaSearchAndPlay,
  VacuumStart,
  VacuumReturnToBase,
  VacuumCleanArea,
  LawnMowerStartMowing,
  LawnMowerDock,
  StartTimer,
  CancelTimer,
  CancelAllTimers,
  IncreaseTimer,
  DecreaseTimer,
  PauseTimer,
  UnpauseTimer,
  TimerStatus,
  ListAddItem,
  ListCompleteItem,
  ListRemoveItem,
  ShoppingListAddItem,
  ShoppingListCompleteItem,
  GetWeather,
  GetCurrentDate,
  GetCurrentTime,
  Broadcast,
  Respond,
  Nevermind,
  // Hearth's own
  Open,
  Close,
  Lock,
  Unlock,
  LightBrighter,
  LightDimmer,
  Why,
  Undo,
  Confirm,
  Refuse,
  Choose,  // an answer to an open question
  ListQuery,
  Set,  // a tap: the slots "capability" and "value" say what; without a value it toggles
  SetAlarm,
  CancelAlarm,
  SnoozeAlarm,
  SkipAlarm,
  StopAlarm,
  SetReminder,
  CancelReminder,
  CancelErrand,  // a command that was put off
  PromiseQuery,
  PastQuery,
  Conditional,  // "… when the washer is done": the command is in the slot "conversation_command"
  ClimateSetFanMode,
};

constexpr bool changes_timers(Intent intent) {
  switch (intent) {
    case Intent::StartTimer:
    case Intent::CancelTimer:
    case Intent::CancelAllTimers:
    case Intent::IncreaseTimer:
    case Intent::DecreaseTimer:
    case Intent::PauseTimer:
    case Intent::UnpauseTimer:
      return true;
    default:
      return false;
  }
}

constexpr bool changes_lists(Intent intent) {
  switch (intent) {
    case Intent::ListAddItem:
    case Intent::ListCompleteItem:
    case Intent::ListRemoveItem:
    case Intent::ShoppingListAddItem:
    case Intent::ShoppingListCompleteItem:
      return true;
    default:
      return false;
  }
}

/// It changes things of the home, now or later: not timers, lists, alarms and words.
constexpr bool sets_things(Intent intent) {
  switch (intent) {
    case Intent::TurnOn:
    case Intent::TurnOff:
    case Intent::Toggle:
    case Intent::Set:
    case Intent::SetPosition:
    case Intent::Open:
    case Intent::Close:
    case Intent::Lock:
    case Intent::Unlock:
    case Intent::LightSet:
    case Intent::LightBrighter:
    case Intent::LightDimmer:
    case Intent::ClimateSetTemperature:
    case Intent::ClimateSetFanMode:
    case Intent::FanSetSpeed:
    case Intent::SetVolume:
    case Intent::SetVolumeRelative:
    case Intent::MediaPlayerMute:
    case Intent::MediaPlayerUnmute:
    case Intent::MediaPause:
    case Intent::MediaUnpause:
    case Intent::MediaNext:
    case Intent::MediaPrevious:
    case Intent::MediaSearchAndPlay:
    case Intent::VacuumStart:
    case Intent::VacuumReturnToBase:
    case Intent::VacuumCleanArea:
    case Intent::LawnMowerStartMowing:
    case Intent::LawnMowerDock:
      return true;
    default:
      return false;
  }
}

}  // namespace hearth::flow
