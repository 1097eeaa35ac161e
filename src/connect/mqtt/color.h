// Colour as devices say it, and "#rrggbb" as the house keeps it. Brightness is another capability: colours here are at
// full brightness, so the largest part is 255.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hearth::connect::mqtt {

/// sRGB, 0–255 each.
struct Rgb {
  double red = 0, green = 0, blue = 0;
  bool operator==(const Rgb&) const = default;
};
/// Hue in degrees 0–360, saturation in percent.
struct HueSaturation {
  double hue = 0, saturation = 0;
};
/// Chromaticity of CIE 1931.
struct Chromaticity {
  double x = 0, y = 0;
};

/// "#ff8800"; upper case and a missing "#" are taken too. Nothing for anything else.
std::optional<Rgb> parse_hex(std::string_view text);
/// Parts are clamped to 0–255 and rounded.
std::string to_hex(const Rgb& color);
/// The same colour as bright as it can be; black becomes white.
Rgb brightest(const Rgb& color);

// HSV with value 1 (Smith, "Color gamut transform pairs", SIGGRAPH 1978).
Rgb to_rgb(const HueSaturation& color);
HueSaturation to_hue_saturation(const Rgb& color);

// Through linear light with the primaries and the white point of sRGB (IEC 61966-2-1). A chromaticity outside of what
// sRGB can show loses its negative parts. y = 0 is no colour and becomes white.
Rgb to_rgb(const Chromaticity& color);
Chromaticity to_chromaticity(const Rgb& color);

/// Mired (micro reciprocal kelvin) = 1,000,000 / K, both ways; 0 stays 0.
double mired_kelvin(double mired_or_kelvin);

/// True when the eye would hardly tell them apart: within 0.02 in x and y together. Lamps clip colours to their own
/// gamut and report that back.
bool nearly_same(const Rgb& a, const Rgb& b);

}  // namespace hearth::connect::mqtt
