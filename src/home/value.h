// What a capability of an entity can be: unknown, yes or no, a number in the canonical unit, or a word.
#pragma once

#include <string>
#include <variant>

namespace hearth::home {

/// monostate = unknown. Numbers are in the unit that `capability.h` names.
using Value = std::variant<std::monostate, bool, double, std::string>;

inline bool known(const Value& value) { return value.index() != 0; }

/// Equal for the purpose of "did the device do it": numbers within `tolerance`, everything else exactly.
bool same(const Value& a, const Value& b, double tolerance);

/// "on", "off", "40", "cool", "unknown": for logs and tests; what people hear is worded in act/wording.
std::string to_text(const Value& value);

}  // namespace hearth::home
