#include "act/promises/alarm_clock.h"

namespace hearth::act {
namespace {

/// Later than this is worth an apology.
constexpr Duration kLate = std::chrono::seconds(30);

std::string_view key_of(flow::Promise::Kind kind, bool late) {
  switch (kind) {
    case flow::Promise::Alarm:
      return late ? "ring.alarm_late" : "ring.alarm";
    case flow::Promise::Reminder:
      return late ? "ring.reminder_late" : "ring.reminder";
    default:
      return late ? "ring.timer_late" : "ring.timer";
  }
}

}  // namespace

bool rings(const memory::Promised& promised) {
  return promised.promise.kind != flow::Promise::Item && !promised.paused && !promised.rung;
}

std::string episode_of(const memory::Promised& promised) {
  return "promise." + std::to_string(promised.id.value) + "." + std::to_string(promised.step);
}

const memory::Promised* find(const memory::Promises& promises, std::string_view episode) {
  for (const memory::Promised& promised : promises.all()) {
    if (episode_of(promised) == episode) return &promised;
  }
  return nullptr;
}

flow::Proposal ring(const memory::Promised& promised, Time now) {
  const Duration late = now - promised.promise.due;
  flow::Phrase words;
  words.key = std::string(key_of(promised.promise.kind, late > kLate));
  words.with.emplace_back("seconds", promised.promise.seconds);
  for (const auto& [key, value] : promised.promise.about.with) {
    if (key == "text") words.with.emplace_back("name", value);
  }
  if (late > kLate) words.with.emplace_back("late", to_seconds(late));
  flow::Proposal proposal;
  proposal.kind = flow::Proposal::Ring;
  proposal.episode = episode_of(promised);
  proposal.head.from = {promised.id};
  proposal.head.because.push_back({flow::Faculty::Promises,
                                   {"because.due", {{"late", to_seconds(late)}}},
                                   {{flow::Evidence::Message, promised.id.value, {}, 1}},
                                   1});
  proposal.to = promised.where;
  proposal.benefit = 1;
  proposal.steps = {flow::Say{std::move(words)}};
  return proposal;
}

}  // namespace hearth::act
