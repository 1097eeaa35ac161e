// "It", "both" and "the other one" in the place of names: how a sentence with a pronoun is read.
#pragma once

#include <string>
#include <vector>

#include "understand/grammar/grammar.h"
#include "understand/intents/mention.h"
#include "understand/talk_words.h"

namespace hearth::understand {

/// Whom the pronouns of one sentence stand for; empty where nothing is meant. Of several in `other` one is meant.
struct Pronouns {
  std::vector<home::EntityId> it, both, other, others;
  home::AreaId there;
};

/// The sentences of a language where its pronouns are the names of every kind of thing in a home, and "there" that of a
/// room. Compiled once a home; whom they mean is told for each sentence. Immutable; any thread.
class PronounNames {
 public:
  PronounNames(const Grammar& commands, const home::Home& home, const TalkWords& words);

  const Grammar& grammar() const { return grammar_; }

  /// Puts the things meant into a mention that was read by `grammar`. False where it has no pronoun, or one that stands
  /// for nothing of the kind.
  bool resolve(const Pronouns& pronouns, const home::Home& home, Mention& mention) const;

 private:
  std::vector<std::string> kinds_;
  Grammar grammar_;
};

}  // namespace hearth::understand
