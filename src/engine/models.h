// What is loaded once a process and shared by its houses: grammars, phrases.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "engine/wiring.h"

namespace hearth::engine {

struct ModelFiles {
  std::filesystem::path phrases = "phrases";      ///< of the repository or the installation
  std::filesystem::path sentences = "sentences";  ///< Hearth's own templates
  std::filesystem::path intents;                  ///< the fetched package of Home Assistant's templates
};

/// Immutable once loaded; shared by threads.
struct Models {
  std::map<std::string, understand::Grammar, std::less<>> grammars;  ///< by language
  act::Worder worder;
  std::string missing;  ///< what could not be loaded and what to do; empty when all is there

  /// Errors: a phrase file that does not read. Missing templates are no error: the house then only reacts.
  static Result<std::unique_ptr<Models>> load(const ModelFiles& files, const std::vector<std::string>& languages);
};

/// The package's sentences of that language with Hearth's own added, compiled.
/// Errors: NotFound when they were not fetched; what does not compile, naming the sentence.
Result<understand::Grammar> load_grammar(const ModelFiles& files, const std::string& language);

/// What a house needs of the models, which must outlive it.
Parts make_parts(const Models& models);

}  // namespace hearth::engine
