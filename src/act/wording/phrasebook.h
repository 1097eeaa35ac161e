// The sentences of every language, as `phrases/<language>/*.toml` has them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "act/wording/nouns.h"
#include "base/result.h"
#include "text/jinja.h"

namespace hearth::act {

/// Keys are "table.key" of the files; each is a Jinja template over the arguments of its Phrase. The table [grammar]
/// holds lists of words instead, for Nouns: m, f, n, p, mp, fp, np, stops, before, surfaces, and head = "first" or
/// "last". Immutable once loaded.
class Phrasebook {
 public:
  /// Reads every `<folder>/<language>/*.toml`. Errors, naming file and line: NotFound without any language,
  /// InvalidInput for broken TOML, a value that is no text, a key that stands twice, a template that does not compile,
  /// a list of words that the grammar does not have.
  static Result<Phrasebook> load(const std::filesystem::path& folder);

  /// The template in that language, else in the language without its region, else in English. Null when there is none.
  const text::Template* find(std::string_view key, std::string_view language) const;
  /// Sorted.
  std::vector<std::string> keys(std::string_view language) const;
  std::vector<std::string> languages() const;
  /// Whether there are phrases of the language, or of the one without its region.
  bool speaks(std::string_view language) const;
  /// What the language, else the language without its region, knows of names; nothing where it says nothing.
  const Nouns& nouns(std::string_view language) const;

 private:
  using Templates = std::map<std::string, text::Template, std::less<>>;
  Status read(const std::filesystem::path& file, const std::string& language);
  std::map<std::string, Templates, std::less<>> languages_;
  std::map<std::string, Nouns, std::less<>> nouns_;
};

/// Functions that a template may call beside Jinja's own; worder.h says what they do.
const std::vector<std::string>& template_functions();

}  // namespace hearth::act
