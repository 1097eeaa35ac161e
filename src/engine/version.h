// The program's version, as journals, doors and --version tell it.
#pragma once

namespace hearth::engine {

inline constexpr const char* kVersion = "0.1.0";

}  // namespace hearth::engine
