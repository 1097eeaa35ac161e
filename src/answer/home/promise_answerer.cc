#include "answer/home/promise_answerer.h"

#include <algorithm>
#include <cmath>

#include "answer/asked.h"
#include "text/normalise.h"

namespace hearth::answer {
namespace {

using flow::Promise;
using memory::Promised;

std::string folded_slot(const flow::Request& request, std::string_view name) {
  return text::normalise(word_in(request, name));
}

bool is_meant(const flow::Request& request, const Promised& timer) {
  const std::string name = folded_slot(request, "name");
  if (!name.empty() && name != text::normalise(literal_text(timer.promise.about))) return false;
  const double length = seconds_in(request, "start_").value_or(0);
  return length <= 0 || std::abs(length - timer.promise.seconds) < 0.5;
}

flow::Phrase left_of(const Promised& timer, Time now) {
  const double left = timer.paused ? timer.remaining_s : to_seconds(timer.promise.due - now);
  flow::Phrase phrase{timer.paused ? "timers.paused" : "timers.left", {{"left", std::max(left, 0.0)}}};
  phrase.with.emplace_back("seconds", timer.promise.seconds);
  if (std::string name = literal_text(timer.promise.about); !name.empty())
    phrase.with.emplace_back("name", std::move(name));
  return phrase;
}

void timers(const flow::Request& request, const memory::Promises& promises, Time now, flow::Answer& answer) {
  double count = 0;
  for (const Promised& timer : promises.all()) {
    if (timer.promise.kind != Promise::Timer || timer.rung || !is_meant(request, timer)) continue;
    flow::Phrase left = left_of(timer, now);
    if (count == 0) {
      answer.value = left.with.front().second;
      answer.words = std::move(left);
    } else {
      answer.assumptions.push_back(std::move(left));
    }
    answer.evidence.push_back({flow::Evidence::Message, timer.id.value, literal_text(timer.promise.about), 1});
    ++count;
  }
  if (count == 0) answer.words = {"timers.none", {}};
}

void items(const flow::Request& request, const memory::Promises& promises, flow::Answer& answer) {
  std::string list = folded_slot(request, "name");
  if (list.empty()) list = "shopping";
  answer.words = {"items.listed", {{"list", list}}};
  double count = 0;
  for (const Promised& item : promises.all()) {
    if (item.promise.kind != Promise::Item || item.promise.list != list) continue;
    answer.words.with.emplace_back("item", literal_text(item.promise.about));
    answer.evidence.push_back({flow::Evidence::Message, item.id.value, literal_text(item.promise.about), 1});
    ++count;
  }
  answer.value = count;
  answer.words.with.emplace_back("count", count);
  if (count == 0) answer.words.key = "items.none";
}

bool is_of(const Promised& promised, std::string_view kind) {
  const Promise::Kind is = promised.promise.kind;
  if (is == Promise::Item || promised.paused) return false;
  if (kind == "alarms") return is == Promise::Alarm;
  if (kind == "reminders") return is == Promise::Reminder;
  if (kind == "errands") return is == Promise::Errand || is == Promise::Ending;
  return true;
}

Time due_of(const Promised& promised) { return promised.again != kNever ? promised.again : promised.promise.due; }

std::string_view key_of(Promise::Kind kind) {
  switch (kind) {
    case Promise::Alarm:
      return "promised.alarm";
    case Promise::Reminder:
      return "promised.reminder";
    case Promise::Timer:
      return "promised.timer";
    default:
      return "promised.errand";
  }
}

flow::Phrase told(const Promised& promised, Time now, const calendar::Zone& home_zone) {
  flow::Phrase words{std::string(key_of(promised.promise.kind)), {}};
  const Time due = due_of(promised);
  if (due != kNever) {
    const calendar::Zone zone = calendar::Zone::find(promised.promise.zone).value_or(home_zone);
    add_moment(due, now, zone, words);
    words.with.emplace_back("rule", promised.promise.recurrence);
    words.with.emplace_back("left", to_seconds(due - now));
  }
  const flow::Phrase& about = promised.promise.about;
  if (!about.key.empty()) {
    words.with.emplace_back("reason", about.key);
    for (const auto& [key, value] : about.with) words.with.emplace_back("reason." + key, value);
  } else if (std::string name = literal_text(about); !name.empty()) {
    words.with.emplace_back("name", std::move(name));
  }
  if (promised.promise.to) words.with.emplace_back("person", static_cast<double>(promised.promise.to->value));
  words.with.emplace_back("seconds", promised.promise.seconds);
  return words;
}

/// What is promised, the soonest first; of "what's next?" the soonest alone.
void promised(std::string_view kind, const memory::Promises& promises, Time now, const calendar::Zone& zone,
              flow::Answer& answer) {
  std::vector<const Promised*> found;
  for (const Promised& one : promises.all()) {
    if (is_of(one, kind)) found.push_back(&one);
  }
  std::ranges::stable_sort(found, {}, [](const Promised* one) { return due_of(*one); });
  answer.value = static_cast<double>(found.size());
  answer.words = {"promised.none_" + std::string(kind), {}};
  if (found.empty()) return;
  constexpr size_t kTold = 10;  // more than these nobody can follow
  found.resize(std::min(found.size(), kind == "next" ? size_t{1} : kTold));
  answer.words = told(*found.front(), now, zone);
  for (const Promised* one : found) {
    if (one != found.front()) answer.assumptions.push_back(told(*one, now, zone));
    answer.evidence.push_back({flow::Evidence::Message, one->id.value, literal_text(one->promise.about), 1});
  }
}

}  // namespace

bool answer_from_promises(const flow::Request& request, const memory::Promises& promises, Time now,
                          const calendar::Zone& zone, flow::Answer& answer) {
  if (!request.question) return false;
  answer.confidence = 0.95F;
  if (request.question->kind == "timers") {
    timers(request, promises, now, answer);
    return true;
  }
  if (request.question->kind == "list") {
    items(request, promises, answer);
    return true;
  }
  for (const std::string_view known : {"alarms", "reminders", "errands", "next"}) {
    if (request.question->kind != known) continue;
    promised(known, promises, now, zone, answer);
    return true;
  }
  return false;
}

}  // namespace hearth::answer
