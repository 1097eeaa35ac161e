#include "score/dialogue/scored_home.h"

#include <fmt/format.h>

#include <algorithm>

#include "score/understanding/traits.h"

namespace hearth::score {
namespace {

using home::Capability;
using home::Value;

struct Made {
  std::string kind, device_class;
  std::vector<home::Trait> traits;
  std::vector<std::pair<Capability, Value>> states;
};

home::Trait settable(Capability capability) { return {.capability = capability, .sensed = true, .settable = true}; }

Made sensing(const char* kind, const char* device_class, Capability capability, Value value) {
  return {kind, device_class, {{.capability = capability, .sensed = true}}, {{capability, std::move(value)}}};
}

std::string cover_class(const std::string& name) {
  const std::string words = " " + home::identity_of(name);
  const auto holds = [&](std::initializer_list<const char*> stems) {
    return std::ranges::any_of(stems, [&](const char* stem) { return words.find(stem) != std::string::npos; });
  };
  if (holds({"garage", "garaje", "cochera", "loading door"})) return "garage";
  if (holds({"gate", "portail", "portón", "verja", "hoftor", "einfahrtstor"})) return "gate";
  if (holds({"curtain", "vorhang", "rideau", "cortina"})) return "curtain";
  if (holds({"awning", "markise", "store banne", "toldo"})) return "awning";
  if (holds({"skylight"})) return "window";
  if (holds({"rollladen", "volet", "persiana", "shutter"})) return "shutter";
  return "blind";
}

/// A kind of the sets as an entity's kind, with what it can do and shows at first.
Made make(const std::string& name, const std::string& kind) {
  if (kind == "contact_sensor") return sensing("binary_sensor", "opening", Capability::Contact, false);
  if (kind == "motion_sensor") return sensing("binary_sensor", "motion", Capability::Motion, false);
  if (kind == "smoke_sensor") return sensing("binary_sensor", "smoke", Capability::Smoke, false);
  if (kind == "moisture_sensor") return sensing("binary_sensor", "moisture", Capability::Moisture, false);
  if (kind == "temperature_sensor") return sensing("sensor", "temperature", Capability::Temperature, 20.0);
  if (kind == "humidity_sensor") return sensing("sensor", "humidity", Capability::Humidity, 50.0);
  if (kind == "humidifier") return {kind, "", {settable(Capability::OnOff)}, {{Capability::OnOff, false}}};
  if (kind == "water_heater") {
    return {kind,
            "",
            {settable(Capability::OnOff), settable(Capability::TargetTemperature)},
            {{Capability::OnOff, true}, {Capability::TargetTemperature, 45.0}}};
  }
  if (kind == "alarm_control_panel") {
    home::Trait alarm = settable(Capability::Alarm);
    alarm.options = {"disarmed", "armed_home", "armed_away", "armed_night"};
    return {kind, "", {alarm}, {{Capability::Alarm, std::string("disarmed")}}};
  }
  const SuiteHome::Entity entity{name, kind, kind == "lock" ? "locked" : "", "", {}};
  Made made{kind, kind == "cover" ? cover_class(name) : "", traits_of(entity), states_of(entity)};
  for (auto& [capability, value] : made.states) {
    if (capability == Capability::Speed) value = 50.0;
  }
  if (kind == "light") {
    made.states.emplace_back(Capability::Brightness, 50.0);
    made.states.emplace_back(Capability::ColorTemperature, 4000.0);
  }
  if (kind == "vacuum" || kind == "lawn_mower") made.states = {{Capability::Vacuum, std::string("docked")}};
  return made;
}

class Furnishing {
 public:
  explicit Furnishing(ScoredHome& out) : out_(out) {}

  uint32_t floor(const std::string& name) {
    for (const home::Floor& floor : out_.listing.floors) {
      if (floor.names.front().text == name) return floor.id.value;
    }
    const auto number = static_cast<uint32_t>(out_.listing.floors.size() + 1);
    out_.listing.floors.push_back({{number}, {{name, ""}}, static_cast<int32_t>(number)});
    return number;
  }

  uint32_t area(const std::string& name) {
    for (const home::Area& area : out_.listing.areas) {
      for (const home::Name& known : area.names) {
        if (known.text == name) return area.id.value;
      }
    }
    const auto number = static_cast<uint32_t>(out_.listing.areas.size() + 1);
    out_.listing.areas.push_back({{number}, {{name, ""}}, {}, {}});
    return number;
  }

  void add_area(const Json& json) {
    home::Area& made = out_.listing.areas[area(json.value("name", std::string())) - 1];
    if (json.contains("floor") && json["floor"].is_string()) made.floor = {floor(json["floor"].get<std::string>())};
    for (const Json& alias : json.value("aliases", Json::array())) made.names.push_back({alias.get<std::string>(), ""});
  }

  Status add_device(const Json& json) {
    if (!json.is_object() || !json.contains("name") || !json.contains("kind")) {
      return invalid("expected a device with name, kind and area", "home");
    }
    const auto name = json["name"].get<std::string>();
    const auto kind = json["kind"].get<std::string>();
    if (kind == "person" || kind == "todo" || kind == "weather") return ok();
    Made made = make(name, kind);
    home::Entity& entity = out_.listing.entities.emplace_back();
    entity.id = {static_cast<uint32_t>(out_.listing.entities.size())};
    entity.key = fmt::format("{}.{}", made.kind, entity.id.value);
    entity.kind = made.kind;
    entity.device_class = made.device_class;
    entity.names = {{name, ""}};
    for (const Json& alias : json.value("aliases", Json::array())) {
      entity.names.push_back({alias.get<std::string>(), ""});
    }
    if (json.contains("area") && json["area"].is_string()) {
      entity.area = home::AreaId{area(json["area"].get<std::string>())};
    }
    entity.traits = std::move(made.traits);
    for (auto& [capability, value] : made.states) out_.reports.push_back({entity.id.value, capability, value});
    return ok();
  }

  void add_speaker(const std::string& here) {
    home::Person owner;
    owner.id = {1};
    owner.names = {{"Person 906", ""}};
    owner.role = home::Role::Owner;
    out_.listing.people.push_back(std::move(owner));
    home::Device device;
    device.id = {1};
    device.names = {{"Unit 951", ""}};
    device.area = {area(here)};
    device.identifiers = {std::string(kScoredSpeaker)};
    out_.listing.devices.push_back(std::move(device));
    home::Satellite satellite;
    satellite.device = {1};
    satellite.microphone = satellite.speaker = true;
    satellite.usual = home::PersonId{1};
    out_.listing.satellites.push_back(satellite);
  }

 private:
  ScoredHome& out_;
};

}  // namespace

Result<ScoredHome> scored_home(const Json& home, const std::string& here) {
  ScoredHome made;
  made.listing.door = kScoredDoor;
  made.listing.complete = true;
  Furnishing furnishing(made);
  const bool whole = home.is_object();
  if (whole) {
    for (const Json& floor : home.value("floors", Json::array())) furnishing.floor(floor.get<std::string>());
    for (const Json& area : home.value("areas", Json::array())) furnishing.add_area(area);
  }
  const Json devices = whole ? home.value("devices", Json::array()) : home;
  if (!devices.is_array()) return invalid("expected a list of devices", "home");
  for (const Json& device : devices) TRY(furnishing.add_device(device));
  furnishing.add_speaker(here.empty() ? "living room" : here);
  return made;
}

}  // namespace hearth::score
