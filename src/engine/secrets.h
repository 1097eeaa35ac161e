// Tokens that are kept in files which nobody else can read.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace hearth::engine {

/// As connect::read_token, but where there is no such file one is made (0600, its folder 0700) with a token that nobody
/// can guess. It is there whole or not at all, whenever the power goes; an empty one counts as none. Errors:
/// Unavailable besides.
Result<std::string> read_or_make_token(const std::filesystem::path& file);

}  // namespace hearth::engine
