#include "connect/mqtt/color.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hearth::connect::mqtt {
namespace {

double to_linear(double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); }
double from_linear(double part) { return part <= 0.0031308 ? part * 12.92 : 1.055 * std::pow(part, 1 / 2.4) - 0.055; }

int whole(double part) {
  return static_cast<int>(std::lround(std::clamp(std::isfinite(part) ? part : 0.0, 0.0, 255.0)));
}

}  // namespace

std::optional<Rgb> parse_hex(std::string_view text) {
  if (text.starts_with('#')) text.remove_prefix(1);
  if (text.size() != 6) return std::nullopt;
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.begin(), text.end(), number, 16);
  if (error != std::errc{} || end != text.end()) return std::nullopt;
  return Rgb{static_cast<double>(number >> 16), static_cast<double>(number >> 8 & 0xff),
             static_cast<double>(number & 0xff)};
}

std::string to_hex(const Rgb& color) {
  return fmt::format("#{:02x}{:02x}{:02x}", whole(color.red), whole(color.green), whole(color.blue));
}

Rgb brightest(const Rgb& color) {
  const double most = std::max({color.red, color.green, color.blue});
  if (!(most > 0) || !std::isfinite(most)) return {255, 255, 255};
  const double by = 255 / most;
  return {color.red * by, color.green * by, color.blue * by};
}

Rgb to_rgb(const HueSaturation& color) {
  const double hue = std::isfinite(color.hue) ? std::fmod(std::fmod(color.hue, 360) + 360, 360) / 60 : 0;
  const double saturation = std::clamp(std::isfinite(color.saturation) ? color.saturation / 100 : 0.0, 0.0, 1.0);
  const auto part = [&](double offset) {
    const double k = std::fmod(offset + hue, 6);
    return 255 * (1 - saturation * std::max(0.0, std::min({k, 4 - k, 1.0})));
  };
  return {part(5), part(3), part(1)};
}

HueSaturation to_hue_saturation(const Rgb& color) {
  const double most = std::max({color.red, color.green, color.blue});
  const double spread = most - std::min({color.red, color.green, color.blue});
  if (most <= 0 || spread <= 0) return {};
  double hue = 0;
  if (most == color.red) {
    hue = (color.green - color.blue) / spread;
  } else if (most == color.green) {
    hue = 2 + (color.blue - color.red) / spread;
  } else {
    hue = 4 + (color.red - color.green) / spread;
  }
  return {std::fmod(hue * 60 + 360, 360), 100 * spread / most};
}

Rgb to_rgb(const Chromaticity& color) {
  if (!(color.y > 1e-6) || !std::isfinite(color.x) || !std::isfinite(color.y)) return {255, 255, 255};
  const double x = color.x / color.y;
  const double z = (1 - color.x - color.y) / color.y;
  double red = 3.2406 * x - 1.5372 - 0.4986 * z;
  double green = -0.9689 * x + 1.8758 + 0.0415 * z;
  double blue = 0.0557 * x - 0.2040 + 1.0570 * z;
  red = std::max(red, 0.0);
  green = std::max(green, 0.0);
  blue = std::max(blue, 0.0);
  const double most = std::max({red, green, blue});
  if (!(most > 0)) return {255, 255, 255};
  return {255 * from_linear(red / most), 255 * from_linear(green / most), 255 * from_linear(blue / most)};
}

Chromaticity to_chromaticity(const Rgb& color) {
  const double red = to_linear(color.red / 255);
  const double green = to_linear(color.green / 255);
  const double blue = to_linear(color.blue / 255);
  const double x = 0.4124 * red + 0.3576 * green + 0.1805 * blue;
  const double y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const double z = 0.0193 * red + 0.1192 * green + 0.9505 * blue;
  const double sum = x + y + z;
  if (!(sum > 0)) return {0.3127, 0.3290};  // black has no colour: the white point
  return {x / sum, y / sum};
}

double mired_kelvin(double mired_or_kelvin) {
  return mired_or_kelvin > 0 && std::isfinite(mired_or_kelvin) ? 1e6 / mired_or_kelvin : 0;
}

bool nearly_same(const Rgb& a, const Rgb& b) {
  const Chromaticity p = to_chromaticity(a);
  const Chromaticity q = to_chromaticity(b);
  return std::hypot(p.x - q.x, p.y - q.y) <= 0.02;
}

}  // namespace hearth::connect::mqtt
