// Who lives in a simulated home and what they usually do, as a person writes it down.
//
//     resident Anna sleeps in bedroom
//     dwells living_room 20m..60m weight 4
//
//     habit gets_up by Anna at 06:40 on weekdays unless ill, holiday jitter 12m likely 96%
//       wakes
//       goes bathroom
//       showers 6m..11m
//
//     anomaly window_left_open every 20d
#pragma once

#include "home/capability.h"
#include "simulation/household_file.h"

namespace hearth::simulation {

/// One thing that somebody does.
struct Step {
  enum Verb : uint8_t {
    Wakes,
    Sleeps,
    Goes,
    Stays,
    Showers,
    Cooks,
    Sets,
    Leaves,
    Near,
    StepOut,
    StepIn,
    Away,  // what leaving and arriving are made of; not written in files
  };
  Verb verb = Stays;
  uint32_t room = kNowhere, device = kNowhere;
  home::Capability capability = home::Capability::None;
  home::Value value;
  Span time{};
  bool operator==(const Step&) const = default;
};

/// What must hold for a habit to be followed, or must not. `bound` where it compares.
struct Condition {
  enum Kind : uint8_t {
    Dark,
    Bright,
    Last,
    Alone,
    Together,
    Colder,
    Warmer,
    Stuffier,
    Moister,
    Ill,
    Holiday,
    Guests,
    ColderOutside,
    WarmerOutside
  };
  Kind kind = Dark;
  double bound = 0;
  bool expected = true;  ///< false: from "unless"
  bool operator==(const Condition&) const = default;
};

struct Habit {
  enum Trigger : uint8_t { Clock, Sun, AfterHabit, AfterDevice, Entering, LeavingRoom, Arriving, Departing, Every };
  std::string name;
  std::vector<uint32_t> who;  ///< residents
  bool anyone = false;        ///< one of them does it, not each
  Trigger trigger = Clock;
  Duration at{};              ///< Clock: since midnight; Sun: after the event, negative before
  bool sunrise = false;       ///< Sun: otherwise sunset
  uint32_t habit = kNowhere;  ///< AfterHabit
  uint32_t room = kNowhere;   ///< Entering, LeavingRoom
  Step device;                ///< AfterDevice: what it becomes
  Span wait{};                ///< Every: the pause; else how long after the trigger
  uint8_t weekdays = 0x7f;    ///< bit 0 is Monday
  uint16_t months = 0xfff;    ///< bit 0 is January
  std::vector<Condition> conditions;
  Duration jitter{};
  double likely = 1;
  std::vector<Step> steps;
  /// Those that are done in passing, without putting aside what one is doing.
  bool in_passing() const { return trigger == Entering || trigger == LeavingRoom; }
};

struct Resident {
  struct Dwelling {
    uint32_t room = 0;
    Span stay{};
    double weight = 1;
  };
  std::string name;
  uint32_t bed = 0;
  std::vector<Dwelling> dwells;
};

enum class AnomalyKind : uint8_t {
  DoorLeftUnlocked,
  WindowLeftOpen,
  FridgeLeftOpen,
  LeftOn,
  StuckSensor,
  DeadBattery,
  UnusualAbsence,
  AwakeAtNight,
  Leak,
  HeatingFails,
  DoorOpenedWhileAway
};
inline constexpr size_t kAnomalyKinds = 11;
std::string_view to_string(AnomalyKind kind);  ///< snake_case, as in files and the truth log

/// All of a year but habits: what happens now and then. A mean of zero: never.
struct Occasions {
  std::vector<uint16_t> public_holidays;  ///< month * 100 + day
  int vacations_a_year = 0;
  Span vacation{};
  uint16_t vacation_months = 0xfff;
  double ill_days_a_year = 0;  ///< each resident
  Duration guests_every{}, guests_at{}, guests_jitter{};
  Span guests_stay{};
  uint8_t guests_weekdays = 0x7f;
  uint32_t guests_room = 0;
  Duration visitors_every{}, visitors_at{}, visitors_jitter{};
  uint32_t bell = kNowhere;  ///< device
  Duration anomaly_every[kAnomalyKinds] = {};
};

struct Residents {
  std::vector<Resident> people;
  std::vector<Habit> habits;
  Occasions occasions;
};

/// `home`: the home in which they live; its rooms and devices are what the file may name.
/// Errors: InvalidInput with `place` and line, saying what was expected; simulation/residents/README.md tells all
/// lines.
Result<Residents> parse_residents(std::string_view text, std::string_view place, const HouseholdHome& home);
Result<Residents> read_residents(const std::filesystem::path& file, const HouseholdHome& home);

}  // namespace hearth::simulation
