// The colours of the sets, by the names that their languages give them.
#pragma once

#include <string_view>

namespace hearth::score {

/// "#ff0000" of "red", "rot", "rouge" or "rojo"; empty for a word that is no colour of the sets.
std::string_view hex_of_color(std::string_view name);

/// "Warm white" and "cold white" in any of the languages.
bool is_warm_white(std::string_view name);
bool is_cold_white(std::string_view name);

}  // namespace hearth::score
