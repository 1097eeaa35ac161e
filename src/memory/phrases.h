// What a household said and what it came to. It is looked up in the journal when somebody asks, and kept nowhere else:
// who erases it there has erased it.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "memory/conversations.h"
#include "memory/journal.h"
#include "memory/present.h"

namespace hearth::memory {

/// One sentence, said in one room in one way: alone, as a follow-up, or in answer to a question. All but `count` is of
/// the last time that it was understood.
struct KeptPhrase {
  flow::Utterance said;
  flow::Meaning meaning;                          ///< with one reading at least
  std::optional<flow::Plan::Verdict> verdict;     ///< what it came to; none: the house stopped before
  std::shared_ptr<const ConversationsView> talk;  ///< that one conversation, as it was then
  std::shared_ptr<const home::Home> home;         ///< as it was then
  uint64_t count = 0;                             ///< how often it was understood
};

/// Folds Inventory, Utterance, LaneReturn, Meaning, Plan and ClockStep, in the order of the journal. What was not
/// understood, and what was tapped, is none. One thread at a time.
class Phrases {
 public:
  /// The newest `most` are kept, older ones dropped.
  explicit Phrases(size_t most = 5000) : most_(most) {}

  void apply(const flow::Entry& entry);

  /// By when they were last said, oldest first.
  std::vector<KeptPhrase> all() const;
  /// How many were dropped for being too many.
  uint64_t dropped() const { return dropped_ + (kept_.size() > most_ ? kept_.size() - most_ : 0); }
  /// As the newest Inventory left it.
  const std::shared_ptr<const home::Home>& home() const { return present_.home(); }

 private:
  /// Text in one case, language, device that heard it, and which step read it.
  using Key = std::tuple<std::string, flow::Language, uint32_t, flow::Faculty>;
  struct Moment {
    flow::MessageId seq;
    std::shared_ptr<const ConversationsView> talks;
    std::shared_ptr<const home::Home> home;
  };
  struct Open {
    flow::Utterance said;
    std::optional<Moment> seen;  ///< what the lane saw
  };

  void remember_moment(flow::MessageId seq);
  void see(const flow::LaneReturn& back);
  void keep(const flow::Meaning& meaning);
  void drop_oldest();

  const size_t most_;
  Present present_;
  Conversations conversations_;
  std::map<flow::MessageId, Open> open_;  ///< utterances that have no meaning yet
  std::deque<Moment> moments_;            ///< since the oldest of them
  std::map<Key, KeptPhrase> kept_;
  std::map<flow::MessageId, Key> by_meaning_;  ///< of those that have no plan yet
  uint64_t dropped_ = 0;
};

/// Of a whole journal. Cost: that of reading it without what devices reported. Errors: of the journal.
Status gather_phrases(const EntryReader& journal, flow::MessageId last, Phrases& into);

}  // namespace hearth::memory
