#include "decide/promising/meant.h"

#include <algorithm>

#include "calendar/recurrence.h"
#include "decide/promising/moments.h"
#include "text/normalise.h"

namespace hearth::decide {
namespace {

using flow::Promise;
using memory::Promised;

double number_of(const Promised& promised) {
  return static_cast<double>(promised.id.value) * 65536 + static_cast<double>(promised.step);
}

calendar::Zone zone_of(const Promised& promised, const Promising& in) {
  return calendar::Zone::find(promised.promise.zone).value_or(in.settings.zone);
}

/// The same but for the days that are left out.
bool is_rule(const std::string& spoken, const std::string& promised) {
  Result<calendar::Recurrence> one = calendar::Recurrence::parse(spoken);
  Result<calendar::Recurrence> other = calendar::Recurrence::parse(promised);
  if (!one || !other) return false;
  one->except.clear();
  other->except.clear();
  return *one == *other;
}

/// The first time at or after `from`. `due` is the next that comes, so only what lies behind it is asked of the rule.
std::optional<Time> first_from(const Promised& promised, Time from, const calendar::Zone& zone) {
  if (promised.promise.due >= from) return promised.promise.due;
  const Result<calendar::Recurrence> rule = calendar::Recurrence::parse(promised.promise.recurrence);
  if (promised.promise.recurrence.empty() || !rule) return std::nullopt;
  return rule->next_after(from - Duration(1), zone.to_civil(promised.first), zone);
}

/// A part of a day is taken as of one day: whoever means all mornings says so.
bool names_day(const flow::When& when) { return when.dated || is_vague(when); }

/// Of what comes round again, the one time that was named by its day.
std::optional<Time> only_time(const Promised& promised, const flow::Request& request, const Promising& in) {
  if (!request.when || !names_day(*request.when) || !request.when->recurrence.empty()) return std::nullopt;
  if (promised.promise.recurrence.empty()) return std::nullopt;
  return occurrence(promised, *request.when, in);
}

Arguments described_at(const Promised& promised, Time time, const Promising& in) {
  Arguments with = moment(time, {}, in.now, zone_of(promised, in));
  for (auto& [key, value] : described(promised, in)) {
    if (key != "clock" && key != "days" && key != "rule") with.emplace_back(std::move(key), std::move(value));
  }
  return with;
}

bool is_called(const Promised& promised, const std::string& words) {
  const std::string own = text::normalise(literal_text(promised.promise.about));
  return own == words || (" " + own + " ").find(" " + words + " ") != std::string::npos;
}

}  // namespace

Arguments described(const Promised& promised, const Promising& in) {
  Arguments with;
  const Time due = promised.again != kNever ? promised.again : promised.promise.due;
  if (due != kNever) with = moment(due, promised.promise.recurrence, in.now, zone_of(promised, in));
  if (std::string name = literal_text(promised.promise.about); !name.empty())
    with.emplace_back("name", std::move(name));
  const flow::Phrase& about = promised.promise.about;
  if (!about.key.empty()) {
    with.emplace_back("reason", about.key);
    for (const auto& [key, value] : about.with) with.emplace_back("reason." + key, value);
  }
  return with;
}

bool is_here(const flow::Address& there, const Promising& in) {
  if (there.door == in.where.door && there.device == in.where.device) return true;
  const home::Device* device = in.memory.present.home()->device(there.device);
  return device != nullptr && device->area && device->area == in.speaker.area;
}

Promise change_of(const Promised& promised, Promise::Change change) {
  Promise step;
  step.kind = promised.promise.kind;
  step.change = change;
  step.changes = promised.id;
  step.changes_step = promised.step;
  step.about = promised.promise.about;
  return step;
}

std::optional<Time> occurrence(const Promised& promised, const flow::When& when, const Promising& in) {
  if (promised.promise.due == kNever) return std::nullopt;
  if (!when.recurrence.empty() && !is_rule(when.recurrence, promised.promise.recurrence)) return std::nullopt;
  const calendar::Zone zone = zone_of(promised, in);
  const bool dated = names_day(when);
  if (is_vague(when)) {
    // "Next week" of what comes every day: neither one time of it nor all that it is.
    if (when.grain > flow::When::Day && !promised.promise.recurrence.empty()) return std::nullopt;
    const std::optional<Time> time = first_from(promised, when.from, zone);
    return time && *time < when.to ? time : std::nullopt;
  }
  std::vector<Time> times{flow::moment_of(when)};
  times.insert(times.end(), when.others.begin(), when.others.end());
  for (const Time said : times) {
    const calendar::CivilTime wanted = zone.to_civil(said);
    const Time minute = std::chrono::floor<std::chrono::minutes>(said);
    const std::optional<Time> time = dated ? first_from(promised, minute, zone) : promised.promise.due;
    if (!time) continue;
    const calendar::CivilTime is = zone.to_civil(*time);
    const bool that_day = !dated || calendar::day_number(is) == calendar::day_number(wanted);
    if (that_day && is.hour == wanted.hour && is.minute == wanted.minute) return time;
  }
  return std::nullopt;
}

Promise without(const Promised& promised, Time time, const Promising& in) {
  Result<calendar::Recurrence> rule = calendar::Recurrence::parse(promised.promise.recurrence);
  if (promised.promise.recurrence.empty() || !rule) return change_of(promised, Promise::Cancel);
  const calendar::Zone zone = zone_of(promised, in);
  rule->except.push_back({zone.to_civil(time), calendar::Recurrence::Moment::Civil});
  std::optional<Time> next = promised.promise.due;
  if (next == time) next = rule->next_after(std::max(in.now, time), zone.to_civil(promised.first), zone);
  if (!next) return change_of(promised, Promise::Cancel);
  Promise step = change_of(promised, Promise::Skip);
  step.recurrence = to_string(*rule);
  step.due = *next;
  return step;
}

std::vector<const Promised*> meant(const flow::Request& request, Promise::Kind kind, const Promising& in) {
  std::vector<const Promised*> found;
  const std::optional<double> chosen = number_in(request, "promise");
  const std::string name = text::normalise(word_in(request, "name"));
  for (const Promised& promised : in.memory.promises.all()) {
    if (promised.promise.kind != kind) continue;
    if (chosen && number_of(promised) != *chosen) continue;
    if (!name.empty() && !is_called(promised, name)) continue;
    if (request.when && !occurrence(promised, *request.when, in)) continue;
    found.push_back(&promised);
  }
  return found;
}

bool may_change(const Promising& in, const Promised& promised) {
  if (is_grown_up(in.speaker.role) || !promised.person || promised.person == in.speaker.person) return true;
  const bool lives_here = in.speaker.role == home::Role::Child;
  if (promised.promise.kind == Promise::Item) return lives_here;
  return promised.promise.kind == Promise::Timer && (lives_here || is_here(promised.where, in));
}

bool concerns_others(const std::vector<flow::Step>& steps, const Promising& in) {
  const auto others = [&](const flow::Step& step) {
    const auto* change = std::get_if<Promise>(&step);
    if (change == nullptr || change->change == Promise::Begin) return false;
    if (change->change == Promise::Stop || change->change == Promise::Snooze) return false;
    return std::ranges::any_of(in.memory.promises.all(), [&](const Promised& known) {
      const bool this_one = change->changes_step == Promise::kEveryStep || change->changes_step == known.step;
      const bool meant = known.id == change->changes && known.promise.kind == change->kind && this_one;
      return meant && !may_change(in, known);
    });
  };
  return std::ranges::any_of(steps, others);
}

const Promised* only_one(std::vector<const Promised*> found, const flow::Request& request, const CancelWords& words,
                         const Promising& in, Grounded& otherwise) {
  if (found.empty()) {
    otherwise = Grounded::refusal(flow::Faculty::Promises, phrase(words.none));
    return nullptr;
  }
  const bool forbidden = std::ranges::none_of(found, [&](const Promised* one) { return may_change(in, *one); });
  if (forbidden) {
    otherwise = Grounded::refusal(flow::Faculty::Safety, phrase("decline.not_yours"));
    return nullptr;
  }
  std::erase_if(found, [&](const Promised* one) { return !may_change(in, *one); });
  if (found.size() == 1) return found.front();
  flow::Ask ask;
  ask.words = phrase(words.which, {{"count", static_cast<double>(found.size())}});
  for (const Promised* one : found) {
    Arguments with = described(*one, in);
    with.emplace_back("promise", number_of(*one));
    ask.choices.push_back(phrase(words.choice, std::move(with)));
  }
  ask.hole = request;
  ask.slot = "name";
  ask.until = in.ask_until();
  otherwise.ask = std::move(ask);
  otherwise.because.push_back(because(flow::Faculty::DialoguePolicy,
                                      phrase("because.several", {{"count", static_cast<double>(found.size())}})));
  return nullptr;
}

Grounded cancel(const flow::Request& request, Promise::Kind kind, const CancelWords& words, const Promising& in) {
  Grounded result;
  std::vector<const Promised*> found = meant(request, kind, in);
  if (request.response != "all" || found.empty()) {
    const Promised* one = only_one(std::move(found), request, words, in, result);
    if (one == nullptr) return result;
    const std::optional<Time> time = only_time(*one, request, in);
    result.done.push_back(time ? phrase(words.skipped, described_at(*one, *time, in))
                               : phrase(words.done, described(*one, in)));
    result.steps.emplace_back(time ? without(*one, *time, in) : change_of(*one, Promise::Cancel));
    result.because.push_back(because(flow::Faculty::Promises, phrase("because.promise_meant"), {of_message(one->id)}));
    return result;
  }
  std::erase_if(found, [&](const Promised* one) { return !may_change(in, *one); });
  if (found.empty()) return Grounded::refusal(flow::Faculty::Safety, phrase("decline.not_yours"));
  std::vector<flow::Evidence> evidence;
  for (const Promised* one : found) {
    const std::optional<Time> time = only_time(*one, request, in);
    result.steps.emplace_back(time ? without(*one, *time, in) : change_of(*one, Promise::Cancel));
    evidence.push_back(of_message(one->id));
  }
  result.done.push_back(phrase(words.all, {{"count", static_cast<double>(found.size())}}));
  result.because.push_back(because(flow::Faculty::Promises, phrase("because.promise_meant"), std::move(evidence)));
  return result;
}

}  // namespace hearth::decide
