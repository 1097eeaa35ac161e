#include "simulation/rooms.h"

#include <algorithm>
#include <cmath>

namespace hearth::simulation {
namespace {

constexpr double kAirHeat = 0.336;       // W/K to warm one m³ an hour
constexpr double kLeaks = 0.25;          // changes of air an hour through joints
constexpr double kBeside = 45;           // m³ an hour through a doorway
constexpr double kGlass = 1.2;           // W/(m² K)
constexpr double kWalls = 0.75;          // W/K to the outside for each m² of floor
constexpr double kSurfaces = 6.5;        // W/K between air and mass for each m² of floor
constexpr double kMass = 95'000;         // J/K for each m² of floor
constexpr double kAirAndThings = 3'600;  // J/K for each m³: air and what is light enough to follow it
constexpr double kBuffer = 3;            // textiles and walls take up so many times the moisture of the air
constexpr double kOutsideCarbonDioxide = 425;

double towards(double now, double balance, double per_second, double seconds) {
  return balance + (now - balance) * std::exp(-per_second * seconds);
}

}  // namespace

Rooms::Rooms(const std::vector<DescribedRoom>& described, const Agenda& agenda, const Weather& weather, Chance chance)
    : described_(described), agenda_(agenda), weather_(weather), air_(described.size()) {
  for (Air& air : air_) {
    air.temperature = air.mass = chance.between(19.5, 21);
    air.moisture = saturation_g_m3(air.temperature) * chance.between(0.4, 0.5);
    air.settled = agenda.now();
  }
}

double Rooms::open_window(uint32_t room) const { return 1 - std::clamp(acts(room, Acts::Shade), 0.0, 1.0); }

void Rooms::settle(uint32_t room) {
  Air& air = air_[room];
  const double seconds = to_seconds(agenda_.now() - air.settled);
  if (seconds <= 0) return;
  air.settled = agenda_.now();
  const DescribedRoom& it = described_[room];
  if (it.outdoors) return;
  const Sky& sky = weather_.sky();
  const double volume = it.floor_m2 * it.height_m;
  const double outside = kLeaks * volume + acts(room, Acts::Air);
  double flow = outside, warm = 0, wet = outside * sky.moisture, stale = outside * kOutsideCarbonDioxide;
  double neighbours = 0;
  for (const uint32_t beside : it.beside) {
    const Air& other = air_[beside];
    if (described_[beside].outdoors) continue;
    flow += kBeside;
    neighbours += kAirHeat * kBeside;
    warm += kAirHeat * kBeside * other.temperature;
    wet += kBeside * other.moisture;
    stale += kBeside * other.carbon_dioxide;
  }
  const double sun = 0.45 * it.window_m2 * open_window(room) * weather_.on_wall_w_m2(it.facing_deg);
  const double heat = acts(room, Acts::Heat);
  const double out = kGlass * it.window_m2 + kAirHeat * outside;
  const double inner = kSurfaces * it.floor_m2;
  const double sum = out + inner + neighbours;
  const double balance = (out * sky.temperature + inner * air.mass + warm + 0.8 * heat + 0.3 * sun) / sum;
  air.temperature = towards(air.temperature, balance, sum / (kAirAndThings * volume), seconds);
  const double walls = kWalls * it.floor_m2;
  const double kept = (walls * sky.temperature + inner * air.temperature + 0.2 * heat + 0.7 * sun) / (walls + inner);
  air.mass = towards(air.mass, kept, (walls + inner) / (kMass * it.floor_m2), seconds);
  air.carbon_dioxide =
      towards(air.carbon_dioxide, (stale + 1000 * acts(room, Acts::Breath)) / flow, flow / volume / 3600, seconds);
  air.moisture =
      towards(air.moisture, (wet + acts(room, Acts::Moisture)) / flow, flow / (kBuffer * volume) / 3600, seconds);
  air.moisture = std::min(air.moisture, saturation_g_m3(air.temperature));  // the rest runs down the pane
}

void Rooms::settle_all() {
  for (uint32_t room = 0; room < air_.size(); ++room) settle(room);
}

void Rooms::act(uint32_t room, Acts what, double by) {
  settle(room);
  air_[room].acts[static_cast<size_t>(what)] += by;
}

double Rooms::temperature(uint32_t room) const {
  return described_[room].outdoors ? weather_.sky().temperature : air_[room].temperature;
}

double Rooms::humidity(uint32_t room) const {
  if (described_[room].outdoors) return std::min(weather_.sky().humidity(), 100.0);
  return std::min(100.0, 100 * air_[room].moisture / saturation_g_m3(air_[room].temperature));
}

double Rooms::carbon_dioxide(uint32_t room) const {
  return described_[room].outdoors ? kOutsideCarbonDioxide : air_[room].carbon_dioxide;
}

double Rooms::daylight(uint32_t room) const {
  const DescribedRoom& it = described_[room];
  if (it.outdoors) return weather_.sky().lux();
  const double wall = 110 * weather_.on_wall_w_m2(it.facing_deg);
  return 0.12 * wall * it.window_m2 / it.floor_m2 * open_window(room);
}

double Rooms::illuminance(uint32_t room) const {
  return daylight(room) + 0.5 * std::max(0.0, acts(room, Acts::Light)) / described_[room].floor_m2;
}

}  // namespace hearth::simulation
