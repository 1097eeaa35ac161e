// The fields of what projections keep, for save and restore.
#pragma once

#include "flow/json_fields.h"
#include "home/home.h"
#include "memory/conversations.h"
#include "memory/plans.h"
#include "memory/present.h"
#include "memory/promises.h"

namespace hearth::flow {

// clang-format off
template <> struct Fields<home::Source> {
  using T = home::Source;
  static constexpr auto list = std::tuple(field(1, "door", &T::door), field(2, "key", &T::key), field(3, "entity", &T::entity));
};
template <> struct Fields<home::Home> {
  using T = home::Home;
  static constexpr auto list = std::tuple(
      field(1, "version", &T::version), field(2, "doors", &T::doors), field(3, "floors", &T::floors),
      field(4, "areas", &T::areas), field(5, "devices", &T::devices), field(6, "entities", &T::entities),
      field(7, "people", &T::people), field(8, "satellites", &T::satellites), field(9, "sources", &T::sources),
      field(10, "by_key", &T::by_key), field(11, "entity_present", &T::entity_present));
};
template <> struct Fields<memory::Present::Known> {
  using T = memory::Present::Known;
  static constexpr auto list = std::tuple(field(1, "capability", &T::capability), field(2, "state", &T::state));
};
template <> struct Fields<memory::OpenQuestion> {
  using T = memory::OpenQuestion;
  static constexpr auto list = std::tuple(
      field(1, "plan", &T::plan), field(2, "settles", &T::settles), field(3, "ask", &T::ask),
      field(4, "verdict", &T::verdict), field(5, "then", &T::then), field(6, "asked", &T::asked));
};
template <> struct Fields<memory::Unanswered> {
  using T = memory::Unanswered;
  static constexpr auto list = std::tuple(field(1, "utterance", &T::utterance), field(2, "ticket", &T::ticket));
};
template <> struct Fields<memory::Conversation> {
  using T = memory::Conversation;
  static constexpr auto list = std::tuple(
      field(1, "address", &T::address), field(2, "last", &T::last), field(3, "speaker", &T::speaker),
      field(4, "question", &T::question), field(5, "meaning", &T::meaning), field(6, "plan", &T::plan),
      field(10, "wanted", &T::wanted), field(7, "requests", &T::requests), field(8, "targets", &T::targets),
      field(11, "before", &T::before), field(12, "together", &T::together), field(9, "unanswered", &T::unanswered));
};
template <> struct Fields<memory::StepRecord> {
  using T = memory::StepRecord;
  static constexpr auto list = std::tuple(
      field(1, "progress", &T::progress), field(2, "before", &T::before), field(3, "after", &T::after),
      field(4, "started", &T::started), field(5, "sent", &T::sent), field(6, "outcome", &T::outcome));
};
template <> struct Fields<memory::PlanRecord> {
  using T = memory::PlanRecord;
  static constexpr auto list = std::tuple(
      field(1, "plan", &T::plan), field(2, "steps", &T::steps), field(3, "finished", &T::finished),
      field(4, "undone_by", &T::undone_by));
};
template <> struct Fields<memory::Promised> {
  using T = memory::Promised;
  static constexpr auto list = std::tuple(
      field(1, "id", &T::id), field(2, "step", &T::step), field(3, "promise", &T::promise), field(4, "begun", &T::begun),
      field(5, "remaining_s", &T::remaining_s), field(6, "paused", &T::paused), field(7, "rung", &T::rung),
      field(8, "where", &T::where), field(9, "person", &T::person), field(10, "language", &T::language),
      field(11, "first", &T::first), field(12, "rings", &T::rings), field(13, "rang", &T::rang),
      field(14, "again", &T::again), field(15, "next", &T::next), field(16, "told", &T::told));
};
// clang-format on

}  // namespace hearth::flow

namespace hearth::memory {

/// The saved form of a projection's whole state.
template <class State>
std::string save_state(const State& state) {
  return dump(flow::json::write(state));
}

/// Errors: Corrupt, naming the projection and the member.
template <class State>
Result<State> restore_state(std::string_view name, std::string_view bytes) {
  Result<Json> json = parse_json(bytes, name, size_t{1} << 30, 128);
  if (!json) return corrupt(json.error().message, std::string(name));
  Result<State> state = flow::json::read_whole<State>(*json);
  if (!state) return corrupt(state.error().message, std::string(name) + "." + state.error().place);
  return state;
}

}  // namespace hearth::memory
