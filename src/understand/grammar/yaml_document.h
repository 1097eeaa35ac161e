// A YAML file as JSON, with the line of every value, so that an error can name it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "base/json.h"

namespace hearth::understand {

struct YamlDocument {
  OrderedJson root;
  std::string file;
  std::unordered_map<std::string, int> lines;  ///< by JSON pointer ("/intents/HassTurnOn"), from 1

  /// "file:line" of the value, or of the nearest one around it.
  std::string place(std::string pointer) const;
};

/// Plain scalars become booleans, numbers and null as in YAML's core schema; quoted ones stay text. Documents past a
/// million values or 64 levels are refused. Errors: InvalidInput with file, line and column.
Result<YamlDocument> parse_yaml(std::string_view text, std::string_view file);
/// Errors: NotFound if the file cannot be read.
Result<YamlDocument> read_yaml(const std::string& path);

}  // namespace hearth::understand
