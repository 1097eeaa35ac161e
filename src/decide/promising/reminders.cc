#include "decide/promising/reminders.h"

#include <algorithm>

#include "decide/promising/moments.h"

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Intent;
using flow::Promise;
using flow::Trigger;
using home::Capability;

constexpr double kIdleWatts = 5;  // less than this, and an appliance has ended
constexpr CancelWords kWords{"reminder.none",    "reminder.cancelled", "reminder.cancelled_all",
                             "reminder.skipped", "ask.which_reminder", "choice.reminder"};

bool senses(const home::Home& home, home::EntityId id, Capability capability) {
  const home::Trait* trait = home.trait(id, capability);
  return trait != nullptr && trait->sensed;
}

/// Whoever "I", "he" or "she" is, as the home's presence sensors know them.
home::EntityId presence_of(std::optional<flow::PersonId> whose, const home::Home& home) {
  const home::Person* person = whose ? home.person(*whose) : nullptr;
  if (person == nullptr) return {};
  for (const home::Entity& entity : home.entities) {
    if (!home.present(entity.id) || !senses(home, entity.id, Capability::Presence)) continue;
    for (const home::Name& own : entity.names) {
      for (const home::Name& name : person->names) {
        if (home::identity_of(own.text) == home::identity_of(name.text)) return entity.id;
      }
    }
  }
  return {};
}

/// How it shows that an appliance has done its work.
Trigger when_done(const home::Home& home, home::EntityId id) {
  if (senses(home, id, Capability::Vacuum)) return {id, Capability::Vacuum, Trigger::Is, std::string("docked")};
  if (senses(home, id, Capability::Power)) return {id, Capability::Power, Trigger::Below, kIdleWatts};
  if (senses(home, id, Capability::Playback)) return {id, Capability::Playback, Trigger::Is, std::string("idle")};
  if (senses(home, id, Capability::OnOff)) return {id, Capability::OnOff, Trigger::Is, false};
  return {};
}

Trigger when_opened(const home::Home& home, home::EntityId id, bool open) {
  if (senses(home, id, Capability::Contact)) return {id, Capability::Contact, Trigger::Is, open};
  if (!senses(home, id, Capability::Position)) return {};
  if (open) return {id, Capability::Position, Trigger::Above, 0.0};
  return {id, Capability::Position, Trigger::Below, 1.0};
}

Trigger when_it(std::string_view event, const home::Home& home, home::EntityId id) {
  if (event == "done") return when_done(home, id);
  if (event == "opens" || event == "closes") return when_opened(home, id, event == "opens");
  const bool yes_no = event == "on" || event == "off";
  if (yes_no && senses(home, id, Capability::OnOff)) return {id, Capability::OnOff, Trigger::Is, event == "on"};
  const bool locks = event == "locked" || event == "unlocked";
  if (locks && senses(home, id, Capability::Lock)) return {id, Capability::Lock, Trigger::Is, event == "locked"};
  const bool comes = event == "arrives" || event == "leaves";
  if (comes && senses(home, id, Capability::Presence)) {
    return {id, Capability::Presence, Trigger::Is, event == "arrives"};
  }
  return {};
}

/// The person who is to be reminded; the speaker where nobody is named. `problem`: nobody is called so.
std::optional<flow::PersonId> whom(const flow::Request& request, const Promising& in,
                                   std::optional<flow::Phrase>& problem) {
  const std::string name = word_in(request, "person");
  if (name.empty()) return std::nullopt;
  const home::PersonId person = in.memory.present.home()->find_person(name);
  if (!person) {
    problem = phrase("reminder.nobody", {{"spoken", name}});
    return std::nullopt;
  }
  return person;
}

Grounded set(const flow::Request& request, const Promising& in) {
  std::optional<flow::Phrase> problem;
  const std::optional<flow::PersonId> person = whom(request, in, problem);
  const std::optional<Trigger> trigger = problem ? std::nullopt : trigger_of(request, in, problem);
  if (problem) return Grounded::refusal(Faculty::Promises, std::move(*problem));
  Grounded result;
  const std::string task = word_in(request, "task");
  if (!trigger) {
    if (auto ask = ask_when(request, "ask.when_reminder", in.now, in.ask_until(), in.settings.zone)) {
      result.because.push_back(
          because(Faculty::DialoguePolicy, phrase("because.missing", {{"slot", std::string("when")}})));
      result.ask = std::move(ask);
      return result;
    }
  }
  Promise promise;
  Arguments with;
  if (trigger) {
    promise.kind = Promise::Reminder;
    promise.due = kNever;
    promise.trigger = trigger;
    with = event_words(request, *trigger);
    // "… when he gets home" is about who is reminded.
    const bool theirs = person && flow::find_slot(request, "event_name") == nullptr;
    const home::Person* who = theirs ? in.memory.present.home()->person(*person) : nullptr;
    if (who != nullptr && person != in.speaker.person) with.emplace_back("spoken", who->names.front().text);
  } else {
    promise = promise_for(Promise::Reminder, *request.when, in.now, in.settings.zone);
    if (promise.due <= in.now) return Grounded::refusal(Faculty::Promises, phrase("promise.past"));
    with = moment(promise.due, promise.recurrence, in.now, in.settings.zone);
  }
  if (person && person != in.speaker.person) {
    promise.to = person;
    with.emplace_back("person", static_cast<double>(person->value));
  }
  if (!task.empty()) {
    promise.about = flow::literal(task);
    with.emplace_back("name", task);
  }
  result.steps.emplace_back(std::move(promise));
  result.because.push_back(because(Faculty::Promises, phrase("because.promise_time", with)));
  result.done.push_back(phrase(trigger ? "reminder.set_event" : "reminder.set", std::move(with)));
  return result;
}

}  // namespace

bool concerns_reminders(Intent intent) { return intent == Intent::SetReminder || intent == Intent::CancelReminder; }

std::optional<Trigger> trigger_of(const flow::Request& request, const Promising& in,
                                  std::optional<flow::Phrase>& problem) {
  const std::string event = word_in(request, "event");
  if (event.empty()) return std::nullopt;
  const home::Home& home = *in.memory.present.home();
  const flow::Slot* thing = flow::find_slot(request, "event_name");
  home::EntityId id;
  if (thing == nullptr) {
    const home::PersonId other = home.find_person(word_in(request, "person"));
    id = presence_of(other ? std::optional(other) : in.speaker.person, home);
  } else if (thing->candidates.size() == 1) {
    id = thing->candidates.front().first;
  }
  Trigger trigger = id ? when_it(event, home, id) : Trigger{};
  if (trigger.capability == Capability::None) {
    const std::string name = thing == nullptr ? word_in(request, "person") : thing->spoken;
    problem = phrase("promise.cannot_sense", {{"event", event}, {"spoken", name}});
    return std::nullopt;
  }
  trigger.armed = !flow::passes(trigger, in.memory.present.value(id, trigger.capability));
  return trigger;
}

Arguments event_words(const flow::Request& request, const Trigger& trigger) {
  Arguments with{{"event", word_in(request, "event")}, named(trigger.entity)};
  if (std::string name = word_in(request, "event_name"); !name.empty()) with.emplace_back("spoken", std::move(name));
  return with;
}

Grounded ground_reminder(const flow::Request& request, const Promising& in) {
  if (request.intent == Intent::SetReminder) return set(request, in);
  return cancel(request, Promise::Reminder, kWords, in);
}

}  // namespace hearth::decide
