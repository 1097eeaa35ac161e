// What a simulated home is made of, as a person writes it down: the lines of home_file.h, and below each room and
// entity what it is made of.
//
//     place 52.52 13.40                       # where the sun is seen from
//     room kitchen on "ground floor"
//     space 14m2 window 2.4m2 facing 180 beside hallway, living_room
//     light.kitchen "kitchen light" is on_off off, brightness 80
//     plays lamp 1100lm 12W
//     radio loses 2%
#pragma once

#include "calendar/sun.h"
#include "simulation/chance.h"
#include "simulation/home_file.h"

namespace hearth::simulation {

inline constexpr uint32_t kNowhere = 0xffffffff;  ///< no room, no device

struct DescribedRoom {
  std::string id;
  double floor_m2 = 15, height_m = 2.5;
  double window_m2 = 0, facing_deg = 180;  ///< clockwise from north
  std::vector<uint32_t> beside;            ///< rooms one can walk to; both ways
  bool outdoors = false;                   ///< has weather instead of air of its own
  bool operator==(const DescribedRoom&) const = default;
};

/// What a device's radio does to what it says and hears. Shares from 0 to 1.
struct RadioQuality {
  Span delay{std::chrono::milliseconds(40), std::chrono::milliseconds(400)};
  double loses = 0, repeats = 0, contradicts = 0;
  bool operator==(const RadioQuality&) const = default;
};

/// A stretch of an appliance's program.
struct Phase {
  Duration length{};
  double watts = 0;
  bool operator==(const Phase&) const = default;
};

struct DescribedDevice {
  enum Kind : uint8_t {
    Still,
    Lamp,
    Plug,
    Appliance,
    Cover,
    Radiator,
    Lock,
    Window,
    Door,
    Fridge,
    Motion,
    Sensor,
    Fan,
    Vacuum,
    Button,
    Phone,
    Media
  };
  Kind plays = Still;
  uint32_t room = kNowhere;
  double watts = 0, standby_w = 0, lumen = 0, air_m3h = 0, window_m2 = 0;
  Duration takes{};            ///< how long it moves, or how long a motion sensor stays on
  Duration every{};            ///< how often a sensor looks
  std::vector<Phase> program;  ///< of an appliance
  std::string person;          ///< whose phone
  Duration battery_lasts{};    ///< zero: mains
  std::optional<RadioQuality> radio;
  bool operator==(const DescribedDevice&) const = default;
};

/// `rooms` are the areas and `devices` the entities of the listing, in its order.
struct HouseholdHome {
  std::string zone = "UTC";
  calendar::Place place{52.52, 13.405};
  DescribedDoor door;
  RadioQuality radio;
  std::vector<DescribedRoom> rooms;
  std::vector<DescribedDevice> devices;
  uint32_t way_out = 0;                                      ///< the room that the front door is in
  uint32_t front_lock = kNowhere, front_contact = kNowhere;  ///< devices

  uint32_t find_room(std::string_view id) const;     ///< kNowhere when there is none
  uint32_t find_device(std::string_view key) const;  ///< by key; kNowhere when there is none
};

/// Errors: InvalidInput with `place` and line, saying what was expected; simulation/homes/README.md tells all lines.
Result<HouseholdHome> parse_household(std::string_view text, std::string_view place);
Result<HouseholdHome> read_household(const std::filesystem::path& file);

}  // namespace hearth::simulation
