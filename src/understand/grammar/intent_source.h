// Reads sentences in the format of Home Assistant: https://github.com/OHF-Voice/hassil#sentence-templates
// The same keys come as JSON (package home-assistant-intents, data/<language>.json) and as YAML (what people write).
#pragma once

#include <string>

#include "base/result.h"
#include "understand/grammar/language.h"
#include "understand/grammar/yaml_document.h"

namespace hearth::understand {

/// `path` ends in .json, .yaml or .yml. Errors: NotFound; InvalidInput naming file and line (of JSON: the path of
/// keys), what was found and what was expected; an unknown key is one.
Result<Language> read_language(const std::string& path);

/// The same from a document already read.
Result<Language> read_language(const YamlDocument& document);

/// Adds the sentences, lists, rules and skip words of `more` (a household's own) to `base`. A list or rule of the same
/// name is replaced. Errors: InvalidInput if the languages differ.
Status add_sentences(Language& base, Language more);

}  // namespace hearth::understand
