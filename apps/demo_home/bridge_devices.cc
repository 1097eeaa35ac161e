#include "bridge_devices.h"

namespace hearth::demo {
Json binary_expose(const char* name, const Json& on, const Json& off) {
  return {{"type", "binary"}, {"name", name}, {"property", name}, {"access", 1}, {"value_on", on}, {"value_off", off}};
}

Json numeric_expose(const char* name, const char* unit, int access, double low, double high) {
  Json out = {{"type", "numeric"}, {"name", name}, {"property", name}, {"access", access}, {"unit", unit}};
  if (low != high) {
    out["value_min"] = low;
    out["value_max"] = high;
  }
  return out;
}

namespace {

Json state_feature() {
  return {{"type", "binary"}, {"name", "state"},    {"property", "state"},     {"access", 7},
          {"value_on", "ON"}, {"value_off", "OFF"}, {"value_toggle", "TOGGLE"}};
}

}  // namespace

Json light_expose(bool dims, bool white, bool color) {
  Json features = Json::array({state_feature()});
  if (dims) features.push_back(numeric_expose("brightness", "", 7, 0, 254));
  if (white) features.push_back(numeric_expose("color_temp", "mired", 7, 153, 454));
  if (color) {
    features.push_back({{"type", "composite"},
                        {"name", "color_xy"},
                        {"property", "color"},
                        {"access", 7},
                        {"features", {numeric_expose("x", "", 7, 0, 0), numeric_expose("y", "", 7, 0, 0)}}});
  }
  return {{"type", "light"}, {"features", features}};
}

namespace {

Json link_quality() { return numeric_expose("linkquality", "lqi", 1, 0, 255); }

}  // namespace

std::vector<ZigbeeDevice> zigbee_devices() {
  const Json dimmed = {{"state", "OFF"}, {"brightness", 180}, {"linkquality", 140}};
  const Json white = {
      {"state", "OFF"}, {"brightness", 200}, {"color_temp", 370}, {"color_mode", "color_temp"}, {"linkquality", 120}};
  Json color = white;
  color["color"] = {{"x", 0.4599}, {"y", 0.4106}};
  return {
      {"0x00158d0001000001",
       "Living room/Desk lamp",
       "Desk 1",
       "Router",
       {light_expose(true, false, false), link_quality()},
       dimmed},
      {"0x00158d0001000002",
       "Living room/Floor lamp",
       "Glow 3",
       "Router",
       {light_expose(true, true, true), link_quality()},
       color},
      {"0x00158d0001000003",
       "Bedroom/Lamp",
       "Night 2",
       "Router",
       {light_expose(true, true, false), link_quality()},
       white},
      {"0x00158d0001000004",
       "Hallway/Light",
       "Ceiling 2",
       "Router",
       {light_expose(true, false, false), link_quality()},
       dimmed},
      {"0x00158d0001000005",
       "Hallway/Front door contact",
       "Reed 1",
       "EndDevice",
       {binary_expose("contact", false, true), numeric_expose("battery", "%", 1, 0, 100), link_quality()},
       {{"contact", true}, {"battery", 87}, {"linkquality", 60}}},
      {"0x00158d0001000006",
       "Hallway/Motion sensor",
       "Eye 1",
       "EndDevice",
       {binary_expose("occupancy", true, false), numeric_expose("illuminance", "lx", 1, 0, 0),
        numeric_expose("temperature", "°C", 1, 0, 0), numeric_expose("battery", "%", 1, 0, 100), link_quality()},
       {{"occupancy", false}, {"illuminance", 42}, {"temperature", 19.8}, {"battery", 64}, {"linkquality", 75}}},
  };
}

}  // namespace hearth::demo
