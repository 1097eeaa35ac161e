// Lights of the JSON schema: one topic and one object for everything (home-assistant.io, "light.mqtt", JSON schema).
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "connect/mqtt/color_memory.h"
#include "connect/mqtt/platforms/platforms.h"

namespace hearth::connect::mqtt {
namespace {

struct JsonLight {
  CommandTopic command;
  double full = 255;
  bool kelvin = false, transition = true;
  std::string color_mode;  // in which colours are sent: hs, xy, rgb, rgbw, rgbww
  std::vector<std::string> effects;
  SharedColorMemory memory = std::make_shared<ColorMemory>();

  Result<Publications> send(Json payload, double over_s) const {
    if (over_s > 0 && transition) payload["transition"] = over_s;
    return Publications{{command.topic, dump(payload), command.qos, command.retain}};
  }
};

double part(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_number() ? found->get<double>() : NAN;
}

std::optional<Rgb> read_color(const Json& color) {
  if (!color.is_object()) return std::nullopt;
  if (const double x = part(color, "x"), y = part(color, "y"); std::isfinite(x + y)) return to_rgb(Chromaticity{x, y});
  if (const double h = part(color, "h"), s = part(color, "s"); std::isfinite(h + s)) return to_rgb(HueSaturation{h, s});
  const Rgb rgb{part(color, "r"), part(color, "g"), part(color, "b")};
  if (!std::isfinite(rgb.red + rgb.green + rgb.blue)) return std::nullopt;
  if (rgb.red + rgb.green + rgb.blue > 0) return rgb;
  const bool white = part(color, "w") > 0 || part(color, "c") > 0;
  return white ? std::optional(Rgb{255, 255, 255}) : std::nullopt;
}

Status read_light(const JsonLight& light, const Payload& payload, Reports& reports) {
  if (payload.text().empty()) return ok();
  const Json* whole = payload.json();
  if (whole == nullptr || !whole->is_object()) return invalid("the state is no JSON object");
  if (const Json* state = payload.member("state")) {
    if (*state == "ON" || *state == "OFF") reports.push_back({Capability::OnOff, *state == "ON"});
    if (state->is_null()) reports.push_back({Capability::OnOff, {}});
  }
  if (const Json* brightness = payload.member("brightness"); brightness != nullptr && brightness->is_number()) {
    const double percent = std::clamp(100 * brightness->get<double>() / light.full, 0.0, 100.0);
    reports.push_back({Capability::Brightness, percent});
  }
  const Json* mode = payload.member("color_mode");
  const bool by_temperature = mode == nullptr || *mode == "color_temp";
  if (const Json* white = payload.member("color_temp"); white != nullptr && white->is_number() && by_temperature) {
    const double told = white->get<double>();
    if (told > 0) reports.push_back({Capability::ColorTemperature, light.kelvin ? told : mired_kelvin(told)});
  }
  if (const Json* color = payload.member("color"); color != nullptr && (mode == nullptr || *mode != "color_temp")) {
    if (const std::optional<Rgb> rgb = read_color(*color)) {
      reports.push_back({Capability::Color, light.memory->recognise(*rgb)});
    }
  }
  if (const Json* effect = payload.member("effect");
      effect != nullptr && effect->is_string() && !light.effects.empty()) {
    reports.push_back({Capability::Effect, effect->get<std::string>().substr(0, 256)});
  }
  return ok();
}

Json color_payload(const std::string& mode, const Rgb& rgb) {
  const auto whole = [](double value) { return std::lround(value); };
  if (mode == "hs") {
    const HueSaturation hs = to_hue_saturation(rgb);
    return {{"h", std::round(hs.hue * 10) / 10}, {"s", std::round(hs.saturation * 10) / 10}};
  }
  if (mode == "xy") {
    const Chromaticity xy = to_chromaticity(rgb);
    return {{"x", std::round(xy.x * 1e4) / 1e4}, {"y", std::round(xy.y * 1e4) / 1e4}};
  }
  Json out = {{"r", whole(rgb.red)}, {"g", whole(rgb.green)}, {"b", whole(rgb.blue)}};
  if (mode == "rgbw") out["w"] = 0;
  if (mode == "rgbww") out["c"] = out["w"] = 0;
  return out;
}

void add_brightness(Component& component, const JsonLight& light, bool sensed) {
  Output output = [light](const Value& to, double over_s) -> Result<Publications> {
    const double percent = std::clamp(std::get<double>(to), 0.0, 100.0);
    if (percent == 0) return light.send({{"state", "OFF"}}, over_s);
    return light.send({{"state", "ON"}, {"brightness", std::max(1L, std::lround(percent * light.full / 100))}}, over_s);
  };
  add_trait(component, Capability::Brightness, sensed, std::move(output)).high = 100;
}

void add_white(Component& component, const JsonLight& light, bool sensed, double low, double high) {
  Output output = [light](const Value& to, double over_s) -> Result<Publications> {
    const double kelvin = std::get<double>(to);
    return light.send({{"state", "ON"}, {"color_temp", std::lround(light.kelvin ? kelvin : mired_kelvin(kelvin))}},
                      over_s);
  };
  home::Trait& trait = add_trait(component, Capability::ColorTemperature, sensed, std::move(output));
  trait.low = low;
  trait.high = high;
}

void add_color(Component& component, const JsonLight& light, bool sensed) {
  Output output = [light](const Value& to, double over_s) -> Result<Publications> {
    const std::optional<Rgb> rgb = parse_hex(std::get<std::string>(to));
    if (!rgb) return invalid(fmt::format("expected a colour as #rrggbb, got \"{}\"", std::get<std::string>(to)));
    light.memory->asked = to_hex(brightest(*rgb));
    return light.send({{"state", "ON"}, {"color", color_payload(light.color_mode, *rgb)}}, over_s);
  };
  add_trait(component, Capability::Color, sensed, std::move(output));
}

}  // namespace

void make_json_light(ConfigReader& config, Component& component) {
  const std::optional<CommandTopic> command = config.command("command_topic", "");
  if (!command) return config.fail("command_topic", "a light needs one");
  JsonLight light;
  light.command = *command;
  light.full = config.number("brightness_scale", 255);
  if (light.full < 1) return config.fail("brightness_scale", "expected at least 1");
  light.kelvin = config.flag("color_temp_kelvin", false);
  light.transition = config.flag("transition", true);
  light.effects = config.list("effect_list");
  const std::vector<std::string> modes = config.list("supported_color_modes");
  const auto has = [&](const char* mode) { return std::ranges::find(modes, mode) != modes.end(); };
  for (const char* mode : {"xy", "hs", "rgb", "rgbw", "rgbww"}) {
    if (light.color_mode.empty() && has(mode)) light.color_mode = mode;
  }
  const bool dims = config.flag("brightness", false) || (!modes.empty() && !has("onoff"));
  const double coldest =
      has("color_temp") && config.has("min_mireds") ? mired_kelvin(config.number("min_mireds", 153)) : 6535;
  const double warmest =
      has("color_temp") && config.has("max_mireds") ? mired_kelvin(config.number("max_mireds", 500)) : 2000;
  const double low = config.number("min_kelvin", std::round(warmest));
  const double high = config.number("max_kelvin", std::round(coldest));

  const bool sensed = config.has("state_topic");
  config.json_input(component, "state_topic",
                    [light](const Payload& payload, Reports& reports) { return read_light(light, payload, reports); });
  Output output = [light](const Value& to, double over_s) {
    return light.send({{"state", std::get<bool>(to) ? "ON" : "OFF"}}, over_s);
  };
  add_trait(component, Capability::OnOff, sensed, std::move(output));
  if (dims) add_brightness(component, light, sensed);
  if (has("color_temp")) add_white(component, light, sensed, low, high);
  if (!light.color_mode.empty()) add_color(component, light, sensed);
  if (!light.effects.empty() && config.flag("effect", true)) {
    Output show = [light](const Value& to, double) -> Result<Publications> {
      const std::string& effect = std::get<std::string>(to);
      if (std::ranges::find(light.effects, effect) == light.effects.end()) {
        return invalid(fmt::format("\"{}\" is none of {}", effect, fmt::join(light.effects, ", ")));
      }
      return light.send({{"state", "ON"}, {"effect", effect}}, 0);
    };
    add_trait(component, Capability::Effect, sensed, std::move(show)).options = light.effects;
  }
}

}  // namespace hearth::connect::mqtt
