#include "simulation/usual_traits.h"

#include <array>
#include <charconv>

#include "simulation/value_words.h"

namespace hearth::simulation {
namespace {

using home::Capability;
using home::Trait;

struct Usual {
  std::string_view kind, traits;  ///< as in a file, parted by spaces
};
constexpr auto kUsual = std::to_array<Usual>({
    {"light", "on_off brightness"},
    {"switch", "on_off"},
    {"input_boolean", "on_off"},
    {"siren", "on_off"},
    {"humidifier", "on_off target_humidity(30..80)"},
    {"cover", "position"},
    {"valve", "position"},
    {"lock", "lock"},
    {"climate", "target_temperature(5..35) thermostat_mode(off,heat,cool,auto) temperature"},
    {"water_heater", "target_temperature(30..70)"},
    {"fan", "on_off speed"},
    {"media_player", "on_off volume mute playback"},
    {"vacuum", "vacuum"},
    {"lawn_mower", "vacuum"},
    {"scene", "scene"},
    {"script", "scene"},
    {"button", "press"},
    {"alarm_control_panel", "alarm"},
    {"select", "option"},
    {"number", "level"},
});

/// Everything up to Vacuum is set; the rest is sensed alone.
bool settable(Capability capability) {
  return capability <= Capability::Vacuum && capability != Capability::Jammed &&
         capability != Capability::ThermostatAction;
}

Status read_bounds(Trait& trait, std::string_view text, size_t dots) {
  const auto number = [&](std::string_view part, double& into) {
    const auto [end, problem] = std::from_chars(part.data(), part.data() + part.size(), into);
    return problem == std::errc() && end == part.data() + part.size();
  };
  if (number(text.substr(0, dots), trait.low) && number(text.substr(dots + 2), trait.high)) return ok();
  return invalid("expected bounds such as 5..30, found '" + std::string(text) + "'");
}

}  // namespace

Result<Trait> parse_trait(std::string_view text) {
  const size_t open = text.find('(');
  Trait trait{.capability = TRY(parse_capability(text.substr(0, open))), .options = {}};
  const home::CapabilityFacts& facts = home::facts(trait.capability);
  trait.settable = settable(trait.capability);
  trait.sensed = trait.capability != Capability::Scene && !(facts.momentary && trait.settable);
  if (facts.unit == "%" && facts.kind == home::ValueKind::Number) trait.high = 100;
  if (open == std::string_view::npos) return trait;
  if (!text.ends_with(')')) return invalid("expected ) at the end of '" + std::string(text) + "'");
  std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  if (const size_t dots = inside.find(".."); dots != std::string_view::npos) {
    TRY(read_bounds(trait, inside, dots));
    return trait;
  }
  while (!inside.empty()) {
    const size_t comma = inside.find(',');
    trait.options.emplace_back(inside.substr(0, comma));
    inside = comma == std::string_view::npos ? std::string_view() : inside.substr(comma + 1);
  }
  return trait;
}

std::vector<Trait> usual_traits(std::string_view kind) {
  std::vector<Trait> traits;
  for (const Usual& usual : kUsual) {
    if (usual.kind != kind) continue;
    std::string_view left = usual.traits;
    while (!left.empty()) {
      const size_t space = left.find(' ');
      Result<Trait> trait = parse_trait(left.substr(0, space));
      CHECK(trait.ok());
      traits.push_back(std::move(trait).value());
      left = space == std::string_view::npos ? std::string_view() : left.substr(space + 1);
    }
  }
  return traits;
}

home::Tier usual_tier(std::string_view kind, std::string_view device_class) {
  const bool door = device_class == "garage" || device_class == "door" || device_class == "gate";
  if (kind == "lock" || kind == "alarm_control_panel" || kind == "valve" || (kind == "cover" && door)) {
    return home::Tier::Secure;
  }
  const bool noticeable = kind == "climate" || kind == "water_heater" || kind == "cover" || kind == "vacuum" ||
                          kind == "lawn_mower" || kind == "media_player" || kind == "siren";
  return noticeable ? home::Tier::Noticeable : home::Tier::Harmless;
}

}  // namespace hearth::simulation
