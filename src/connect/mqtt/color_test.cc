#include "connect/mqtt/color.h"

#include <gtest/gtest.h>

#include <cmath>

#include "connect/mqtt/color_memory.h"

namespace hearth::connect::mqtt {
namespace {

TEST(Color, HexIsReadAndWritten) {
  EXPECT_EQ(to_hex(*parse_hex("#FF8800")), "#ff8800");
  EXPECT_EQ(to_hex(*parse_hex("0080ff")), "#0080ff");
  EXPECT_EQ(to_hex({-5, 300, NAN}), "#00ff00");
  for (const char* bad : {"", "#", "#ff88", "#ff88001", "#gg0000", "orange", "#+f0000"}) {
    EXPECT_FALSE(parse_hex(bad)) << bad;
  }
}

TEST(Color, HueAndSaturation) {
  EXPECT_EQ(to_hex(to_rgb(HueSaturation{0, 100})), "#ff0000");
  EXPECT_EQ(to_hex(to_rgb(HueSaturation{120, 100})), "#00ff00");
  EXPECT_EQ(to_hex(to_rgb(HueSaturation{240, 100})), "#0000ff");
  EXPECT_EQ(to_hex(to_rgb(HueSaturation{30, 100})), "#ff8000");
  EXPECT_EQ(to_hex(to_rgb(HueSaturation{-120, 50})), "#8080ff");
  EXPECT_EQ(to_hex(to_rgb(HueSaturation{77, 0})), "#ffffff");
  const HueSaturation orange = to_hue_saturation({255, 128, 0});
  EXPECT_NEAR(orange.hue, 30.1, 0.1);
  EXPECT_NEAR(orange.saturation, 100, 0.01);
}

TEST(Color, ChromaticityOfThePrimaries) {  // those of sRGB by definition
  const Chromaticity red = to_chromaticity({255, 0, 0});
  EXPECT_NEAR(red.x, 0.64, 0.001);
  EXPECT_NEAR(red.y, 0.33, 0.001);
  const Chromaticity white = to_chromaticity({255, 255, 255});
  EXPECT_NEAR(white.x, 0.3127, 0.001);
  EXPECT_NEAR(white.y, 0.3290, 0.001);
}

TEST(Color, EveryColourSurvivesTheWayThroughXy) {
  for (int red = 0; red < 256; red += 51) {
    for (int green = 0; green < 256; green += 51) {
      for (int blue = 0; blue < 256; blue += 51) {
        if (red + green + blue == 0) continue;
        const Rgb rgb = brightest({static_cast<double>(red), static_cast<double>(green), static_cast<double>(blue)});
        const Rgb back = to_rgb(to_chromaticity(rgb));
        EXPECT_NEAR(back.red, rgb.red, 1.5) << to_hex(rgb);
        EXPECT_NEAR(back.green, rgb.green, 1.5) << to_hex(rgb);
        EXPECT_NEAR(back.blue, rgb.blue, 1.5) << to_hex(rgb);
      }
    }
  }
}

TEST(Color, NonsenseBecomesWhite) {
  EXPECT_EQ(to_hex(to_rgb(Chromaticity{0.3, 0})), "#ffffff");
  EXPECT_EQ(to_hex(to_rgb(Chromaticity{NAN, 0.3})), "#ffffff");
  EXPECT_EQ(to_hex(brightest({0, 0, 0})), "#ffffff");
}

TEST(Color, Mired) {
  EXPECT_NEAR(mired_kelvin(370), 2702.7, 0.1);
  EXPECT_NEAR(mired_kelvin(2700), 370.4, 0.1);
  EXPECT_EQ(mired_kelvin(0), 0);
  EXPECT_EQ(mired_kelvin(-4), 0);
}

TEST(ColorMemory, AClippedColourIsTheAskedOne) {
  ColorMemory memory{"#ff8800"};
  EXPECT_EQ(memory.recognise({254, 139, 4}), "#ff8800");
  EXPECT_EQ(memory.recognise({127, 68, 0}), "#ff8800");  // the same, darker
  EXPECT_EQ(memory.recognise({0, 0, 255}), "#0000ff");
  memory.asked.clear();
  EXPECT_EQ(memory.recognise({254, 139, 4}), "#ff8c04");
}

}  // namespace
}  // namespace hearth::connect::mqtt
