#include "act/wording/phrasebook.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>
#include <fstream>
#include <sstream>

namespace hearth::act {
namespace {

std::string place(const std::filesystem::path& file, const toml::source_region& source) {
  return fmt::format("{}:{}", file.string(), source.begin.line);
}

Result<toml::table> parse(const std::filesystem::path& file) {
  std::ifstream stream(file);
  if (!stream) return not_found("cannot be read", file.string());
  std::stringstream text;
  text << stream.rdbuf();
  try {
    return toml::parse(text.str());
  } catch (const toml::parse_error& error) {  // the library's; it ends here
    return invalid(std::string(error.description()), place(file, error.source()));
  }
}

}  // namespace

const std::vector<std::string>& template_functions() {
  static const std::vector<std::string> names{"the", "each", "either", "said", "duration"};
  return names;
}

Status Phrasebook::read(const std::filesystem::path& file, Templates& into) {
  const toml::table content = TRY(parse(file));
  for (const auto& [table, phrases] : content) {
    if (!phrases.is_table()) return invalid("expected a [table] of phrases", place(file, phrases.source()));
    for (const auto& [name, words] : *phrases.as_table()) {
      const std::string key = fmt::format("{}.{}", table.str(), name.str());
      const std::string where = place(file, words.source());
      if (!words.is_string()) return invalid("expected text for \"" + key + "\"", where);
      auto compiled = TRY(text::Template::compile(words.as_string()->get(), where, template_functions()));
      if (!into.emplace(key, std::move(compiled)).second) return invalid("\"" + key + "\" stands twice", where);
    }
  }
  return ok();
}

Result<Phrasebook> Phrasebook::load(const std::filesystem::path& folder) {
  Phrasebook book;
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const std::filesystem::path& file : files) {
    TRY(book.read(file, book.languages_[file.parent_path().filename().string()]));
  }
  if (book.languages_.empty()) return not_found("expected <language>/*.toml with phrases", folder.string());
  return book;
}

const text::Template* Phrasebook::find(std::string_view key, std::string_view language) const {
  for (const std::string_view candidate : {language, language.substr(0, language.find('-')), std::string_view("en")}) {
    const auto templates = languages_.find(candidate);
    if (templates == languages_.end()) continue;
    const auto found = templates->second.find(key);
    if (found != templates->second.end()) return &found->second;
  }
  return nullptr;
}

std::vector<std::string> Phrasebook::keys(std::string_view language) const {
  std::vector<std::string> found;
  const auto templates = languages_.find(language);
  if (templates == languages_.end()) return found;
  for (const auto& [key, words] : templates->second) found.push_back(key);
  return found;
}

std::vector<std::string> Phrasebook::languages() const {
  std::vector<std::string> found;
  for (const auto& [language, templates] : languages_) found.push_back(language);
  return found;
}

}  // namespace hearth::act
