// Sentences of one language and the names of one home, compiled: text in, every possible reading out.
//
//   Grammar grammar = TRY(Grammar::compile(TRY(read_language("en.json"))));
//   grammar = grammar.with_names(names_of_the_home);
//   for (const Parse& parse : grammar.parse("turn on the kitchen light", {.area = "Kitchen"})) …
//
// Method: templates as one automaton, after docs and data of Home Assistant's intents project and its matcher hassil,
// whose choice of the best reading is kept.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "understand/grammar/compiled_language.h"
#include "understand/grammar/home_names.h"
#include "understand/grammar/parse.h"

namespace hearth::understand {

/// What is known around a sentence.
struct Context {
  std::string area;      ///< where the speaker is, by name; empty: unknown, and sentences that need it do not match
  uint32_t area_id = 0;  ///< goes with it into the slot
  std::vector<std::pair<std::string, Json>> more;  ///< other keys that requires_context may ask for
};

/// Immutable and cheap to copy; parse is safe from any thread.
class Grammar {
 public:
  /// A tenth of a second for English. `problems`: as compile_language. Errors: InvalidInput naming the sentence, the
  /// column and what was expected.
  static Result<Grammar> compile(Language source, std::vector<Error>* problems = nullptr);
  /// Of a language that was compiled before (stored_grammar.h).
  static Grammar of(CompiledLanguage language);

  /// The same sentences in another home. Microseconds.
  Grammar with_names(const HomeNames& home) const;

  /// Every reading of the whole sentence, best first; at most `limit`. Empty if there is none, or past 500 characters.
  std::vector<Parse> parse(std::string_view sentence, const Context& context = {}, size_t limit = 2000) const;

  /// What this thread has spent on reading since it began: edges of automata and ways through them, by all grammars.
  /// For tests and benches that hold it against what a sentence may cost.
  static uint64_t steps();

  /// What is left of it: see CompiledLanguage.
  const Language& source() const { return language_->source; }
  const CompiledLanguage& compiled() const { return *language_; }
  const GrammarSize& size() const { return language_->size; }

 private:
  Grammar(std::shared_ptr<const CompiledLanguage> language, std::shared_ptr<const HomeTries> home)
      : language_(std::move(language)), home_(std::move(home)) {}

  std::shared_ptr<const CompiledLanguage> language_;
  std::shared_ptr<const HomeTries> home_;
};

}  // namespace hearth::understand
