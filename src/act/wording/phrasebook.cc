#include "act/wording/phrasebook.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <algorithm>

#include "base/file.h"

namespace hearth::act {
namespace {

std::string place(const std::filesystem::path& file, const toml::source_region& source) {
  return fmt::format("{}:{}", file.string(), source.begin.line);
}

Result<toml::table> parse(const std::filesystem::path& file) {
  const std::string text = TRY(read_file(file));
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {  // the library's; it ends here
    return invalid(std::string(error.description()), place(file, error.source()));
  }
}

Status read_words(const toml::array& words, std::string_view kind, const std::string& where, Nouns& nouns) {
  for (const toml::node& word : words) {
    if (!word.is_string()) return invalid("expected words as text", where);
    const std::string& text = word.as_string()->get();
    if (kind == "stops") {
      nouns.add_stop(text);
    } else if (kind == "before") {
      nouns.add_before(text);
    } else if (kind == "surfaces") {
      nouns.add_surface(text);
    } else if (!nouns.add(text, kind)) {
      return invalid(fmt::format("expected m, f, n, p, mp, fp, np, stops, before or surfaces, found \"{}\"", kind),
                     where);
    }
  }
  return ok();
}

Status read_grammar(const toml::table& table, const std::filesystem::path& file, Nouns& nouns) {
  for (const auto& [kind, words] : table) {
    const std::string where = place(file, words.source());
    if (kind.str() == "head") {
      const std::string head = words.value_or(std::string());
      if (head != "first" && head != "last") return invalid("expected head = \"first\" or \"last\"", where);
      nouns.decide_by_last(head == "last");
    } else if (words.is_array()) {
      TRY(read_words(*words.as_array(), kind.str(), where, nouns));
    } else {
      return invalid(fmt::format("expected a list of words for \"{}\"", kind.str()), where);
    }
  }
  return ok();
}

}  // namespace

const std::vector<std::string>& template_functions() {
  static const std::vector<std::string> names{"the",    "each",  "either", "said", "duration",
                                              "moment", "place", "plural", "begin"};
  return names;
}

Status Phrasebook::read(const std::filesystem::path& file, const std::string& language) {
  const toml::table content = TRY(parse(file));
  Templates& into = languages_[language];
  for (const auto& [table, phrases] : content) {
    if (!phrases.is_table()) return invalid("expected a [table] of phrases", place(file, phrases.source()));
    if (table.str() == "grammar") {
      TRY(read_grammar(*phrases.as_table(), file, nouns_[language]));
      continue;
    }
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
  for (const std::filesystem::path& file : files) { TRY(book.read(file, file.parent_path().filename().string())); }
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

bool Phrasebook::speaks(std::string_view language) const {
  return languages_.contains(language) || languages_.contains(language.substr(0, language.find('-')));
}

std::vector<std::string> Phrasebook::keys(std::string_view language) const {
  std::vector<std::string> found;
  const auto templates = languages_.find(language);
  if (templates == languages_.end()) return found;
  for (const auto& [key, words] : templates->second) found.push_back(key);
  return found;
}

const Nouns& Phrasebook::nouns(std::string_view language) const {
  static const Nouns kNone;
  for (const std::string_view candidate : {language, language.substr(0, language.find('-'))}) {
    const auto found = nouns_.find(candidate);
    if (found != nouns_.end()) return found->second;
  }
  return kNone;
}

std::vector<std::string> Phrasebook::languages() const {
  std::vector<std::string> found;
  for (const auto& [language, templates] : languages_) found.push_back(language);
  return found;
}

}  // namespace hearth::act
