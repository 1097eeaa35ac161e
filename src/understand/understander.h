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
#include "understand/reading/sentence_reader.h"
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
    PlaceWords places;
    std::shared_ptr<const HeardNames> names;
  };
  struct Heard;
  void read(const flow::Utterance& utterance, const memory::View& view, Heard& heard, flow::Meaning& meaning);
  std::shared_ptr<const HeardNames> names_of(const std::shared_ptr<const home::Home>& home);
  const Named* named(std::shared_ptr<const Sentences> sentences, const std::shared_ptr<const home::Home>& home);
  /// An utterance read in one language.
  struct Heard {
    const Named* named;
    SentenceReader sentences;
    std::vector<Hypothesis> found;
  };
  /// The Meaning before the items of a list are parted.
  flow::Meaning read(const flow::Utterance& utterance, const memory::View& view);
  /// In the language that it came with, unless another of the household explains it better. Nothing when that language
  /// has no sentences at all.
  std::optional<Heard> hear(const flow::Utterance& utterance, const memory::View& view);
  /// The language of the household that explains it best: see language/spoken_language.h. Null when `expected` does.
  const Named* better_than(const Named& expected, const flow::Utterance& utterance, const memory::View& view);

  Heard read_in(const Named& named, const flow::Utterance& utterance, const memory::View& view) const;

  bool read_answer(const flow::Utterance& utterance, const memory::OpenQuestion& question, const Heard& heard,
                   flow::Meaning& meaning) const;
  /// What the sentence comes to as a follow-up or in several parts, into `meaning`; false where it does not. A sentence
  /// that is understood without its courtesies takes the place of `heard.found`.
  bool read_talk(const std::string& text, Heard& heard, const Recent& recent, flow::Meaning& meaning) const;

  const SentencesByLanguage& sentences_;
  const TimeWords times_;
  std::deque<Named> named_;  ///< one a language that was tried; they stay where they are
  std::shared_ptr<const home::Home> heard_home_;
  std::shared_ptr<const HeardNames> heard_;  ///< the names of that home
};

}  // namespace hearth::understand
