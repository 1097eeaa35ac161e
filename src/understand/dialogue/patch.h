// A few words that change what was done last: another place, another value, a bit more. Data; applied by patching.h.
#pragma once

#include <optional>
#include <string>

#include "understand/intents/request_reader.h"

namespace hearth::understand {

/// The parts that a fragment may have; all absent: "again".
struct Patch {
  Mention place;                    ///< name, area or floor that was spoken
  bool placed = false;              ///< one of them was
  bool other = false;               ///< "the other one"
  std::optional<flow::Intent> act;  ///< "off", "open"
  std::optional<double> number, kelvin;
  std::string unit;   ///< of the number: "percent", "degree", "minute" or none
  std::string color;  ///< "#rrggbb" or a word
  /// What changes by a step: "bright", "loud", "warm", "fast", "open", or "amount" for whatever the last act changed.
  std::string quality;
  /// 1: up, -1: down; 2 and -2: on as it went, or back ("more", "less").
  int direction = 0;
  bool values() const { return number || kelvin || !color.empty() || !quality.empty() || act; }
};

/// What a fragment of follow.yaml says. Slots: name, area, floor, number, unit, color, temperature, act, quality,
/// direction, which ("other", "it").
Patch read_patch(const Wanted& fragment);

}  // namespace hearth::understand
