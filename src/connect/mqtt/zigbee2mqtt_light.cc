#include "connect/mqtt/zigbee2mqtt_light.h"

#include <algorithm>
#include <cmath>

#include "connect/mqtt/color_memory.h"

namespace hearth::connect::mqtt {
namespace {

/// The members of the light's state and what they are called (with its endpoint, if it has one).
struct Light {
  ExposedDevice device;
  std::string state, brightness, color_temp, color, color_mode;
  double full = 254;
  Json on = "ON", off = "OFF";
  bool by_xy = true;
  SharedColorMemory memory = std::make_shared<ColorMemory>();
};

double part(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number() ? found->get<double>() : NAN;
}

void read_color(const Light& light, const Json& color, Reports& reports) {
  if (!color.is_object()) return;
  std::optional<Rgb> rgb;
  if (const double x = part(color, "x"), y = part(color, "y"); std::isfinite(x) && std::isfinite(y)) {
    rgb = to_rgb(Chromaticity{x, y});
  } else if (const double hue = part(color, "hue"), s = part(color, "saturation");
             std::isfinite(hue) && std::isfinite(s)) {
    rgb = to_rgb(HueSaturation{hue, s});
  }
  if (rgb) reports.push_back({Capability::Color, light.memory->recognise(*rgb)});
}

Status read_light(const Light& light, const Payload& payload, Reports& reports) {
  const auto member = [&](const std::string& name) { return name.empty() ? nullptr : payload.member(name); };
  if (const Json* state = member(light.state)) {
    if (*state == light.on || *state == light.off) reports.push_back({Capability::OnOff, *state == light.on});
  }
  if (const Json* brightness = member(light.brightness); brightness != nullptr && brightness->is_number()) {
    const double percent = std::clamp(100 * brightness->get<double>() / light.full, 0.0, 100.0);
    reports.push_back({Capability::Brightness, percent});
  }
  // The member of the mode that does not hold is left over, or the bridge's approximation.
  const Json* mode = payload.member(light.color_mode);
  const bool by_temperature = mode == nullptr || *mode == "color_temp";
  const bool by_color = mode == nullptr || *mode != "color_temp";
  if (const Json* mired = member(light.color_temp); mired != nullptr && mired->is_number() && by_temperature) {
    if (mired->get<double>() > 0) reports.push_back({Capability::ColorTemperature, mired_kelvin(mired->get<double>())});
  }
  if (const Json* color = member(light.color); color != nullptr && by_color) read_color(light, *color, reports);
  return ok();
}

Output dim(const Light& light) {
  return [light](const Value& to, double over_s) -> Result<Publications> {
    const double percent = std::clamp(std::get<double>(to), 0.0, 100.0);
    Json payload = Json::object();
    if (!light.state.empty()) payload[light.state] = percent > 0 ? light.on : light.off;
    if (percent > 0) payload[light.brightness] = std::max(1L, std::lround(percent * light.full / 100));
    return set_message(light.device, std::move(payload), over_s);
  };
}

Output tint(const Light& light) {
  return [light](const Value& to, double over_s) -> Result<Publications> {
    const std::optional<Rgb> rgb = parse_hex(std::get<std::string>(to));
    if (!rgb) return invalid("expected a colour as #rrggbb, got \"" + std::get<std::string>(to) + '"');
    light.memory->asked = to_hex(brightest(*rgb));
    Json color = Json::object();
    if (light.by_xy) {
      const Chromaticity xy = to_chromaticity(*rgb);
      color = {{"x", std::round(xy.x * 1e4) / 1e4}, {"y", std::round(xy.y * 1e4) / 1e4}};
    } else {
      const HueSaturation hs = to_hue_saturation(*rgb);
      color = {{"hue", std::round(hs.hue)}, {"saturation", std::round(hs.saturation)}};
    }
    return set_message(light.device, {{light.color, std::move(color)}}, over_s);
  };
}

}  // namespace

void add_light(Component& component, const ExposedDevice& device,
               const std::map<std::string, Feature, std::less<>>& features) {
  Light light;
  light.device = device;
  const auto find = [&](std::string_view name) -> const Feature* {
    const auto found = features.find(name);
    return found == features.end() ? nullptr : &found->second;
  };
  std::string endpoint;
  const Feature* state = find("state");
  if (state != nullptr) {
    light.state = state->property;
    if (!state->value_on.is_null()) light.on = state->value_on;
    if (!state->value_off.is_null()) light.off = state->value_off;
    if (!state->endpoint.empty()) endpoint = "_" + state->endpoint;
  }
  light.color_mode = "color_mode" + endpoint;
  const Feature* brightness = find("brightness");
  if (brightness != nullptr) {
    light.brightness = brightness->property;
    if (brightness->high > 0) light.full = brightness->high;
  }
  const Feature* temperature = find("color_temp");
  if (temperature != nullptr) light.color_temp = temperature->property;
  const Feature* color = find("color_xy");
  if (color == nullptr) {
    color = find("color_hs");
    light.by_xy = false;
  }
  if (color != nullptr) light.color = color->property;

  if (state != nullptr) {
    Output output = [light](const Value& to, double over_s) -> Result<Publications> {
      return set_message(light.device, {{light.state, std::get<bool>(to) ? light.on : light.off}}, over_s);
    };
    add_trait(component, Capability::OnOff, true, std::move(output));
  }
  if (brightness != nullptr) {
    home::Trait& trait = add_trait(component, Capability::Brightness, true, dim(light));
    trait.high = 100;
  }
  if (temperature != nullptr) {
    Output output = [light](const Value& to, double over_s) -> Result<Publications> {
      return set_message(light.device, {{light.color_temp, std::lround(mired_kelvin(std::get<double>(to)))}}, over_s);
    };
    home::Trait& trait = add_trait(component, Capability::ColorTemperature, true, std::move(output));
    trait.low = std::round(mired_kelvin(temperature->high));
    trait.high = std::round(mired_kelvin(temperature->low));
  }
  if (color != nullptr) add_trait(component, Capability::Color, true, tint(light));
  component.inputs.push_back({device.state_topic(), [light](const Payload& payload, Reports& reports) {
                                return read_light(light, payload, reports);
                              }});
}

}  // namespace hearth::connect::mqtt
