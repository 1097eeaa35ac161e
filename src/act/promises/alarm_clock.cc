#include "act/promises/alarm_clock.h"

#include <algorithm>
#include <cmath>

#include "calendar/recurrence.h"

namespace hearth::act {
namespace {

using flow::Promise;
using home::Capability;

/// Later than this is worth an apology.
constexpr Duration kLate = std::chrono::seconds(30);
/// Nobody needs to be woken that long after the time.
constexpr Duration kTooLateToWake = std::chrono::minutes(30);
constexpr Duration kAlarmRepeats = std::chrono::minutes(1);
constexpr uint16_t kAlarmRings = 10;
constexpr double kLouderBy = 15;  // percentage points a ring
constexpr uint16_t kReminderRings = 3;

std::string_view key_of(Promise::Kind kind, bool late) {
  switch (kind) {
    case Promise::Alarm:
      return late ? "ring.alarm_late" : "ring.alarm";
    case Promise::Reminder:
      return late ? "ring.reminder_late" : "ring.reminder";
    default:
      return late ? "ring.timer_late" : "ring.timer";
  }
}

/// Where the rule is counted from. A clock that shows a time before the promise was made has been set back since, and
/// the rule has to come round all the same: its start is put back by whole steps of it.
calendar::CivilTime start_of(const memory::Promised& promised, const calendar::Recurrence& rule,
                             const calendar::Zone& zone, Time after) {
  using calendar::Recurrence;
  constexpr int kMostSteps = 12, kLeapYears = 4;
  const calendar::CivilTime start = zone.to_civil(promised.first);
  if (after >= promised.begun || rule.count || rule.interval > kMostSteps) return start;
  calendar::CivilTime earlier = start;
  if (rule.frequency >= Recurrence::Monthly) {
    earlier.year -= kLeapYears * rule.interval;  // so that 29 February and the 31st stay days
    return earlier;
  }
  const auto days_back = std::chrono::ceil<std::chrono::days>(promised.first - after).count();
  const int step = rule.interval * (rule.frequency == Recurrence::Weekly ? 7 : 1);
  const auto steps = days_back / step + 1;
  return calendar::add_days(start, -steps * step);
}

/// The first time after `after` that its rule comes round; kNever: it was for once.
Time comes_round(const memory::Promised& promised, Time after) {
  if (promised.promise.recurrence.empty()) return kNever;
  const Result<calendar::Recurrence> rule = calendar::Recurrence::parse(promised.promise.recurrence);
  const Result<calendar::Zone> zone = calendar::Zone::find(promised.promise.zone);
  if (!rule || !zone) return kNever;
  return rule->next_after(after, start_of(promised, *rule, *zone, after), *zone).value_or(kNever);
}

/// When it rings once more though it has just rung; kNever: this was the last time.
Time again_after(const memory::Promised& promised, Duration late, Time now) {
  const auto rung = static_cast<uint16_t>(promised.rings + 1);
  if (promised.promise.kind == Promise::Alarm) {
    return rung >= kAlarmRings || late > kTooLateToWake ? kNever : now + kAlarmRepeats;
  }
  if (promised.promise.kind == Promise::Reminder) {
    return rung >= kReminderRings ? kNever : now + std::chrono::minutes(5 * rung);
  }
  return kNever;
}

/// Where the one whom it is for is mostly spoken to, else where it was asked for.
flow::Address place_of(const memory::Promised& promised, const home::Home& home) {
  if (!promised.promise.to || promised.promise.to == promised.person) return promised.where;
  for (const home::Satellite& satellite : home.satellites) {
    if (satellite.usual != promised.promise.to || !satellite.speaker) continue;
    const home::Device* device = home.device(satellite.device);
    if (device != nullptr) return {device->door, satellite.device, {}, 0};
  }
  return promised.where;
}

/// A player in the room, somewhat louder than it is now.
std::optional<flow::Set> louder(const flow::Address& where, const memory::Present& present) {
  const home::Home& home = *present.home();
  const home::Device* device = home.device(where.device);
  if (device == nullptr || !device->area) return std::nullopt;
  for (const home::EntityId id : home.in_area(device->area)) {
    const home::Entity* entity = home.entity(id);
    const home::Trait* volume = home.trait(id, Capability::Volume);
    if (entity->kind != "media_player" || volume == nullptr || !volume->settable || !present.available(id)) continue;
    const home::Value is = present.value(id, Capability::Volume);
    const double* percent = std::get_if<double>(&is);
    if (percent == nullptr || *percent >= 100) return std::nullopt;
    return flow::Set{id, Capability::Volume, std::min(100.0, *percent + kLouderBy), 0};
  }
  return std::nullopt;
}

flow::Phrase words_of(const memory::Promised& promised, Duration late) {
  flow::Phrase words;
  words.key = std::string(key_of(promised.promise.kind, late > kLate));
  words.with.emplace_back("seconds", promised.promise.seconds);
  for (const auto& [key, value] : promised.promise.about.with) {
    if (key == "text") words.with.emplace_back("name", value);
  }
  if (promised.promise.to) words.with.emplace_back("person", static_cast<double>(promised.promise.to->value));
  if (promised.rings > 0) words.with.emplace_back("again", true);
  if (late > kLate) words.with.emplace_back("late", to_seconds(late));
  return words;
}

/// The same words at every other satellite that can speak.
void tell_other_rooms(const flow::Proposal& told, const home::Home& home, std::vector<flow::Proposal>& all) {
  for (const home::Satellite& satellite : home.satellites) {
    const home::Device* device = home.device(satellite.device);
    if (!satellite.speaker || device == nullptr || satellite.device == told.to.device) continue;
    flow::Proposal elsewhere = told;
    elsewhere.episode += ".in." + std::to_string(satellite.device.value);
    elsewhere.to = {device->door, satellite.device, {}, 0};
    elsewhere.language = satellite.language;
    all.push_back(std::move(elsewhere));
  }
}

}  // namespace

bool rings(const memory::Promised& promised) {
  return promised.promise.kind != Promise::Item && !promised.paused && next_ring(promised, promised.begun) != kNever;
}

Time next_ring(const memory::Promised& promised, Time after) {
  if (promised.paused) return kNever;
  if (promised.rung || promised.again != kNever) return promised.again;
  const Time due = promised.promise.due;
  return due <= after ? due : std::min(due, comes_round(promised, after));
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

std::vector<flow::Proposal> ring(const memory::Promised& promised, const memory::Present& present, Time now) {
  const bool first = promised.rings == 0;
  const bool by_itself = promised.promise.due != kNever && first && !promised.promise.trigger;
  const Duration late = by_itself ? std::max(Duration{}, now - promised.promise.due) : Duration{};
  const home::Home& home = *present.home();
  flow::Proposal proposal;
  proposal.kind = flow::Proposal::Ring;
  proposal.episode = episode_of(promised);
  proposal.head.from = {promised.id};
  proposal.head.because.push_back({flow::Faculty::Promises,
                                   {"because.due", {{"late", to_seconds(late)}}},
                                   {{flow::Evidence::Message, promised.id.value, {}, 1}},
                                   1});
  proposal.to = place_of(promised, home);
  proposal.person = promised.person;
  proposal.language = promised.language;
  proposal.benefit = 1;
  proposal.again = again_after(promised, late, now);
  proposal.next = first ? comes_round(promised, now) : promised.next;
  if (promised.promise.kind == Promise::Errand || promised.promise.kind == Promise::Ending) {
    proposal.steps = {promised.promise};
    return {std::move(proposal)};
  }
  proposal.steps = {flow::Say{words_of(promised, late)}};
  if (promised.promise.kind == Promise::Alarm && !first) {
    if (auto set = louder(proposal.to, present)) proposal.steps.emplace_back(*set);
  }
  const bool ignored = promised.promise.kind == Promise::Reminder && promised.rings + 1 >= kReminderRings;
  std::vector<flow::Proposal> told{proposal};
  if (ignored) tell_other_rooms(proposal, home, told);
  return told;
}

}  // namespace hearth::act
