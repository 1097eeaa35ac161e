#include "answer/home/promise_answerer.h"

#include <cmath>

#include "text/normalise.h"

namespace hearth::answer {
namespace {

using flow::Promise;
using memory::Promised;

const flow::Slot* slot_in(const flow::Request& request, std::string_view name) {
  return flow::find_slot(request, name);
}

double number_in(const flow::Request& request, std::string_view name) {
  const flow::Slot* slot = slot_in(request, name);
  const double* number = slot == nullptr ? nullptr : std::get_if<double>(&slot->value);
  return number == nullptr ? 0 : *number;
}

std::string words_of(const flow::Phrase& about) {
  for (const auto& [key, value] : about.with) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
  }
  return {};
}

std::string folded_slot(const flow::Request& request, std::string_view name) {
  const flow::Slot* slot = slot_in(request, name);
  if (slot == nullptr) return {};
  const auto* word = std::get_if<std::string>(&slot->value);
  return text::normalise(word == nullptr ? slot->spoken : *word);
}

bool is_meant(const flow::Request& request, const Promised& timer) {
  const std::string name = folded_slot(request, "name");
  if (!name.empty() && name != text::normalise(words_of(timer.promise.about))) return false;
  const double length = number_in(request, "start_hours") * 3600 + number_in(request, "start_minutes") * 60 +
                        number_in(request, "start_seconds");
  return length <= 0 || std::abs(length - timer.promise.seconds) < 0.5;
}

flow::Phrase left_of(const Promised& timer, Time now) {
  const double left = timer.paused ? timer.remaining_s : to_seconds(timer.promise.due - now);
  flow::Phrase phrase{timer.paused ? "timers.paused" : "timers.left", {{"left", std::max(left, 0.0)}}};
  phrase.with.emplace_back("seconds", timer.promise.seconds);
  if (std::string name = words_of(timer.promise.about); !name.empty())
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
    answer.evidence.push_back({flow::Evidence::Message, timer.id.value, words_of(timer.promise.about), 1});
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
    answer.words.with.emplace_back("item", words_of(item.promise.about));
    answer.evidence.push_back({flow::Evidence::Message, item.id.value, words_of(item.promise.about), 1});
    ++count;
  }
  answer.value = count;
  answer.words.with.emplace_back("count", count);
  if (count == 0) answer.words.key = "items.none";
}

}  // namespace

bool answer_from_promises(const flow::Request& request, const memory::Promises& promises, Time now,
                          flow::Answer& answer) {
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
  return false;
}

}  // namespace hearth::answer
