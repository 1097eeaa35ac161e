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
  std::filesystem::path intents;                  ///< one LANGUAGE.json each, of the fetched package
};

/// Immutable once loaded; shared by threads.
struct Models {
  understand::SentencesByLanguage sentences;
  act::Worder worder;
  std::string missing;  ///< what could not be loaded and what to do; empty when all is there

  /// Errors: a phrase file that does not read. Missing templates are no error: the house then only reacts.
  static Result<std::unique_ptr<Models>> load(const ModelFiles& files, const std::vector<std::string>& languages);
};

/// What a house needs of the models, which must outlive it. `zone`: of the home's civil time, by IANA name; one that is
/// empty, or that this machine's tzdata does not have, is UTC.
Parts make_parts(const Models& models, std::string_view zone = {});

}  // namespace hearth::engine
