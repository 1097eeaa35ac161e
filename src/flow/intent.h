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

}  // namespace hearth::flow
