#include "decide/promising/alarms.h"

#include <algorithm>

#include "decide/promising/moments.h"

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Intent;
using flow::Promise;
using memory::Promised;

constexpr Duration kSnooze = std::chrono::minutes(9);
constexpr Duration kBetweenRings = std::chrono::minutes(1);  // of one that nobody has put off
constexpr CancelWords kWords{"alarm.none",    "alarm.cancelled", "alarm.cancelled_all",
                             "alarm.skipped", "ask.which_alarm", "choice.alarm"};

Grounded set(const flow::Request& request, const Promising& in) {
  Grounded result;
  if (auto ask = ask_when(request, "ask.when_alarm", in.now, in.ask_until(), in.settings.zone)) {
    result.because.push_back(
        because(Faculty::DialoguePolicy, phrase("because.missing", {{"slot", std::string("when")}})));
    result.ask = std::move(ask);
    return result;
  }
  Promise promise = promise_for(Promise::Alarm, *request.when, in.now, in.settings.zone);
  if (promise.due <= in.now) return Grounded::refusal(Faculty::Promises, phrase("promise.past"));
  const auto same = [&](const Promised& known) {
    return known.promise.kind == Promise::Alarm && known.promise.due == promise.due &&
           known.promise.recurrence == promise.recurrence && known.where.device == in.where.device;
  };
  Arguments with = moment(promise.due, promise.recurrence, in.now, in.settings.zone);
  if (std::ranges::any_of(in.memory.promises.all(), same)) {
    return Grounded::refusal(Faculty::Promises, phrase("alarm.already", std::move(with)));
  }
  if (std::string name = word_in(request, "name"); !name.empty()) {
    with.emplace_back("name", name);
    promise.about = flow::literal(std::move(name));
  }
  result.steps.emplace_back(std::move(promise));
  result.because.push_back(because(Faculty::Promises, phrase("because.promise_time", with)));
  result.done.push_back(phrase("alarm.set", std::move(with)));
  return result;
}

/// Due, and nobody has stopped it.
bool has_rung(const Promised& promised) { return promised.promise.kind == Promise::Alarm && promised.rung; }
/// Not put off.
bool is_aloud(const Promised& alarm) { return alarm.again - alarm.rang <= kBetweenRings; }

/// The one that is heard: in the room, else the speaker's own, else wherever it rings. One that was put off is silent.
std::vector<const Promised*> ringing(const Promising& in) {
  const auto is_own = [&](const Promised& alarm) { return alarm.person && alarm.person == in.speaker.person; };
  std::vector<const Promised*> found;
  const auto any = [&](auto fits) {
    for (const Promised& promised : in.memory.promises.all()) {
      if (has_rung(promised) && fits(promised)) found.push_back(&promised);
    }
    return !found.empty();
  };
  if (any([&](const Promised& alarm) { return is_aloud(alarm) && is_here(alarm.where, in); })) return found;
  if (any([&](const Promised& alarm) { return is_aloud(alarm) && is_own(alarm); })) return found;
  if (any(is_aloud)) return found;
  if (any([&](const Promised& alarm) { return is_here(alarm.where, in); })) return found;
  any(is_own);
  return found;
}

/// What its rings had made louder goes back to what it was before the first of them.
void quieten(const Promised& alarm, const Promising& in, std::vector<flow::Step>& steps) {
  for (const memory::PlanRecord& record : in.memory.plans.all()) {
    if (!record.plan.unasked || record.plan.head.at < alarm.promise.due || record.plan.reply != alarm.where) continue;
    for (size_t i = 0; i < record.steps.size(); ++i) {
      const auto* loud = std::get_if<flow::Set>(&record.plan.steps[i]);
      if (loud == nullptr || loud->capability != home::Capability::Volume) continue;
      if (!home::known(record.steps[i].before)) continue;
      steps.emplace_back(flow::Set{loud->entity, loud->capability, record.steps[i].before, 0});
      return;
    }
  }
}

