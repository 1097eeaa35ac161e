// One part of a sentence of several commands: what can be made of its words.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "understand/compound/words.h"
#include "understand/dialogue/follow_up.h"
#include "understand/linking/heard_names.h"

namespace hearth::understand {

struct Part {
  std::vector<flow::Request> requests;
  std::string text;  ///< what it was read from, borrowed words included
  std::string name;  ///< that it says; empty: none
  size_t wild_letters = 0, wildcards = 0, spoken = 0;
  bool contained = true;    ///< it says itself what it is about
  bool placed = false;      ///< it names its place
  bool vague = false;       ///< a place is all that it is about: "turn on the porch"
  bool open = false;        ///< several things carry the name that it says
  bool time_first = false;  ///< it begins with when it is meant
  bool now = false;         ///< it says that it is meant at once
  home::AreaId area;        ///< that it names; none otherwise
};

/// Reads the parts of one sentence, each text once, and no more text than is sensible: kMostRead bytes, then nothing is
/// understood any more. Borrows what it is given.
class PartReader {
 public:
  static constexpr size_t kMostRead = 6000;  ///< bytes of all parts tried: a sentence of nothing but "and" ends here

  PartReader(const SentenceReader& sentences, const FollowUpReader& follow_ups, const TalkWords& words,
             const HeardNames& names)
      : sentences_(sentences), follow_ups_(follow_ups), words_(words), names_(names) {}

  /// As a sentence of its own, else without the words that only lead from part to part. A bare name is none: beside a
  /// command with a verb nobody knows what is wanted of it. Within `room` (none: where the speaker is) what names no
  /// place is meant there, and nothing elsewhere is taken for it.
  std::optional<Part> whole(const Words& words, home::AreaId room);
  /// As what follows the part before; the first part of a sentence follows what went before it by its pronouns alone.
  std::optional<Part> follows(const Words& words, const Recent& recent, bool first);
  /// By pronouns alone, where it has any.
  std::optional<Part> refers(const Words& words, const Recent& recent);

  /// What asks for nothing: courtesies alone, or what only says why and names no thing, place or time. What can be read
  /// as a sentence is none.
  bool is_aside(const Words& words);

  /// A sentence that says itself what it is about: it lacks no words of another one.
  bool stands_alone(const Words& words);
  /// True where the words are the name that a thing was given, with its article, and nothing else.
  bool is_name(const Words& words);

  bool spent() const;
  /// One reading more of the same sentence, in words or without its courtesies: of all of them no more than twice that.
  void begin_again() { until_ = std::min(read_ + kMostRead, 2 * kMostRead); }
  const TalkWords& words() const { return words_; }
  const home::Home& home() const { return sentences_.home(); }

 private:
  std::optional<Part> sentence(const std::string& text, home::AreaId room);
  bool is_bare(const Hypothesis& one, std::string_view text) const;
  bool searches_for_things(const flow::Request& request) const;
  bool stays_in(const Hypothesis& one, home::AreaId room) const;

  const SentenceReader& sentences_;
  const FollowUpReader& follow_ups_;
  const TalkWords& words_;
  const HeardNames& names_;
  std::map<std::pair<uint32_t, std::string>, std::optional<Part>> known_;
  std::set<std::string, std::less<>> bare_;  ///< texts that are but names
  std::set<std::string, std::less<>> own_;   ///< the names of the home, normalised, once they are asked for
  size_t read_ = 0, until_ = kMostRead;      ///< bytes
};

/// "Hello" and "forget it" may stand beside a command; what replies to a question stands alone, and so does "why?".
bool may_be_part(const flow::Request& request);

}  // namespace hearth::understand
