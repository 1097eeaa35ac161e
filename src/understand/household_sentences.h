// Sentences that a household wrote itself, in the format of Home Assistant's custom sentences.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "understand/grammar/language.h"

namespace hearth::understand {

/// A file's name and what stands in it.
using FileText = std::pair<std::string, std::string>;

/// All *.yaml and *.yml of a folder, sorted by name; none where the folder is absent. What cannot be read, or is larger
/// than a megabyte, becomes a problem.
std::vector<FileText> read_household_files(const std::string& folder, std::vector<Error>& problems);

/// The files as one. Their lists and rules are known to all of them and to nobody else, so that no mistake and no
/// common name in them changes what other sentences mean. What is wrong becomes a problem with file and line and costs
/// only itself: unknown keys, broken rules, intents that this program does not know, another language than `language`.
Language household_language(const std::vector<FileText>& files, const std::string& language,
                            std::vector<Error>& problems);

}  // namespace hearth::understand