Grounded stop(const Promising& in) {
  Grounded result;
  for (const Promised* alarm : ringing(in)) {
    result.steps.emplace_back(change_of(*alarm, Promise::Stop));
    quieten(*alarm, in, result.steps);
    result.because.push_back(because(Faculty::Promises, phrase("because.promise_meant"), {of_message(alarm->id)}));
  }
  if (result.steps.empty()) return Grounded::refusal(Faculty::Promises, phrase("alarm.none_ringing"));
  result.done.push_back(phrase("alarm.stopped"));
  return result;
}

Grounded snooze(const flow::Request& request, const Promising& in) {
  const std::vector<const Promised*> found = ringing(in);
  if (found.empty()) return Grounded::refusal(Faculty::Promises, phrase("alarm.none_ringing"));
  Grounded result;
  Time again = in.now + kSnooze;
  if (request.when) {
    result.ask = ask_when(request, "ask.when_alarm", in.now, in.ask_until(), in.settings.zone);
    if (result.ask) {
      result.because.push_back(because(Faculty::DialoguePolicy, phrase("because.which_time")));
      return result;
    }
    again = due_of(*request.when, in.now);
    if (again <= in.now) return Grounded::refusal(Faculty::Promises, phrase("promise.past"));
  }
  for (const Promised* alarm : found) {
    Promise step = change_of(*alarm, Promise::Snooze);
    step.due = again;
    result.steps.emplace_back(std::move(step));
    quieten(*alarm, in, result.steps);
    result.because.push_back(because(Faculty::Promises, phrase("because.promise_meant"), {of_message(alarm->id)}));
  }
  result.done.push_back(request.when && !is_length(*request.when)
                            ? phrase("alarm.snoozed_until", moment(again, {}, in.now, in.settings.zone))
                            : phrase("alarm.snoozed", {{"seconds", to_seconds(again - in.now)}}));
  return result;
}

Grounded skip(const flow::Request& request, const Promising& in) {
  Grounded result;
  std::vector<const Promised*> found = meant(request, Promise::Alarm, in);
  if (found.size() > 1 && !request.when) {  // "skip the next alarm"
    const auto sooner = [](const Promised* a, const Promised* b) { return a->promise.due < b->promise.due; };
    found = {*std::ranges::min_element(found, sooner)};
  }
  const Promised* alarm = only_one(std::move(found), request, kWords, in, result);
  if (alarm == nullptr) return result;
  std::optional<Time> time = alarm->promise.due;
  if (request.when) time = occurrence(*alarm, *request.when, in);
  Arguments with = moment(time.value_or(alarm->promise.due), {}, in.now, in.settings.zone);
  result.steps.emplace_back(without(*alarm, time.value_or(alarm->promise.due), in));
  result.because.push_back(because(Faculty::Promises, phrase("because.promise_meant"), {of_message(alarm->id)}));
  result.done.push_back(phrase("alarm.skipped", std::move(with)));
  return result;
}

}  // namespace

bool rings_for(const Promising& in) {
  return std::ranges::any_of(in.memory.promises.all(), [&](const Promised& promised) {
    return has_rung(promised) && (is_aloud(promised) || is_here(promised.where, in));
  });
}

bool concerns_alarms(Intent intent) {
  return intent == Intent::SetAlarm || intent == Intent::CancelAlarm || intent == Intent::SnoozeAlarm ||
         intent == Intent::SkipAlarm || intent == Intent::StopAlarm;
}

Grounded ground_alarm(const flow::Request& request, const Promising& in) {
  switch (request.intent) {
    case Intent::SetAlarm:
      return set(request, in);
    case Intent::CancelAlarm:
      return cancel(request, Promise::Alarm, kWords, in);
    case Intent::SkipAlarm:
      return skip(request, in);
    case Intent::SnoozeAlarm:
      return snooze(request, in);
    default:
      return stop(in);
  }
}

}  // namespace hearth::decide
