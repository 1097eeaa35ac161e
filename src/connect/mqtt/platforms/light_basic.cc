// Lights of the basic schema: a topic for each thing (home-assistant.io, "light.mqtt", default schema).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "connect/mqtt/color_memory.h"
#include "connect/mqtt/platforms/platforms.h"

namespace hearth::connect::mqtt {
namespace {

/// How a lamp is switched on by a change of its style (home-assistant.io: on_command_type).
enum class OnCommand : uint8_t { Last, First, Brightness };

struct BasicLight {
  std::optional<CommandTopic> power, brightness;
  std::string on, off;
  double full = 255;
  OnCommand order = OnCommand::Last;
  SharedColorMemory memory = std::make_shared<ColorMemory>();

  /// The message that changes the style, with the one that switches on where the lamp needs it.
  Publications with_on(Publication style) const {
    Result<Publication> on_message = power->message(on);
    if (!on_message.ok() || order == OnCommand::Brightness) return {std::move(style)};
    if (order == OnCommand::First) return {std::move(on_message).value(), std::move(style)};
    return {std::move(style), std::move(on_message).value()};
  }
  Json brightness_of(double percent) const { return std::max(1L, std::lround(percent * full / 100)); }
};

/// "255,128,0" or "0.32,0.41"; nothing unless there are `count` numbers.
template <size_t count>
std::optional<std::array<double, count>> numbers(std::string_view text) {
  std::array<double, count> out{};
  for (size_t i = 0; i < count; ++i) {
    const size_t comma = text.find(',');
    const std::optional<double> number = parse_number(text.substr(0, comma));
    if (!number || (comma == std::string_view::npos) != (i + 1 == count)) return std::nullopt;
    out[i] = *number;
    if (comma != std::string_view::npos) text.remove_prefix(comma + 1);
  }
  return out;
}

Decode decode_color(const BasicLight& light, std::function<std::optional<Rgb>(const std::string&)> parse) {
  return [light, parse = std::move(parse)](const std::string& text, Reports& reports) -> Status {
    if (text.empty()) return ok();
    const std::optional<Rgb> rgb = parse(text);
    if (!rgb) return invalid(fmt::format("\"{}\" is no colour", text.substr(0, 80)));
    reports.push_back({Capability::Color, light.memory->recognise(*rgb)});
    return ok();
  };
}

std::optional<Rgb> parse_rgb(const std::string& text) {
  const auto parts = numbers<3>(text);
  return parts ? std::optional(Rgb{(*parts)[0], (*parts)[1], (*parts)[2]}) : std::nullopt;
}
std::optional<Rgb> parse_hs(const std::string& text) {
  const auto parts = numbers<2>(text);
  return parts ? std::optional(to_rgb(HueSaturation{(*parts)[0], (*parts)[1]})) : std::nullopt;
}
std::optional<Rgb> parse_xy(const std::string& text) {
  const auto parts = numbers<2>(text);
  return parts ? std::optional(to_rgb(Chromaticity{(*parts)[0], (*parts)[1]})) : std::nullopt;
}

/// The variables that a command template knows, and the text that is sent where there is none.
struct ColorWords {
  Json variables;
  std::string plain;
};
ColorWords rgb_words(const Rgb& rgb) {
  const std::array parts{std::lround(rgb.red), std::lround(rgb.green), std::lround(rgb.blue)};
  return {{{"red", parts[0]}, {"green", parts[1]}, {"blue", parts[2]}},
          fmt::format("{},{},{}", parts[0], parts[1], parts[2])};
}
ColorWords hs_words(const Rgb& rgb) {
  const HueSaturation hs = to_hue_saturation(rgb);
  return {{{"hue", hs.hue}, {"sat", hs.saturation}}, fmt::format("{:.3f},{:.3f}", hs.hue, hs.saturation)};
}
ColorWords xy_words(const Rgb& rgb) {
  const Chromaticity xy = to_chromaticity(rgb);
  return {{{"x", xy.x}, {"y", xy.y}}, fmt::format("{:.4f},{:.4f}", xy.x, xy.y)};
}

void add_brightness(ConfigReader& config, Component& component, BasicLight& light) {
  light.full = config.number("brightness_scale", 255);
  if (light.full < 1) return config.fail("brightness_scale", "expected at least 1");
  light.brightness = config.command("brightness_command_topic", "brightness_command_template");
  const auto convert = [full = light.full](double told) { return std::clamp(100 * told / full, 0.0, 100.0); };
  const bool sensed = config.input(component, "brightness_state_topic", "brightness_value_template",
                                   decode_number(Capability::Brightness, convert));
  Output output;
  if (light.brightness) {
    output = [light](const Value& to, double) -> Result<Publications> {
      const double percent = std::clamp(std::get<double>(to), 0.0, 100.0);
      if (percent == 0) return Publications{TRY(light.power->message(light.off))};
      return light.with_on(TRY(light.brightness->message(light.brightness_of(percent))));
    };
  }
  if (sensed || output) add_trait(component, Capability::Brightness, sensed, std::move(output)).high = 100;
}

void add_white(ConfigReader& config, Component& component, const BasicLight& light) {
  const bool kelvin = config.flag("color_temp_kelvin", false);
  const std::optional<CommandTopic> command = config.command("color_temp_command_topic", "color_temp_command_template");
  const auto convert = [kelvin](double told) { return kelvin ? told : mired_kelvin(told); };
  const bool sensed = config.input(component, "color_temp_state_topic", "color_temp_value_template",
                                   decode_number(Capability::ColorTemperature, convert));
  Output output;
  if (command) {
    output = [light, command = *command, convert](const Value& to, double) -> Result<Publications> {
      return light.with_on(TRY(command.message(std::lround(convert(std::get<double>(to))))));
    };
  }
  if (!sensed && !output) return;
  home::Trait& trait = add_trait(component, Capability::ColorTemperature, sensed, std::move(output));
  trait.low = config.number("min_kelvin", std::round(mired_kelvin(config.number("max_mireds", 500))));
  trait.high = config.number("max_kelvin", std::round(mired_kelvin(config.number("min_mireds", 153))));
}

void add_color(ConfigReader& config, Component& component, const BasicLight& light) {
  struct Mode {
    std::string name;
    std::optional<Rgb> (*parse)(const std::string&);
    ColorWords (*words)(const Rgb&);
  };
  for (const Mode& mode :
       {Mode{"rgb", parse_rgb, rgb_words}, Mode{"hs", parse_hs, hs_words}, Mode{"xy", parse_xy, xy_words}}) {
    const std::optional<CommandTopic> command =
        config.command(mode.name + "_command_topic", mode.name + "_command_template");
    if (!command && !config.has(mode.name + "_state_topic")) continue;
    const bool sensed = config.input(component, mode.name + "_state_topic", mode.name + "_value_template",
                                     decode_color(light, mode.parse));
    Output output;
    if (command) {
      output = [light, command = *command, words = mode.words](const Value& to, double) -> Result<Publications> {
        const std::optional<Rgb> rgb = parse_hex(std::get<std::string>(to));
        if (!rgb) return invalid(fmt::format("expected a colour as #rrggbb, got \"{}\"", std::get<std::string>(to)));
        light.memory->asked = to_hex(brightest(*rgb));
        const ColorWords said = words(*rgb);
        return light.with_on(TRY(command.message(said.plain, said.variables)));
      };
    }
    add_trait(component, Capability::Color, sensed, std::move(output));
    return;  // the first of them is enough to show every colour
  }
}

}  // namespace

void make_basic_light(ConfigReader& config, Component& component) {
  BasicLight light;
  light.power = config.command("command_topic", "");
  if (!light.power) return config.fail("command_topic", "a light needs one");
  light.on = config.text("payload_on", "ON");
  light.off = config.text("payload_off", "OFF");
  const std::string order = config.text("on_command_type", "last");
  light.order = order == "first" ? OnCommand::First : order == "brightness" ? OnCommand::Brightness : OnCommand::Last;

  const bool sensed = config.input(component, "state_topic", "state_value_template",
                                   decode_switch(Capability::OnOff, light.on, light.off));
  const size_t power = component.entity.traits.size();
  add_trait(component, Capability::OnOff, sensed, send_switch(light.power, light.on, light.off));
  add_brightness(config, component, light);
  add_white(config, component, light);
  add_color(config, component, light);
  const std::vector<std::string> effects = config.list("effect_list");
  const std::optional<CommandTopic> effect = config.command("effect_command_topic", "effect_command_template");
  const bool shows =
      config.input(component, "effect_state_topic", "effect_value_template", decode_word(Capability::Effect));
  if (effect && !effects.empty()) {
    add_trait(component, Capability::Effect, shows, send_word(effect, effects)).options = effects;
  }
  if (light.order != OnCommand::Brightness || !light.brightness || power >= component.entity.traits.size()) return;
  // Such a lamp knows no "on": it is given its full brightness.
  component.outputs[Capability::OnOff] = [light](const Value& to, double) -> Result<Publications> {
    if (!std::get<bool>(to)) return Publications{TRY(light.power->message(light.off))};
    return Publications{TRY(light.brightness->message(light.brightness_of(100)))};
  };
}

}  // namespace hearth::connect::mqtt
