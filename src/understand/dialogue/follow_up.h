// Few words that follow what was done: "and in the kitchen?", "brighter", "turn it off", "no, I meant the bedroom".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "understand/dialogue/patching.h"
#include "understand/reading/sentence_reader.h"
#include "understand/talk_words.h"

namespace hearth::understand {

/// What a follow-up comes to. A correction begins with the request that take_back() gives.
struct FollowUp {
  std::vector<flow::Request> requests;
  flow::Because because;
};

/// Reads by the templates of sentences/<language>/follow.yaml, whose format its README describes. Any thread; borrows
/// what it is given.
class FollowUpReader {
 public:
  /// `fragments`: with the names of the home; `names`, `words`: of the same language.
  FollowUpReader(const SentenceReader& sentences, const Grammar& fragments, const PronounNames& names,
                 const TalkWords& words)
      : sentences_(sentences),
        fragments_(fragments),
        names_(names),
        patching_(sentences.home(), sentences.room()),
        words_(words) {}

  /// Nothing when the words do not follow what was done lately, or it does not take what they say.
  std::optional<FollowUp> read(std::string_view text, const Recent& recent) const;
  /// The same for a later part of one sentence, where no correction and no "again" is meant.
  std::optional<FollowUp> read_part(std::string_view text, const Recent& recent) const;
  /// Only sentences with "it", "both", "the other one" or "there".
  std::optional<FollowUp> read_pronouns(std::string_view text, const Recent& recent) const;

 private:
  using Requests = std::vector<flow::Request>;
  enum class Inside : uint8_t { Nothing, Lead, Part, Addition, Correction };
  Requests now_or_later(std::string_view text, const Recent& recent, Inside inside, int depth) const;
  Requests read_inside(std::string_view text, const Recent& recent, Inside inside, int depth) const;
  Requests read_fragment(const Wanted& fragment, std::string_view rest, const Recent& recent, Inside inside,
                         int depth) const;
  Requests whole(std::string_view text) const;
  Requests question(const Wanted& fragment, const Recent& recent) const;
  Requests promised_back(const Wanted& fragment, const Recent& recent) const;
  Requests about(const Wanted& fragment, std::string_view rest, const Recent& recent, int depth) const;
  Requests only(std::string_view rest, const Recent& recent, Inside inside, int depth) const;
  Requests correct(std::string_view rest, const Recent& recent, int depth) const;
  Requests each(std::string_view text, const Recent& recent, Inside inside, int depth) const;
  Requests with_pronouns(std::string_view text, const Recent& recent) const;
  std::optional<Pronouns> pronouns_in(std::string_view text, const Recent& recent) const;
  Requests retimed(std::string_view text, const Recent& recent) const;
  Requests one_more(std::string_view rest, const Recent& recent) const;
  std::optional<FollowUp> follow_up(Requests requests, const Recent& recent) const;

  const SentenceReader& sentences_;
  const Grammar& fragments_;
  const PronounNames& names_;
  const Patching patching_;
  const TalkWords& words_;
};

}  // namespace hearth::understand
