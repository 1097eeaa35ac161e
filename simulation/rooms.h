// The air, warmth and light of the rooms, in closed form between two things that happen.
#pragma once

#include <array>

#include "simulation/agenda.h"
#include "simulation/household_file.h"
#include "simulation/weather.h"

namespace hearth::simulation {

/// What acts on a room from within; each adds up over all that is there.
enum class Acts : uint8_t {
  Heat,      ///< W
  Moisture,  ///< g of water an hour
  Breath,    ///< litres of CO2 an hour
  Air,       ///< m³ an hour from outside: open windows, a fan
  Light,     ///< lm
  Shade,     ///< share of the window that is covered, 0 to 1
};

/// Each room is air and mass (walls, furniture), each at one temperature. Between two changes of what acts on it, each
/// goes towards its balance as exp(-t/tau) while its neighbours stand still; settle() is therefore called in steps of
/// at most ten minutes, as the weather is. One thread.
class Rooms {
 public:
  /// The references must outlive it.
  Rooms(const std::vector<DescribedRoom>& described, const Agenda& agenda, const Weather& weather, Chance chance);

  /// Brings a room to now.
  void settle(uint32_t room);
  void settle_all();
  void act(uint32_t room, Acts what, double by);

  // Of a room as it was settled last; the weather's own where it is outdoors.
  double temperature(uint32_t room) const;     ///< °C
  double humidity(uint32_t room) const;        ///< percent
  double carbon_dioxide(uint32_t room) const;  ///< ppm
  double illuminance(uint32_t room) const;     ///< lx
  double daylight(uint32_t room) const;        ///< lx, without lamps
  size_t size() const { return described_.size(); }

 private:
  struct Air {
    double temperature = 20, mass = 20, moisture = 8, carbon_dioxide = 500;
    std::array<double, 6> acts{};
    Time settled{};
  };
  double acts(uint32_t room, Acts what) const { return air_[room].acts[static_cast<size_t>(what)]; }
  double open_window(uint32_t room) const;

  const std::vector<DescribedRoom>& described_;
  const Agenda& agenda_;
  const Weather& weather_;
  std::vector<Air> air_;
};

}  // namespace hearth::simulation
