// Whether what a household said is still understood as it was: every kept phrase is read again, in the company that it
// was said in, by the sentences that this program has now and in the home as it is now.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "memory/phrases.h"
#include "understand/understander.h"

namespace hearth::engine {

/// A sentence that would come to something else now. All texts are for people.
struct PhraseDifference {
  bool lost = false;     ///< not understood at all any more
  bool by_home = false;  ///< in the home as it was then it is understood as it was: things were renamed or are gone
  std::string text;      ///< as it was said
  flow::Language language;
  std::string room;         ///< where it was heard; empty: in none
  std::string before, now;  ///< readings; `now` is empty when it is lost
  std::string came_to;      ///< "do", "decline", …; empty: nothing any more
  uint64_t count = 0;       ///< how often it was understood
  Time last{};              ///< when for the last time
  std::string mark;         ///< tells sentence and reading apart from others without holding them: for letting it go
};

struct PhraseReport {
  uint64_t checked = 0, dropped = 0;          ///< distinct sentences; older ones that were left out for being too many
  uint64_t let_go = 0;                        ///< differences that somebody has accepted: not listed
  std::vector<PhraseDifference> differences;  ///< lost ones first, then by how often they were said

  /// Those that this program, its templates or the household's own sentences brought about.
  size_t by_program() const;
};

/// By what sentences are understood now. All of it outlives the check.
struct PhraseReading {
  const understand::SentencesByLanguage& sentences;
  understand::TimeWords times;  ///< with the home's zone
};

/// Some 100 µs a phrase. Languages must be ready: one that is not counts as lost. Any thread.
PhraseReport check_phrases(const memory::Phrases& phrases, const PhraseReading& reading,
                           const std::shared_ptr<const home::Home>& home, const std::set<std::string>& let_go = {});

/// Wants the same: words, scores and the choice of a reply may differ.
bool same_reading(const flow::Reading& a, const flow::Reading& b);
/// "TurnOn brightness 40 → Desk lamp, Floor lamp".
std::string text_of(const flow::Reading& reading, const home::Home& home);

/// {"checked", "dropped", "let_go", "lost", "changed", "differences": [{"kind", "cause", "text", …}]}
Json to_json(const PhraseReport& report);

}  // namespace hearth::engine
