#include "decide/dialogue_policy/questions.h"

#include <algorithm>

#include "base/json.h"
#include "flow/fields.h"

namespace hearth::decide {

flow::Ask ask_which(const flow::Request& hole, std::span<const home::EntityId> candidates, Time until) {
  flow::Ask ask;
  ask.words.key = "ask.which";
  for (const home::EntityId entity : candidates.first(std::min(candidates.size(), kMostChoices))) {
    ask.words.with.push_back(named(entity));
    ask.choices.push_back(phrase("choice.entity", {named(entity)}));
    ask.entities.push_back(entity);
  }
  ask.hole = hole;
  ask.slot = "name";
  ask.until = until;
  return ask;
}

flow::Ask ask_which(const flow::Request& hole, std::vector<flow::Phrase> choices, Time until) {
  flow::Ask ask;
  ask.words = phrase("ask.which_timer", {{"count", static_cast<double>(choices.size())}});
  ask.choices = std::move(choices);
  ask.hole = hole;
  ask.slot = "name";
  ask.until = until;
  return ask;
}

flow::Ask ask_room(const flow::Request& hole, Time until) {
  flow::Ask ask;
  ask.words = phrase("ask.which_room");
  ask.hole = hole;
  ask.slot = "name";
  ask.until = until;
  return ask;
}

flow::Ask ask_value(const flow::Request& hole, std::string_view slot, Time until) {
  flow::Ask ask;
  ask.words = phrase("ask.value", {{"slot", std::string(slot)}});
  for (const home::EntityId entity : hole.targets) ask.words.with.push_back(named(entity));
  ask.hole = hole;
  ask.slot = std::string(slot);
  ask.until = until;
  return ask;
}

flow::Ask ask_whether(const flow::Request& hole, flow::Phrase words, Time until) {
  flow::Ask ask;
  ask.words = std::move(words);
  ask.choices = {phrase("choice.yes"), phrase("choice.no")};
  ask.hole = hole;
  ask.until = until;
  return ask;
}

std::vector<home::EntityId> ties(const flow::Request& request, float margin) {
  std::vector<home::EntityId> found;
  const flow::Slot* name = flow::find_slot(request, "name");
  if (name == nullptr) return found;
  for (const auto& [entity, score] : name->candidates) {
    if (score + margin >= name->candidates.front().second) found.push_back(entity);
  }
  return found;
}

std::optional<Remembered> remembered(const memory::LexiconView& lexicon, const flow::Request& request,
                                     std::span<const home::EntityId> candidates, home::AreaId area,
                                     std::optional<flow::PersonId> person) {
  const flow::Slot* name = flow::find_slot(request, "name");
  if (name == nullptr) return std::nullopt;
  const flow::Lesson* lesson = lexicon.preference(request.intent, name->spoken, area, person);
  if (lesson == nullptr) return std::nullopt;
  const Result<Json> body = parse_json(lesson->body, "a preference");
  if (!body.ok() || !body->is_object() || !body->contains("entities")) return std::nullopt;
  Remembered result{{}, lesson->lesson};
  for (const Json& number : body->at("entities")) {
    if (!number.is_number_unsigned()) return std::nullopt;
    const home::EntityId entity{number.get<uint32_t>()};
    if (std::ranges::find(candidates, entity) != candidates.end()) result.entities.push_back(entity);
  }
  if (result.entities.empty()) return std::nullopt;
  return result;
}

std::optional<flow::Lesson> lesson_of(const memory::OpenQuestion& question, const flow::Request& request,
                                      home::AreaId area, std::optional<flow::PersonId> person) {
  const flow::Ask& ask = question.ask;
  const flow::Slot* asked = flow::find_slot(ask.hole, "name");
  if (ask.slot != "name" || ask.entities.empty() || asked == nullptr || asked->spoken.empty()) return std::nullopt;
  if (request.intent != ask.hole.intent || request.targets.empty()) return std::nullopt;
  Json entities = Json::array();
  for (const home::EntityId entity : request.targets) {
    if (std::ranges::find(ask.entities, entity) == ask.entities.end()) return std::nullopt;
    entities.push_back(entity.value);
  }
  const auto& intents = flow::Names<flow::Intent>::list;
  const auto intent = static_cast<size_t>(request.intent);
  flow::Lesson lesson;
  lesson.kind = flow::Lesson::Preference;
  lesson.stage = flow::Lesson::Active;
  lesson.owner = person;
  lesson.body = dump(Json{{"slot", "target"},
                          {"intent", intent < intents.size() ? std::string(intents[intent]) : ""},
                          {"spoken", asked->spoken},
                          {"area", area.value},
                          {"entities", std::move(entities)}});
  return lesson;
}

}  // namespace hearth::decide
