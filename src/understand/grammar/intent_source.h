// Reads sentences in the format of Home Assistant: https://github.com/OHF-Voice/hassil#sentence-templates
// The same keys come as JSON (package home-assistant-intents, data/<language>.json) and as YAML (what people write).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "understand/grammar/language.h"
#include "understand/grammar/yaml_document.h"

namespace hearth::understand {

/// `path` ends in .json, .yaml or .yml. Errors: NotFound; InvalidInput naming file and line (of JSON: the path of
/// keys), what was found and what was expected; an unknown key is one.
Result<Language> read_language(const std::string& path);

/// The same from the text of such a file. `problems`: as below.
Result<Language> parse_language(std::string_view text, const std::string& path, std::vector<Error>* problems = nullptr);

/// The same from a document already read. `problems`: takes what is wrong with single blocks, lists and rules, which
/// are then left out; null: the first is the error.
Result<Language> read_language(const YamlDocument& document, std::vector<Error>* problems = nullptr);

/// Adds the sentences, lists, rules and skip words of `more` (a household's own) to `base`. A list or rule of the same
/// name is replaced. Errors: InvalidInput if the languages differ.
Status add_sentences(Language& base, Language more);

}  // namespace hearth::understand
