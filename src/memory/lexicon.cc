#include "memory/lexicon.h"

#include <algorithm>

#include "memory/fields.h"

namespace hearth::memory {
namespace {

/// A lesson said again under the same number replaces the earlier stage; a Preference for the same words and place
/// replaces the one that it contradicts.
void learn(LexiconView& view, flow::Lesson lesson, flow::MessageId message) {
  if (!lesson.lesson) lesson.lesson.value = message.value;
  std::erase_if(view.lessons, [&](const flow::Lesson& known) {
    if (known.lesson == lesson.lesson) return true;
    if (known.kind != flow::Lesson::Preference || lesson.kind != known.kind || known.owner != lesson.owner)
      return false;
    const auto a = parse_json(known.body), b = parse_json(lesson.body);
    if (!a || !b || !a->is_object() || !b->is_object()) return false;
    return std::ranges::all_of(std::to_array({"slot", "intent", "spoken", "area"}), [&](const char* member) {
      return a->value(member, Json()) == b->value(member, Json());
    });
  });
  if (lesson.stage == flow::Lesson::Forgotten) return;
  const auto place = std::ranges::lower_bound(view.lessons, lesson.lesson, {}, &flow::Lesson::lesson);
  view.lessons.insert(place, std::move(lesson));
}

}  // namespace

const flow::Lesson* LexiconView::preference(flow::Intent intent, std::string_view spoken, home::AreaId area,
                                            std::optional<flow::PersonId> person) const {
  const flow::Lesson* anybodys = nullptr;
  for (const flow::Lesson& lesson : lessons) {
    if (lesson.kind != flow::Lesson::Preference || lesson.stage == flow::Lesson::Proposed) continue;
    const Result<Json> body = parse_json(lesson.body);
    if (!body || !body->is_object()) continue;
    const bool same_words = body->value("spoken", Json()) == Json(std::string(spoken)) &&
                            body->value("area", Json(0)) == Json(area.value) &&
                            body->value("intent", Json()) == flow::json::write(intent);
    if (!same_words) continue;
    if (lesson.owner == person) return &lesson;
    if (!lesson.owner) anybodys = &lesson;
  }
  return anybodys;
}

Lexicon::Lexicon() : view_(std::make_shared<const LexiconView>()) {}

void Lexicon::apply(const flow::Entry& entry) {
  const auto* lesson = std::get_if<flow::Lesson>(&entry.message);
  if (lesson == nullptr) return;
  LexiconView next = *view_;
  learn(next, *lesson, entry.seq);
  view_ = std::make_shared<const LexiconView>(std::move(next));
}

std::string Lexicon::save() const { return save_state(view_->lessons); }

Status Lexicon::restore(std::string_view bytes) {
  view_ = std::make_shared<const LexiconView>();
  LexiconView restored;
  restored.lessons = TRY(restore_state<std::vector<flow::Lesson>>(name(), bytes));
  view_ = std::make_shared<const LexiconView>(std::move(restored));
  return ok();
}

}  // namespace hearth::memory
