// What is loaded once a process and shared by its houses: grammars, phrases, replies.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "engine/languages.h"
#include "engine/time_words.h"
#include "engine/wiring.h"

namespace hearth::engine {

/// Shared by threads, and but for languages that are added immutable.
struct Models {
  understand::SentencesByLanguage sentences;
  act::Worder worder;
  understand::TimeWords times;
  std::vector<std::string> unread;  ///< files of time words with mistakes, a line each
  Languages languages;

  Models(const ModelFiles& files, act::Worder words) : worder(std::move(words)), languages(files, sentences) {}

  /// Loads `languages`, the household's, its own first, before it returns. Others, once they are spoken, are loaded
  /// then and there if `on_demand`, else not. Errors: a phrase file that does not read. Missing templates are no error:
  /// the house then only reacts.
  static Result<std::unique_ptr<Models>> load(const ModelFiles& files, const std::vector<std::string>& languages,
                                              Languages::Demand demand = Languages::Demand::Ignored);

  /// What could not be loaded or was left out, and what to do; empty when all is there.
  std::string missing() const;
};

/// What a house needs of the models, which must outlive it. `zone`: of the home's civil time, by IANA name; one that is
/// empty, or that this machine's tzdata does not have, is UTC.
Parts make_parts(const Models& models, std::string_view zone = {});

}  // namespace hearth::engine
