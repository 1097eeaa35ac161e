#include "answer/home/state_answerer.h"

#include <algorithm>

#include "answer/asked.h"

namespace hearth::answer {
namespace {

using flow::Answer;
using flow::Phrase;
using home::Capability;

std::pair<std::string, flow::Value> named(home::EntityId entity) {
  return {"entity", static_cast<double>(entity.value)};
}

Phrase about(std::string key, const std::vector<home::EntityId>& things) {
  Phrase phrase{std::move(key), {}};
  for (const home::EntityId thing : things) phrase.with.push_back(named(thing));
  return phrase;
}

}  // namespace

/// What a state is over several things. `people`: all of them are persons.
struct StateAnswerer::Count {
  std::vector<home::EntityId> yes, no, unknown;
  bool people = true;
};

void StateAnswerer::one(const flow::Request& request, Time now, Answer& answer) const {
  const std::vector<home::EntityId> things = things_of(request);
  const home::Entity* entity = present_.home()->entity(things.front());
  if (entity == nullptr) return;
  const bool yes_or_no = request.question->kind == "is";
  Seen seen;
  std::optional<bool> holds_now;
  if (yes_or_no) {
    holds_now = holds(present_, *entity, word_in(request, "state"), now, seen);
  } else {
    const Capability capability = request.question->kind == "where"                ? Capability::Presence
                                  : request.question->kind == "target_temperature" ? Capability::TargetTemperature
                                                                                   : main_capability(*entity);
    seen = look_at(present_, *entity, capability, now);
  }
  answer.value = yes_or_no && holds_now ? flow::Value(*holds_now) : seen.value;
  if (!home::known(seen.value) || (yes_or_no && !holds_now)) {
    answer.words = about("state.unknown", {entity->id});
  } else {
    answer.words = about(yes_or_no ? (*holds_now ? "state.yes" : "state.no") : "state.one", {entity->id});
    answer.words.with.emplace_back("capability", std::string(home::facts(seen.capability).name));
    answer.words.with.emplace_back("value", seen.value);
  }
  note(present_, *entity, seen, stale_after_, answer);
}

void StateAnswerer::several(const flow::Request& request, std::string_view state, Time now, Answer& answer) const {
  Count count;
  for (const home::EntityId id : things_of(request)) {
    const home::Entity* entity = present_.home()->entity(id);
    if (entity == nullptr) continue;
    Seen seen;
    const std::optional<bool> is = holds(present_, *entity, state, now, seen);
    (!is ? count.unknown : *is ? count.yes : count.no).push_back(id);
    count.people = count.people && entity->kind == "person";
    if (is) note(present_, *entity, seen, stale_after_, answer);
  }
  const std::string& kind = request.question->kind;
  if (kind == "any") {
    answer.value = !count.yes.empty();
    answer.words = count.yes.empty() ? about(count.people ? "state.any_nobody" : "state.any_no", {})
                                     : about("state.any_yes", count.yes);
  } else if (kind == "all") {
    answer.value = count.no.empty() && !count.yes.empty();
    answer.words = count.no.empty() ? about("state.all_yes", {}) : about("state.all_no", count.no);
  } else if (kind == "which") {
    answer.words = count.yes.empty() ? about(count.people ? "state.which_nobody" : "state.which_none", {})
                                     : about("state.which", count.yes);
  } else {
    answer.value = static_cast<double>(count.yes.size());
    answer.words = about("state.how_many", {});
    answer.words.with.emplace_back("count", static_cast<double>(count.yes.size()));
    answer.words.with.emplace_back("total", static_cast<double>(count.yes.size() + count.no.size()));
  }
  if (kind == "all") answer.words.with.emplace_back("count", static_cast<double>(count.no.size()));
  answer.words.with.emplace_back("state", std::string(state));
  if (count.yes.empty() && count.no.empty()) {
    answer.words = about("state.unknown", count.unknown);
    answer.value = {};
  } else if (!count.unknown.empty()) {
    answer.assumptions.push_back(about("state.others_unknown", count.unknown));
  }
}

void StateAnswerer::temperature(const flow::Request& request, Time now, Answer& answer) const {
  double sum = 0;
  std::vector<home::EntityId> used;
  for (const home::EntityId id : things_of(request)) {
    const home::Entity* entity = present_.home()->entity(id);
    if (entity == nullptr) continue;
    const Seen seen = look_at(present_, *entity, Capability::Temperature, now);
    const double* degrees = std::get_if<double>(&seen.value);
    if (degrees == nullptr || (seen.age > stale_after_ && !used.empty())) continue;
    sum += *degrees;
    used.push_back(id);
    note(present_, *entity, seen, stale_after_, answer);
  }
  if (used.empty()) {
    answer.words = about("state.no_temperature", {});
  } else {
    answer.value = sum / static_cast<double>(used.size());
    answer.words = about(used.size() == 1 ? "state.temperature" : "state.temperature_mean", used);
    answer.words.with.emplace_back("value", answer.value);
  }
  if (const std::string area = word_in(request, "area"); !area.empty()) answer.words.with.emplace_back("area", area);
}

bool StateAnswerer::answer(const flow::Request& request, Time now, Answer& answer) const {
  if (!request.question) return false;
  const std::string& kind = request.question->kind;
  const bool about_one = kind == "state" || kind == "is" || kind == "where";
  const bool about_several = kind == "any" || kind == "all" || kind == "which" || kind == "how_many";
  const bool of_warmth = kind == "temperature" || kind == "target_temperature";
  if (!about_one && !about_several && !of_warmth) return false;
  answer.confidence = 0.95F;
  const std::vector<home::EntityId> things = things_of(request);
  if (things.empty()) {
    answer.words = about("state.nothing_such", {});
    for (const char* slot : {"name", "device_class", "domain", "area", "floor"}) {
      const flow::Slot* said = flow::find_slot(request, slot);
      if (said != nullptr && !said->spoken.empty()) answer.words.with.emplace_back("spoken", said->spoken);
    }
    answer.confidence = 0.7F;
  } else if (kind == "temperature") {
    temperature(request, now, answer);
  } else if (about_several) {
    several(request, word_in(request, "state"), now, answer);
  } else {
    one(request, now, answer);
    // Of several that share the name each is told.
    for (size_t i = 1; i < things.size(); ++i) {
      flow::Request single = request;
      single.targets = {things[i]};
      Answer more;
      more.confidence = answer.confidence;
      one(single, now, more);
      answer.assumptions.push_back(std::move(more.words));
      std::ranges::move(more.assumptions, std::back_inserter(answer.assumptions));
      std::ranges::move(more.evidence, std::back_inserter(answer.evidence));
    }
  }
  return true;
}

}  // namespace hearth::answer
