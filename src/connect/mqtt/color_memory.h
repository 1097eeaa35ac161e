// Keeps a lamp that clips colours to what it can show from looking as if it had not obeyed.
#pragma once

#include <memory>
#include <string>

#include "connect/mqtt/color.h"

namespace hearth::connect::mqtt {

/// The colour that was last asked of one lamp. Shared by what reads the lamp and what commands it; one thread.
struct ColorMemory {
  std::string asked;

  /// What a report means: the asked colour when it is nearly that, else what it says.
  std::string recognise(const Rgb& reported) const {
    const Rgb bright = brightest(reported);
    if (const auto wanted = parse_hex(asked); wanted && nearly_same(bright, *wanted)) return asked;
    return to_hex(bright);
  }
};
using SharedColorMemory = std::shared_ptr<ColorMemory>;

}  // namespace hearth::connect::mqtt
