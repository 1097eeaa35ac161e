// JSON as the whole program knows it. Parsing outside text goes through parse_json, which never throws.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "base/result.h"

namespace hearth {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// Limits what a stranger's document may cost. `place` names it in the error (a topic, a file).
/// Errors: InvalidInput with the byte at which reading stopped; too long or too deep documents likewise.
Result<Json> parse_json(std::string_view text, std::string_view place = {}, size_t max_bytes = 16u << 20,
                        size_t max_depth = 64);

/// One line, invalid UTF-8 replaced rather than thrown at.
std::string dump(const Json& json);

}  // namespace hearth
