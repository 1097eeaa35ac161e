// Whether something that nobody asked for is said or done now.
#pragma once

#include "decide/draft.h"
#include "decide/settings.h"
#include "memory/lexicon.h"
#include "memory/present.h"

namespace hearth::decide {

/// Hours of civil time in which the house keeps quiet, in minutes after midnight; may run over midnight.
struct QuietHours {
  int from = 0, to = 0;  ///< equal: none
};

/// The household's Setting "quiet_hours" {"from": "22:00", "to": "07:00"}; none when it set none.
QuietHours quiet_hours(const memory::LexiconView& lexicon);
bool within(const QuietHours& hours, int minute_of_day);

struct Interruption {
  enum Verdict : uint8_t { Now, Later, Never };
  Verdict verdict = Now;
  Time again = kNever;  ///< when Later ends at the latest; kNever: when somebody is awake
  flow::Because because;
};

/// A Ring is always told. Anything else waits while nobody is awake or the household wants quiet, and is dropped once
/// it has expired or was withdrawn.
Interruption weigh(flow::Proposal::Kind kind, bool withdrawn, Time expires, const memory::Present& present,
                   const memory::LexiconView& lexicon, const Settings& settings, Time now);

/// The Routine lesson, still Active, that a proposal stands on; none: it has to be offered before it is done.
std::optional<flow::LessonId> promoted_by(const flow::Proposal& proposal, const memory::LexiconView& lexicon);

}  // namespace hearth::decide
