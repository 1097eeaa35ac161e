// Several commands in one sentence: "close the blinds and turn on the tv", "kitchen and bedroom lights off".
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "understand/compound/part.h"

namespace hearth::understand {

/// What a sentence comes to, part by part. All of it is understood, or nothing.
struct Compound {
  std::vector<flow::Request> requests;
  std::vector<std::string> parts;  ///< what each was read from, borrowed words included
  size_t wild_letters = 0, wildcards = 0, spoken = 0;
  int borrowed = 0;  ///< parts that took words from another one
  int bent = 0;      ///< parts that follow the one before, or whose place stays unsaid
  int apart = 0;     ///< joints with no word between
  int asides = 0;    ///< pieces that ask for nothing

  /// Smaller is likelier: open text, borrowed words, parts, wildcards, then the words that templates spell out.
  std::tuple<size_t, int, size_t, size_t, size_t> cost() const;
};

/// One sentence. Every connector may be where two parts meet. A part that is no sentence of its own takes words from
/// the one before ("turn off the lamp and the radio"), waits for those of the one behind ("the lamp and the radio
/// off"), or follows it ("and then back on"); a bare name never stands for a command of its own. What says only why
/// ("because it's cold", "I'm off to bed"), and a piece of nothing but courtesies, is left out, unless it names a
/// thing, a place or a time. A time at the very beginning is that of all parts that name none of their own, a place
/// that of all that name no place. The order of the ways is docs/understanding.md's.
class CompoundReader {
 public:
  /// `fragments`: those of `follow_ups`, with the home's names.
  CompoundReader(const SentenceReader& sentences, const FollowUpReader& follow_ups, const Grammar& fragments,
                 const TalkWords& words, const HeardNames& names)
      : parts_(sentences, follow_ups, words, names), fragments_(fragments), words_(words) {}

  /// The likeliest way to read `text` in two to five parts, or in one behind a place or beside an aside; nothing when
  /// there is none.
  std::optional<Compound> read(std::string_view text, const Recent& recent);
  /// The same where nothing may stand between two parts: "radio on lamp off". Each part beside such a gap is a sentence
  /// of its own, and there is no other way to read them all. For what is not understood otherwise.
  std::optional<Compound> read_apart(std::string_view text, const Recent& recent);

 private:
  std::optional<Compound> search(std::string_view text, const Recent& recent, bool apart);

  PartReader parts_;
  const Grammar& fragments_;
  const TalkWords& words_;
};

}  // namespace hearth::understand
