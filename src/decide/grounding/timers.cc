#include "decide/grounding/timers.h"

#include <cmath>

#include "decide/promising/moments.h"
#include "text/normalise.h"

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Intent;
using flow::Promise;
using memory::Promised;

/// What tells a timer from others in words: its name, or how long it was set for.
Arguments told_apart(const Promise& timer) {
  Arguments with{{"seconds", timer.seconds}};
  if (std::string name = literal_text(timer.about); !name.empty()) with.emplace_back("name", std::move(name));
  return with;
}

Promise timer_change(const Promised& timer, Promise::Change change, double seconds = 0) {
  Promise promise;
  promise.kind = Promise::Timer;
  promise.change = change;
  promise.changes = timer.id;
  promise.changes_step = timer.step;
  promise.seconds = seconds;
  promise.about = timer.promise.about;
  return promise;
}

/// "The kitchen timer" is the one that was asked for in the kitchen.
bool asked_there(const Promised& timer, const flow::Request& request, const home::Home& home) {
  const flow::Slot* area = flow::find_slot(request, "area");
  if (area == nullptr || area->spoken.empty()) return true;
  const home::Device* device = home.device(timer.where.device);
  return device != nullptr && device->area && device->area == home.find_area(word_in(request, "area"));
}

/// The timers that the words may mean. A paused one cannot be paused again, a running one not resumed.
std::vector<const Promised*> timers_meant(const flow::Request& request, const memory::Promises& promises,
                                          const home::Home& home) {
  const flow::Slot* named = flow::find_slot(request, "name");
  const std::optional<double> length = seconds_in(request, "start_");
  std::vector<const Promised*> found;
  for (const Promised& promised : promises.all()) {
    if (promised.promise.kind != Promise::Timer || promised.rung) continue;
    if (request.intent == Intent::PauseTimer && promised.paused) continue;
    if (request.intent == Intent::UnpauseTimer && !promised.paused) continue;
    if (named != nullptr &&
        text::normalise(word_in(request, "name")) != text::normalise(literal_text(promised.promise.about))) {
      continue;
    }
    if (length && std::abs(promised.promise.seconds - *length) > 0.5) continue;
    if (!asked_there(promised, request, home)) continue;
    found.push_back(&promised);
  }
  return found;
}

Grounded start(const flow::Request& request, const Promising& in) {
  Grounded result;
  std::optional<double> seconds = seconds_in(request);
  if (!seconds && request.when) {  // "a timer until seven"
    result.ask = ask_when(request, "ask.when_errand", in.now, in.ask_until(), in.settings.zone);
    if (result.ask) {
      result.because.push_back(because(Faculty::DialoguePolicy, phrase("because.which_time")));
      return result;
    }
    seconds = to_seconds(due_of(*request.when, in.now) - in.now);
  }
  if (!seconds || *seconds <= 0) {
    result.because.push_back(
        because(Faculty::DialoguePolicy, phrase("because.missing", {{"slot", std::string("duration")}})));
    result.ask = ask_value(request, "duration", in.ask_until());
    return result;
  }
  Promise promise;
  promise.kind = Promise::Timer;
  promise.seconds = *seconds;
  promise.due = in.now + from_seconds(*seconds);
  if (std::string name = word_in(request, "name"); !name.empty()) promise.about = flow::literal(std::move(name));
  result.done.push_back(phrase("timer.started", told_apart(promise)));
  result.steps.emplace_back(std::move(promise));
  result.because.push_back(because(Faculty::Promises, phrase("because.timer", {{"seconds", *seconds}})));
  return result;
}

Grounded cancel_all(const std::vector<const Promised*>& timers) {
  Grounded result;
  for (const Promised* timer : timers) result.steps.emplace_back(timer_change(*timer, Promise::Cancel));
  if (result.steps.empty()) return Grounded::refusal(Faculty::Promises, phrase("timer.none"));
  const auto count = static_cast<double>(result.steps.size());
  result.done.push_back(phrase("timer.cancelled_all", {{"count", count}}));
  result.because.push_back(because(Faculty::Promises, phrase("because.all_timers", {{"count", count}})));
  return result;
}

void change(const flow::Request& request, const Promised& timer, double seconds, Grounded& result) {
  Arguments with = told_apart(timer.promise);
  if (seconds != 0) with.emplace_back("by", std::abs(seconds));
  switch (request.intent) {
    case Intent::CancelTimer:
      result.steps.emplace_back(timer_change(timer, Promise::Cancel));
      result.done.push_back(phrase("timer.cancelled", std::move(with)));
      break;
    case Intent::PauseTimer:
      result.steps.emplace_back(timer_change(timer, Promise::Pause));
      result.done.push_back(phrase("timer.paused", std::move(with)));
      break;
    case Intent::UnpauseTimer:
      result.steps.emplace_back(timer_change(timer, Promise::Resume));
      result.done.push_back(phrase("timer.resumed", std::move(with)));
      break;
    default:
      result.steps.emplace_back(timer_change(timer, Promise::Extend, seconds));
      result.done.push_back(phrase(seconds >= 0 ? "timer.extended" : "timer.shortened", std::move(with)));
      break;
  }
  result.because.push_back(
      because(Faculty::Promises, phrase("because.timer_meant", told_apart(timer.promise)), {of_message(timer.id)}));
}

}  // namespace

Grounded ground_timer(const flow::Request& request, const Promising& in) {
  const memory::Promises& promises = in.memory.promises;
  const home::Home& home = *in.memory.present.home();
  if (request.intent == Intent::StartTimer) return start(request, in);
  if (request.intent == Intent::CancelAllTimers) return cancel_all(timers_meant(request, promises, home));
  const bool lengthens = request.intent == Intent::IncreaseTimer || request.intent == Intent::DecreaseTimer;
  const std::optional<double> by = seconds_in(request);
  Grounded result;
  if (lengthens && !by) {
    result.because.push_back(
        because(Faculty::DialoguePolicy, phrase("because.missing", {{"slot", std::string("duration")}})));
    result.ask = ask_value(request, "duration", in.ask_until());
    return result;
  }
  const std::vector<const Promised*> found = timers_meant(request, promises, home);
  if (found.empty()) return Grounded::refusal(Faculty::Promises, phrase("timer.none_such"));
  if (found.size() > 1) {
    std::vector<flow::Phrase> choices;
    for (const Promised* timer : found) choices.push_back(phrase("choice.timer", told_apart(timer->promise)));
    result.because.push_back(because(Faculty::DialoguePolicy,
                                     phrase("because.several_timers", {{"count", static_cast<double>(found.size())}})));
    result.ask = ask_which(request, std::move(choices), in.ask_until());
    return result;
  }
  const double seconds = request.intent == Intent::DecreaseTimer ? -by.value_or(0) : by.value_or(0);
  change(request, *found.front(), lengthens ? seconds : 0, result);
  return result;
}

}  // namespace hearth::decide
