// Who reads when something is meant to happen, in every language that has rules for it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "understand/scheduling/cuts.h"

namespace hearth::engine {

/// Reads `<sentences>/<language>/times.rules` of all languages. One that lacks the file has no time words: what it says
/// beside a command is then not understood. `problems` takes what is wrong with a file, by name and line.
understand::TimeWords load_time_words(const std::filesystem::path& sentences, std::vector<Error>& problems);

}  // namespace hearth::engine
