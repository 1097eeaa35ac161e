// The sentences that Hearth understands in one language, read from files and compiled.
#pragma once

#include <map>
#include <string>

#include "understand/grammar/grammar.h"

namespace hearth::understand {

/// `commands` stand alone; `replies` are fragments that only fill an open question ("the desk one", "fifty percent").
struct Sentences {
  Grammar commands;
  Grammar replies;
};

/// By language ("en"). Immutable, shared by every house.
using SentencesByLanguage = std::map<std::string, Sentences, std::less<>>;

/// `intents`: Home Assistant's file of the language; `own`: the folder with the language's `hearth.yaml` and
/// `replies.yaml`, which may use the lists and rules of that file. Some 100 ms.
/// Errors: NotFound, InvalidInput; both name the file and what was expected.
Result<Sentences> read_sentences(const std::string& intents, const std::string& own);

/// `base`, with the two files of `own` already read.
Result<Sentences> compile_sentences(Language base, Language commands, Language replies);

/// The best there is for "en-GB": itself, "en", else English; null when there is none at all.
const Sentences* find_sentences(const SentencesByLanguage& all, std::string_view language);

}  // namespace hearth::understand
