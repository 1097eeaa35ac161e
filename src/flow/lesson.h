// Something learned, taught or decided by the household. Listed with its source, forgotten on request, at once.
#pragma once

#include "flow/header.h"

namespace hearth::flow {

/// `body`: JSON whose shape `kind` decides; memory/lexicon documents each. `lesson`: 0 for a new one, whose number is
/// then the id of the message.
struct Lesson {
  Header head;
  LessonId lesson;
  enum Stage : uint8_t { Proposed, Trial, Active, Forgotten };
  Stage stage = Proposed;
  std::optional<PersonId> owner;
  std::string body;
  enum Kind : uint8_t { Word, Rewrite, Concept, Preference, Routine, Exception, Sound, Setting };
  Kind kind = Word;
  bool operator==(const Lesson&) const = default;
};

}  // namespace hearth::flow
