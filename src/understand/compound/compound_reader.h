// Several commands in one sentence: "close the blinds and turn on the tv", "kitchen and bedroom lights off".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "understand/compound/words.h"
#include "understand/dialogue/follow_up.h"

namespace hearth::understand {

/// What a sentence comes to, part by part. All of it is understood, or nothing.
struct Compound {
  std::vector<flow::Request> requests;
  std::vector<std::string> parts;  ///< what each was read from, borrowed words included
  size_t wild_letters = 0, wildcards = 0, spoken = 0;
  int borrowed = 0;         ///< parts that took words from another one
  int bent = 0;             ///< parts that follow the one before, are bare names, or whose place stays unsaid
  bool contained = true;    ///< the first part says itself what it is about
  bool placed = false;      ///< the last part names its place
  bool bare = false;        ///< it is one part, and that a name and no more
  bool time_first = false;  ///< the first part begins with when it is meant, and so are those behind it

  /// Smaller is likelier: open text, borrowed words, parts, wildcards, then the words that templates spell out.
  std::tuple<size_t, int, size_t, size_t, size_t> cost() const;
};

/// One sentence; keeps what it has read of its parts. Every connector may be where two parts meet; a later part may
/// borrow the first words of the part before (its verb), an earlier one the last words of the part behind ("kitchen
/// and bedroom lights off"). A time at the very beginning is that of all parts that name none of their own. The order
/// of the ways is docs/understanding.md's.
class CompoundReader {
 public:
  CompoundReader(const SentenceReader& sentences, const FollowUpReader& follow_ups, const TalkWords& words)
      : sentences_(sentences), follow_ups_(follow_ups), words_(words) {}

  /// The likeliest way to read `text` in two to four parts; nothing when there is none.
  std::optional<Compound> read(std::string_view text, const Recent& recent);

 private:
  using Words = std::vector<std::string>;
  std::optional<Compound> part(const std::string& text, const Recent& recent, bool first);
  bool is_bare(const Hypothesis& one, std::string_view text) const;
  std::optional<Compound> whole(const std::string& text);
  std::optional<Compound> all(const Words& words, const Recent& recent, bool first, size_t depth);
  void split(const Words& words, const Joint& joint, const Recent& recent, bool first, size_t depth,
             std::optional<Compound>& best);
  std::optional<Compound> join(const Compound& left, const Compound& right, bool verb, bool tail) const;

  const SentenceReader& sentences_;
  const FollowUpReader& follow_ups_;
  const TalkWords& words_;
  std::map<std::string, std::optional<Compound>> known_;
  size_t read_ = 0;  ///< bytes
};

}  // namespace hearth::understand
