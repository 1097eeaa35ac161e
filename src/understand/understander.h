// One utterance to its Meaning: every reading of the grammar, linked to the things of the home, best first.
#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "flow/meaning.h"
#include "flow/utterance.h"
#include "memory/view.h"
#include "understand/compound/compound_reader.h"
#include "understand/dialogue/replies.h"
#include "understand/language/spoken_language.h"
#include "understand/linking/entity_linker.h"
#include "understand/linking/heard_names.h"
#include "understand/scheduling/cuts.h"
#include "understand/sentences.h"

namespace hearth::understand {

/// One thread at a time: keeps the names of the home it saw last, compiled.
class Understander {
 public:
  /// `sentences` must outlive it.
  explicit Understander(const SentencesByLanguage& sentences, TimeWords times = {})
      : sentences_(sentences), times_(std::move(times)) {}

  /// The whole Meaning but for what the house sets in its head. No readings: nothing was understood.
  flow::Meaning understand(const flow::Utterance& utterance, const memory::View& view);

 private:
  /// The grammars of one language with the names of one home.
  struct Named {
    Understood all() const { return {commands, replies, follow_ups}; }

    std::string language;
    std::shared_ptr<const Sentences> sentences;
    std::shared_ptr<const home::Home> home;
    Grammar commands, replies, follow_ups;
    PronounNames pronouns;
  };
  const HeardNames& names_of(const std::shared_ptr<const home::Home>& home);
  const Named* named(std::shared_ptr<const Sentences> sentences, const std::shared_ptr<const home::Home>& home);
  /// The sentences by which to read it: see language/spoken_language.h. Null when there are none at all.
  const Named* listening(const flow::Utterance& utterance, const memory::View& view);

  /// What the sentence comes to as a follow-up or in several parts, into `meaning`; false where it does not. A sentence
  /// that is understood without its courtesies takes the place of `found`.
  bool read_talk(const std::string& text, const SentenceReader& sentences, const Named& named, const Recent& recent,
                 std::vector<Hypothesis>& found, flow::Meaning& meaning) const;

  const SentencesByLanguage& sentences_;
  const TimeWords times_;
  std::deque<Named> named_;  ///< one a language that was tried; they stay where they are
  std::shared_ptr<const home::Home> heard_home_;
  std::optional<HeardNames> heard_;  ///< the names of that home, from the first time that nothing was understood in it
};

}  // namespace hearth::understand
