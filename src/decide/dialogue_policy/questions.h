// The questions that the house puts to a person, and whom words meant the last time it asked.
#pragma once

#include <span>

#include "decide/draft.h"
#include "home/home.h"
#include "memory/conversations.h"
#include "memory/lexicon.h"

namespace hearth::decide {

inline constexpr size_t kMostChoices = 6;  // more than these nobody can remember when they are read out

/// "Which one: the desk lamp or the ceiling light?" The reply fills the slot "name" of `hole`. Offers the first
/// kMostChoices.
flow::Ask ask_which(const flow::Request& hole, std::span<const home::EntityId> candidates, Time until);
/// The same for things that are told apart by words, such as timers.
flow::Ask ask_which(const flow::Request& hole, std::vector<flow::Phrase> choices, Time until);
/// "In which room?", where too many have that name to be named one by one; the reply fills the slot "name" as well.
flow::Ask ask_room(const flow::Request& hole, Time until);
/// Asks for what is missing; the reply fills `slot`.
flow::Ask ask_value(const flow::Request& hole, std::string_view slot, Time until);
/// A question for yes or no: its slot is empty. The steps that follow it in its plan are done on yes.
flow::Ask ask_whether(const flow::Request& hole, flow::Phrase words, Time until);

/// True for a question that is answered by yes or no.
inline bool wants_yes_or_no(const flow::Ask& ask) { return ask.slot.empty(); }

/// The candidates of the slot "name" that are as likely as the best; fewer than two: nothing is ambiguous.
std::vector<home::EntityId> ties(const flow::Request& request, float margin);

/// What a person chose when the house asked what these words mean here.
struct Remembered {
  std::vector<home::EntityId> entities;
  flow::LessonId lesson;
};
/// Nothing when the household never said, or what it said does not lie among the candidates.
std::optional<Remembered> remembered(const memory::LexiconView& lexicon, const flow::Request& request,
                                     std::span<const home::EntityId> candidates, home::AreaId area,
                                     std::optional<flow::PersonId> person);

/// The lesson that the reply to an open question teaches; nothing when the request does not answer "which one?".
std::optional<flow::Lesson> lesson_of(const memory::OpenQuestion& question, const flow::Request& request,
                                      home::AreaId area, std::optional<flow::PersonId> person);

}  // namespace hearth::decide
