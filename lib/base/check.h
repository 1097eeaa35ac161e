// CHECK ends the process on a bug of our own; never on input, configuration or what a model said.
#pragma once

namespace hearth {

/// Prints the failed condition and where it stood, then aborts.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace hearth

#define CHECK(condition) ((condition) ? static_cast<void>(0) : ::hearth::check_failed(#condition, __FILE__, __LINE__))
