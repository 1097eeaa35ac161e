#include "score/dialogue/color_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hearth::score {

std::string_view hex_of_color(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> kColors[] = {
      {"red", "#ff0000"},       {"rot", "#ff0000"},    {"rouge", "#ff0000"},   {"rojo", "#ff0000"},
      {"blue", "#0000ff"},      {"blau", "#0000ff"},   {"bleu", "#0000ff"},    {"azul", "#0000ff"},
      {"green", "#00ff00"},     {"grün", "#00ff00"},   {"vert", "#00ff00"},    {"verde", "#00ff00"},
      {"purple", "#800080"},    {"lila", "#800080"},   {"violett", "#800080"}, {"violet", "#800080"},
      {"mauve", "#800080"},     {"morado", "#800080"}, {"violeta", "#800080"}, {"púrpura", "#800080"},
      {"orange", "#ffa500"},    {"orangé", "#ffa500"}, {"naranja", "#ffa500"}, {"anaranjado", "#ffa500"},
      {"yellow", "#ffff00"},    {"gelb", "#ffff00"},   {"jaune", "#ffff00"},   {"amarillo", "#ffff00"},
      {"pink", "#ffc0cb"},      {"rosa", "#ffc0cb"},   {"rose", "#ffc0cb"},    {"rosado", "#ffc0cb"},
      {"white", "#ffffff"},     {"weiß", "#ffffff"},   {"blanc", "#ffffff"},   {"blanco", "#ffffff"},
      {"turquoise", "#40e0d0"}, {"türkis", "#40e0d0"}, {"turquesa", "#40e0d0"}};
  const auto found = std::ranges::find(kColors, name, &std::pair<std::string_view, std::string_view>::first);
  return found == std::end(kColors) ? std::string_view() : found->second;
}

bool is_warm_white(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kNames{"warm white", "warmweiß", "blanc chaud", "blanco cálido"};
  return std::ranges::find(kNames, name) != kNames.end();
}

bool is_cold_white(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kNames{"cold white",  "cool white", "kaltweiß",
                                                          "daylight",    "tageslicht", "blanc froid",
                                                          "blanco frío", "luz de día", "lumière du jour"};
  return std::ranges::find(kNames, name) != kNames.end();
}

}  // namespace hearth::score
