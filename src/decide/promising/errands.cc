#include "decide/promising/errands.h"

#include <algorithm>

#include "decide/grounding/acts.h"
#include "decide/grounding/wishes.h"
#include "decide/promising/moments.h"
#include "decide/promising/reminders.h"
#include "decide/safety/guard.h"

namespace hearth::decide {
namespace {

using flow::Faculty;
using flow::Promise;
using flow::When;
using home::Capability;

constexpr CancelWords kWords{"errand.none",    "errand.cancelled", "errand.cancelled_all",
                             "errand.skipped", "ask.which_errand", "choice.errand"};

/// What was so before: off again, closed again, as bright as it was. Unknown: nobody knows the way back.
home::Value opposite(const flow::Set& set, const memory::Present& present) {
  const bool* yes = std::get_if<bool>(&set.to);
  if (yes != nullptr && !home::facts(set.capability).momentary) return !*yes;
  const double* number = std::get_if<double>(&set.to);
  if (set.capability == Capability::Position && number != nullptr && (*number <= 0 || *number >= 100)) {
    return 100 - *number;
  }
  if (set.to == home::Value(std::string("playing"))) return std::string("paused");
  if (set.to == home::Value(std::string("paused"))) return std::string("playing");
  if (home::facts(set.capability).momentary) return {};
  return present.value(set.entity, set.capability);
}

/// The Sets that take these back. A lamp that they light goes dark again, whatever else was set of it.
std::vector<flow::Step> way_back(const std::vector<flow::Step>& steps, const memory::Present& present) {
  std::vector<flow::Step> back;
  std::vector<home::EntityId> dark;
  for (const flow::Step& step : steps) {
    const auto* set = std::get_if<flow::Set>(&step);
    if (set == nullptr || std::ranges::find(dark, set->entity) != dark.end()) continue;
    const bool was_off = present.state(set->entity, Capability::OnOff).value == home::Value(false);
    const bool lights = set->capability == Capability::OnOff || set->capability == Capability::Brightness;
    if (was_off && lights && set->to != home::Value(false)) {
      dark.push_back(set->entity);
      back.emplace_back(flow::Set{set->entity, Capability::OnOff, false, 0});
      continue;
    }
    const home::Value to = opposite(*set, present);
    if (home::known(to)) back.emplace_back(flow::Set{set->entity, set->capability, to, 0});
  }
  return back;
}

/// As if each had been tapped: absolute, and decided anew when it is due.
std::vector<flow::Request> as_requests(const std::vector<flow::Step>& sets) {
  std::vector<flow::Request> requests;
  for (const flow::Step& step : sets) {
    const auto& set = std::get<flow::Set>(step);
    flow::Request request;
    request.intent = flow::Intent::Set;
    request.targets = {set.entity};
    const std::string capability(home::facts(set.capability).name);
    request.slots = {{"capability", {}, capability, {}}, {"value", {}, set.to, {}}};
    requests.push_back(std::move(request));
  }
  return requests;
}

/// What is said and asked of a promise to do something.
void say_promise(const Promise& promise, const std::vector<flow::Step>& sets, const Promising& in, Grounded& result) {
  Arguments with = moment(promise.due, promise.recurrence, in.now, in.settings.zone);
  Arguments asked = with;
  add_reason(promise.about, with);
  result.because.push_back(because(Faculty::Promises, phrase("because.promise_time", with)));
  result.done.push_back(phrase("errand.at", std::move(with)));
  add_reason(confirm_phrase(sets), asked);
  result.confirm = phrase("errand.confirm", std::move(asked));
}

Grounded until(const flow::Request& request, Grounded would, const Promising& in) {
  std::vector<flow::Step> back = way_back(would.steps, in.memory.present);
  would.done = done_phrases(would.steps);
  if (back.empty()) return Grounded::refusal(Faculty::Promises, phrase("errand.no_way_back"));
  Promise ending = promise_for(Promise::Ending, *request.when, in.now, in.settings.zone);
  if (ending.due <= in.now) return Grounded::refusal(Faculty::Promises, phrase("promise.past"));
  ending.recurrence.clear();
  ending.requests = as_requests(back);
  ending.tier = tier_of(back, *in.memory.present.home(), in.settings.heat_above);
  ending.about = future_phrase(back);
  say_promise(ending, back, in, would);
  would.steps.emplace_back(std::move(ending));
  would.later = std::move(back);
  would.implied = true;
  return would;
}

Grounded later(const flow::Request& request, Grounded would, const Promising& in,
               const std::optional<flow::Trigger>& trigger) {
  Promise errand;
  if (trigger) {
    errand.kind = Promise::Errand;
    errand.due = kNever;
    errand.trigger = trigger;
  } else {
    errand = promise_for(Promise::Errand, *request.when, in.now, in.settings.zone);
    if (errand.due <= in.now) return Grounded::refusal(Faculty::Promises, phrase("promise.past"));
  }
  flow::Request then = request;
  then.when.reset();
  std::erase_if(then.slots, [](const flow::Slot& slot) { return slot.name.starts_with("event"); });
  if (!trigger && request.when->role == When::Between) {
    then.when = request.when;
    then.when->role = When::For;
    then.when->seconds = to_seconds(request.when->to - request.when->from);
    then.when->recurrence.clear();
  }
  errand.requests = {std::move(then)};
  errand.tier = tier_of(would.steps, *in.memory.present.home(), in.settings.heat_above);
  errand.about = would.steps.empty() ? phrase("later.several") : future_phrase(would.steps);
  if (would.steps.empty()) {
    for (const home::EntityId target : request.targets) errand.about.with.push_back(named(target));
  }
  Grounded result;
  result.because = std::move(would.because);
  result.remembered = would.remembered;
  result.later = std::move(would.steps);
  if (trigger) {
    Arguments with = event_words(request, *trigger);
    add_reason(errand.about, with);
    result.because.push_back(because(Faculty::Promises, phrase("because.promise_event", with)));
    result.done.push_back(phrase("errand.when", std::move(with)));
    result.confirm = confirm_phrase(result.later);
  } else {
    say_promise(errand, result.later, in, result);
  }
  result.steps.emplace_back(std::move(errand));
  return result;
}

}  // namespace

bool is_put_off(const flow::Request& request) {
  return flow::sets_things(request.intent) && (request.when || flow::find_slot(request, "event") != nullptr);
}

bool may_pass(const flow::Phrase& problem) {
  return problem.key == "decline.unavailable" || problem.key == "decline.already_highest" ||
         problem.key == "decline.already_lowest" || problem.key == "decline.unknown_state";
}

Grounded put_off(const flow::Request& request, Grounded would, const Promising& in) {
  std::optional<flow::Phrase> problem;
  const std::optional<flow::Trigger> trigger = trigger_of(request, in, problem);
  if (problem) return Grounded::refusal(Faculty::Promises, std::move(*problem));
  const bool ends = !trigger && (request.when->role == When::Until || request.when->role == When::For);
  return ends ? until(request, std::move(would), in) : later(request, std::move(would), in, trigger);
}

Grounded ground_errand(const flow::Request& request, const Promising& in) {
  return cancel(request, Promise::Errand, kWords, in);
}

flow::Phrase future_phrase(const std::vector<flow::Step>& steps) {
  constexpr std::string_view kAsks = "confirm.";
  flow::Phrase future = confirm_phrase(steps);
  future.key = "later." + future.key.substr(kAsks.size());
  return future;
}

void add_reason(const flow::Phrase& what, Arguments& with) {
  with.emplace_back("reason", what.key);
  for (const auto& [key, value] : what.with) with.emplace_back("reason." + key, value);
}

}  // namespace hearth::decide
