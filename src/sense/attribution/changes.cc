#include "sense/attribution/changes.h"

#include <algorithm>

namespace hearth::sense {
namespace {

bool equal(Capability capability, const Value& a, const Value& b) {
  return home::same(a, b, home::facts(capability).tolerance);
}

Duration takes(const Expectation& expectation) { return from_seconds(std::clamp(expectation.over_s, 0.0, 86'400.0)); }

bool within(const Expectation& expectation, Time at, Duration grace) {
  return at >= expectation.sent && at <= expectation.sent + takes(expectation) + grace;
}

/// Strictly between where it was and where it should go.
bool on_the_way(const Change& change, const Value& to) {
  const double* from = std::get_if<double>(&change.before);
  const double* seen = std::get_if<double>(&change.after);
  const double* goal = std::get_if<double>(&to);
  if (from == nullptr || seen == nullptr || goal == nullptr) return false;
  return (*from < *seen && *seen < *goal) || (*from > *seen && *seen > *goal);
}

bool activates(Capability capability) { return capability == Capability::Scene || capability == Capability::Press; }

constexpr double kLongestStepSeconds = 1e9;  // thirty years: within Time's range from any sane clock

template <class T>
void keep_newest(std::vector<T>& list, size_t most) {
  if (list.size() > most) list.erase(list.begin(), list.end() - static_cast<ptrdiff_t>(most));
}

}  // namespace

bool may_be_set(Capability capability) {
  return (capability >= Capability::OnOff && capability <= Capability::Vacuum) || capability == Capability::Text;
}

void Changes::apply(const flow::Entry& entry) {
  last_.reset();
  if (const auto* command = std::get_if<flow::Command>(&entry.message)) {
    if (const auto* set = std::get_if<flow::Set>(&command->what)) expect(*command, *set, entry.at);
  } else if (const auto* seen = std::get_if<flow::Observation>(&entry.message)) {
    observe(*seen, entry.at);
  } else if (std::holds_alternative<flow::Started>(entry.message)) {
    state_.started = entry.at;
  } else if (const auto* step = std::get_if<flow::ClockStep>(&entry.message)) {
    shift(from_seconds(std::clamp(step->by_s, -kLongestStepSeconds, kLongestStepSeconds)));
  }
}

/// The wall clock was set; how long ago things were stays as it was.
void Changes::shift(Duration by) {
  for (Expectation& expectation : state_.expected) {
    expectation.sent += by;
    if (expectation.met) *expectation.met += by;
  }
  for (Unexplained& change : state_.unexplained) change.at += by;
  for (Held& held : state_.held) held.since += by;
  state_.started += by;
}

void Changes::expect(const flow::Command& command, const flow::Set& set, Time at) {
  forget(at);
  // Sent again after a crash: the newer one stands for both.
  std::erase_if(state_.expected, [&](const Expectation& e) {
    return e.plan == command.plan && e.step == command.step && e.entity == set.entity;
  });
  const Held* now = held(set.entity, set.capability);
  const bool already = now != nullptr && equal(set.capability, now->value, set.to);
  state_.expected.push_back({.command = command.head.id,
                             .plan = command.plan,
                             .step = command.step,
                             .entity = set.entity,
                             .capability = set.capability,
                             .to = set.to,
                             .over_s = set.over_s,
                             .sent = at,
                             .met = already ? std::optional(at) : std::nullopt});
  keep_newest(state_.expected, kMostExpected);
}

void Changes::observe(const flow::Observation& seen, Time at) {
  if (!seen.entity) return;
  if (seen.capability == Capability::Available) {
    const Held* before = held(seen.entity, seen.capability);
    const bool was_away = before != nullptr && before->value == Value(false);
    if (seen.value == Value(false) || was_away) hold(seen.entity, seen.capability, seen.value, at);
    return;
  }
  if (!may_be_set(seen.capability) || !home::known(seen.value)) return;
  const Held* before = held(seen.entity, seen.capability);
  Change change{.observation = seen.head.id,
                .entity = seen.entity,
                .capability = seen.capability,
                .before = before != nullptr ? before->value : Value(),
                .after = seen.value,
                .at = at,
                .confidence = seen.confidence,
                .hint = seen.cause_hint,
                .while_off = before != nullptr && before->since < state_.started && at < state_.started + kSinceStart};
  if (seen.retained) {
    hold(seen.entity, seen.capability, seen.value, at);
    return;
  }
  forget(at);
  // Compared with what was held when it last changed, so that a slow drift is noticed in the end.
  if (equal(seen.capability, change.before, seen.value) && !home::facts(seen.capability).momentary) {
    if (Expectation* asked = match_value(change)) meet(*asked, at);
    return;
  }
  if (!hold(seen.entity, seen.capability, seen.value, at)) return;
  match(change);
  last_ = std::move(change);
}

void Changes::forget(Time now) {
  std::erase_if(state_.expected, [&](const Expectation& e) { return !within(e, now, kEcho + kLateEcho); });
  std::erase_if(state_.unexplained, [&](const Unexplained& u) { return u.at + kTogether < now || u.at > now; });
}

/// The newest unanswered Set of that value.
Expectation* Changes::match_value(const Change& change) {
  const auto found = std::find_if(state_.expected.rbegin(), state_.expected.rend(), [&](const Expectation& e) {
    return !e.met && e.entity == change.entity && e.capability == change.capability &&
           equal(e.capability, e.to, change.after);
  });
  return found == state_.expected.rend() ? nullptr : &*found;
}

/// What was asked there well before is answered too: the device passed it by.
void Changes::meet(Expectation& asked, Time at) {
  for (Expectation& older : state_.expected) {
    const bool same_place = older.entity == asked.entity && older.capability == asked.capability;
    if (same_place && !older.met && older.sent + kBounce < asked.sent) older.met = at;
  }
  asked.met = at;
}

/// Matches by what was Set near it, where the value itself matches nothing.
bool Changes::match_place(Change& change) {
  const auto newest = [&](Match kind, auto&& fits) {
    const auto found = std::find_if(state_.expected.rbegin(), state_.expected.rend(), fits);
    if (found == state_.expected.rend()) return false;
    change.match = kind;
    change.expected = *found;
    return true;
  };
  const auto same_place = [&](const Expectation& e) {
    return e.entity == change.entity && e.capability == change.capability;
  };
  return newest(Match::OnTheWay,
                [&](const Expectation& e) {
                  return same_place(e) && !e.met && within(e, change.at, kEcho) && on_the_way(change, e.to);
                }) ||
         newest(Match::Bounce,
                [&](const Expectation& e) {
                  return same_place(e) && e.met && change.at >= *e.met && change.at <= *e.met + kBounce;
                }) ||
         newest(Match::Contrary,
                [&](const Expectation& e) { return same_place(e) && !e.met && within(e, change.at, kEcho); }) ||
         newest(Match::Follows,
                [&](const Expectation& e) {
                  return e.entity == change.entity && e.capability != change.capability &&
                         within(e, change.at, kFollows);
                }) ||
         newest(Match::FromScene, [&](const Expectation& e) {
           return e.entity != change.entity && activates(e.capability) && within(e, change.at, kFollows);
         });
}

void Changes::match(Change& change) {
  if (Expectation* asked = match_value(change)) {
    meet(*asked, change.at);
    change.match = within(*asked, change.at, kEcho) ? Match::Echo : Match::LateEcho;
    change.expected = *asked;
    return;
  }
  if (!match_place(change)) compare_unexplained(change);
}

void Changes::compare_unexplained(Change& change) {
  const Held* available = held(change.entity, Capability::Available);
  change.came_back = available != nullptr && available->value == Value(true) && change.at >= available->since &&
                     change.at <= available->since + kCameBack;
  std::erase_if(state_.unexplained, [&](const Unexplained& u) { return u.entity == change.entity; });
  change.together = state_.unexplained.size();
  state_.unexplained.push_back({change.entity, change.at});
  keep_newest(state_.unexplained, kMostUnexplained);
}

Held* Changes::held(EntityId entity, Capability capability) {
  const auto key = [](const Held& h) { return std::pair(h.entity, h.capability); };
  const auto place = std::ranges::lower_bound(state_.held, std::pair(entity, capability), {}, key);
  return place != state_.held.end() && key(*place) == std::pair(entity, capability) ? &*place : nullptr;
}

bool Changes::hold(EntityId entity, Capability capability, const Value& value, Time at) {
  if (Held* known = held(entity, capability)) {
    known->value = value;
    known->since = at;
    return true;
  }
  if (state_.held.size() >= kMostHeld) return false;
  const auto key = [](const Held& h) { return std::pair(h.entity, h.capability); };
  state_.held.insert(std::ranges::lower_bound(state_.held, std::pair(entity, capability), {}, key),
                     {entity, capability, value, at});
  return true;
}

const Change* Changes::change(MessageId observation) const {
  return last_ && last_->observation == observation ? &*last_ : nullptr;
}

std::string Changes::save() const { return memory::save_state(state_); }

Status Changes::restore(std::string_view bytes) {
  last_.reset();
  state_ = {};
  state_ = TRY(memory::restore_state<ChangesState>(name(), bytes));
  return ok();
}

}  // namespace hearth::sense
