// The sentences that Hearth understands, compiled: of one language, and of all that are ready.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/published.h"
#include "understand/grammar/grammar.h"
#include "understand/talk_words.h"

namespace hearth::understand {

/// `commands` stand alone; `replies` are fragments that only fill an open question ("the desk one", "fifty percent");
/// `follow_ups` are those that follow what was done ("and in the kitchen?"), with the words between several commands.
struct Sentences {
  Grammar commands;
  Grammar replies;
  Grammar follow_ups;
  TalkWords words;
};

/// The languages that are ready, shared by every house. `find` and what else is const may be called by any thread while
/// one other makes a language ready; who has a language keeps it, as it was, for as long as it is held.
class SentencesByLanguage {
 public:
  using Ready = std::map<std::string, std::shared_ptr<const Sentences>, std::less<>>;

  SentencesByLanguage() : ready_(std::make_unique<Published<Ready>>()) {}

  /// Makes a language ready, or a newer version of it: the next sentence is read by it.
  void emplace(std::string_view language, Sentences sentences);

  /// The languages of the household, its own first. Before any thread asks.
  void set_household(std::vector<std::string> languages) { household_ = std::move(languages); }
  /// Called by `find`, on its thread, for a language that is not ready: may see to it, and may wait a moment for it.
  /// Before any thread asks.
  void on_absent(std::function<void(std::string_view language)> ask) { ask_ = std::move(ask); }

  /// The best there is for "de-CH": itself, "de", the household's own, English; null when there is none at all.
  std::shared_ptr<const Sentences> find(std::string_view language) const;
  /// The household's languages that are ready, in its order.
  std::vector<std::shared_ptr<const Sentences>> household() const;
  bool contains(std::string_view language) const { return ready_->read()->contains(language); }
  bool empty() const { return ready_->read()->empty(); }

 private:
  std::unique_ptr<Published<Ready>> ready_;
  std::vector<std::string> household_;
  std::function<void(std::string_view)> ask_;
};

/// `intents`: Home Assistant's file of the language; `own`: the folder with Hearth's files of it, see sentence_files.h.
/// Some 100 ms. Errors: NotFound, InvalidInput; both name the file and what was expected.
Result<Sentences> read_sentences(const std::string& intents, const std::string& own);

/// What is added to Home Assistant's sentences of a language. Without a name of a language: nothing.
struct OwnSentences {
  Language commands;
  Language replies, follow_ups;  ///< fragments, which may use the lists and rules of Home Assistant's file
};

/// `base`, with what else is understood. `problems`: takes what is wrong with single sentences, which are then left
/// out; null: the first is the error.
Result<Sentences> compile_sentences(Language base, OwnSentences own, std::vector<Error>* problems = nullptr);

}  // namespace hearth::understand
