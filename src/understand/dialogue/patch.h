// A few words that change what was done last: another place, another value, a bit more. Data; applied by patching.h.
#pragma once

#include <optional>
#include <string>

#include "understand/intents/request_reader.h"

namespace hearth::understand {

/// The parts that a fragment may have; all absent: "again".
struct Patch {
  /// "It" where nothing is said; "the other one", "the others", "both", "all of them", "one more", "here".
  enum Which : uint8_t { It, Other, Others, Both, All, Another, Here };

  Mention place;        ///< name, area, floor or kind of thing that was spoken
  std::string part;     ///< words of a name: "the desk one"
  bool placed = false;  ///< one of them was
  Which which = It;
  std::string which_words;          ///< how that was said: "the other lamp"
  std::optional<flow::Intent> act;  ///< "off", "open"
  bool explicit_words = false;      ///< the act was spoken as a verb: "open it"
  std::optional<double> number, kelvin;
  std::string unit;   ///< of the number: "percent", "degree", "minute" or none
  std::string color;  ///< "#rrggbb" or a word
  /// What changes by a step: "bright", "loud", "warm", "fast", "open", or "amount" for whatever the last act changed.
  std::string quality;
  /// 1: up, -1: down; 2 and -2: on as it went, or back ("more", "less").
  int direction = 0;
  std::vector<flow::Slot> length;  ///< hours, minutes, seconds: of a timer
  bool values() const { return number || kelvin || !color.empty() || !quality.empty() || act; }
};

/// What a fragment of follow.yaml says. Slots: name, area, floor, domain, device_class, number, unit, color,
/// temperature, act, quality, direction, hours, minutes, seconds, part, which ("other", "others", "both", "all",
/// "another", "here").
Patch read_patch(const Wanted& fragment);

}  // namespace hearth::understand
