// Reads one sentence by the grammar and finds the things that it speaks of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "understand/grammar/grammar.h"
#include "understand/intents/request_reader.h"
#include "understand/linking/entity_linker.h"
#include "understand/linking/place_words.h"
#include "understand/reading/pronoun_names.h"
#include "understand/scheduling/cuts.h"

namespace hearth::understand {

/// A reading with what is known of how it came about.
struct Hypothesis {
  Wanted wanted;
  Link link;
  Score score = 0;
  bool linked = false;  ///< things were found, or none are needed
  std::string template_name;
  size_t wildcards = 0, wild_letters = 0;  ///< open text: slots, and bytes in them
  bool time_first = false;                 ///< the sentence begins with when it is meant
  bool now = false;                        ///< the sentence says that it is meant at once
  std::string timeless;                    ///< the sentence without its time; empty: none was taken out
  size_t spoken_letters = 0;               ///< bytes of the sentence in slots of any kind

  /// The words themselves say what it is about: a name, a place, or nothing is needed.
  bool contained() const;
};

/// Where the speaker is, for the grammar; sentences about "here" are understood also where nobody knows what that is.
Context surroundings(home::AreaId room, const home::Home& home);

/// How times are said in a language, and when it was said.
struct Clock {
  const TimeWords& words;
  std::string_view language;
  Time now{};
};

/// How a language speaks of the things and places of the home.
struct Naming {
  const PlaceWords& places;
  const TalkWords& words;
};

/// One home, one room, one moment. Any thread; borrows all that it is given.
class SentenceReader {
 public:
  SentenceReader(const Grammar& grammar, const home::Home& home, home::AreaId room, Clock clock, Naming naming)
      : grammar_(grammar), home_(home), linker_(home), room_(room), clock_(clock), naming_(naming) {}

  /// Best first: the grammar's order, but what finds its things goes before what does not. A time that is said beside a
  /// command says when it is meant; one that stays unread makes nothing of it: better not understood than done at once.
  std::vector<Hypothesis> read(std::string_view text) const;
  /// The same where "it", "both", "the other one" and "there" stand for `pronouns`; only readings that have one.
  std::vector<Hypothesis> read(std::string_view text, const PronounNames& names, const Pronouns& pronouns) const;

  /// The same for who speaks in another room. Borrows what this one borrows.
  SentenceReader within(home::AreaId room) const { return {grammar_, home_, room, clock_, naming_}; }

  /// True when some words say when.
  bool says_time(std::string_view text) const;

  home::AreaId room() const { return room_; }
  const Clock& clock() const { return clock_; }
  const home::Home& home() const { return home_; }

 private:
  /// By whose names a text is read: the home's, or pronouns.
  struct Names {
    const Grammar& grammar;
    const PronounNames* names = nullptr;
    const Pronouns* pronouns = nullptr;
  };
  std::vector<Hypothesis> read_with(const Names& by, std::string_view text) const;
  std::vector<Hypothesis> read_whole(const Names& by, std::string_view text) const;
  void add_put_off(const Names& by, std::string_view text, Hypothesis around, std::vector<Hypothesis>& found) const;
  bool resolve(const Names& by, Wanted& wanted) const;
  /// A command that is understood without its place, done there.
  std::vector<Hypothesis> read_placed(std::string_view text) const;
  bool bare_name(const Hypothesis& one, std::string_view text) const;
  void link(Hypothesis& one, home::AreaId here) const;

  const Grammar& grammar_;
  const home::Home& home_;
  const EntityLinker linker_;
  const home::AreaId room_;
  const Clock clock_;
  const Naming naming_;
};

/// Puts what was found into the request: targets, or candidates of its name.
void attach(const Link& link, Wanted& wanted);

}  // namespace hearth::understand
