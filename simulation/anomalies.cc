#include "simulation/anomalies.h"

#include <algorithm>

namespace hearth::simulation {

using home::Capability;
using home::Value;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Kind = DescribedDevice::Kind;

Anomalies::Anomalies(Surroundings& around, Devices& devices, People& people, Truth& truth, const Residents& residents,
                     const Days& days, const Weather& weather)
    : around_(around),
      devices_(devices),
      people_(people),
      truth_(truth),
      residents_(residents),
      days_(days),
      weather_(weather),
      chance_(around.seed, "anomalies") {}

void Anomalies::start() {
  for (size_t i = 0; i < kAnomalyKinds; ++i) {
    if (residents_.occasions.anomaly_every[i] > Duration{}) plan(static_cast<AnomalyKind>(i));
  }
}

void Anomalies::plan(AnomalyKind kind) {
  const Duration mean = residents_.occasions.anomaly_every[static_cast<size_t>(kind)];
  around_.agenda.after(chance_.exponential(mean) + hours(1), [this, kind] {
    happen(kind);
    plan(kind);
  });
}

void Anomalies::happen(AnomalyKind kind) {
  switch (kind) {
    case AnomalyKind::StuckSensor:
      return stick();
    case AnomalyKind::DeadBattery:
      return run_down();
    case AnomalyKind::AwakeAtNight:
      return wander();
    case AnomalyKind::Leak:
      return leak();
    case AnomalyKind::HeatingFails:
      return heating_fails();
    case AnomalyKind::DoorOpenedWhileAway:
      return somebody_enters(400);
    default:
      armed(kind) = true;  // the next time that somebody could forget it
  }
}

uint64_t Anomalies::tell(AnomalyKind kind, const std::string& who, uint32_t device, uint64_t of) {
  return truth_.tell({.of = of,
                      .at = around_.agenda.now(),
                      .kind = TruthEvent::Anomaly,
                      .who = who,
                      .what = std::string(to_string(kind)),
                      .key = device == kNowhere ? "" : devices_[device].entity().key,
                      .why = {},
                      .value = {}});
}

void Anomalies::mended(uint64_t id, const char* why) {
  truth_.tell({.of = id,
               .at = around_.agenda.now(),
               .kind = TruthEvent::Mended,
               .who = {},
               .what = {},
               .key = {},
               .why = why,
               .value = {}});
}

/// The way in which not doing this would be an anomaly.
std::optional<AnomalyKind> Anomalies::kind_of(const Step& step) const {
  const Kind plays = devices_[step.device].described().plays;
  if (step.capability == Capability::Lock && step.value == Value(true)) return AnomalyKind::DoorLeftUnlocked;
  if (step.capability == Capability::Contact && step.value == Value(false)) {
    if (plays == Kind::Fridge) return AnomalyKind::FridgeLeftOpen;
    if (plays == Kind::Window && weather_.sky().temperature < 12) return AnomalyKind::WindowLeftOpen;
  }
  if (step.capability == Capability::OnOff && step.value == Value(false) && plays == Kind::Plug) {
    return AnomalyKind::LeftOn;
  }
  return std::nullopt;
}

bool Anomalies::forgets(uint32_t person, const Step& step, uint64_t cause) {
  const std::optional<AnomalyKind> kind = kind_of(step);
  if (!kind || !armed(*kind)) return false;
  armed(*kind) = false;
  const uint64_t id = tell(*kind, people_.name(person), step.device, cause);
  open_.push_back({id, step.device, step.capability, step.value});
  Span until_seen{hours(2), hours(8)};
  if (*kind == AnomalyKind::WindowLeftOpen) until_seen = {minutes(90), hours(6)};
  if (*kind == AnomalyKind::FridgeLeftOpen) until_seen = {minutes(10), minutes(70)};
  remember(id, chance_.between(until_seen));
  return true;
}

/// Whoever is up sees it and puts it right; nobody does while nobody is there.
void Anomalies::remember(uint64_t id, Duration wait) {
  around_.agenda.after(wait, [this, id] {
    const auto found = std::ranges::find(open_, id, &Open::id);
    if (found == open_.end()) return;
    for (uint32_t i = 0; i < people_.residents(); ++i) {
      if (!people_.up(i)) continue;
      people_.offer(i, {.cause = id, .steps = {set_step(found->device, found->capability, found->right)}});
      break;
    }
    remember(id, minutes(20));
  });
}

void Anomalies::changed(uint32_t device, Capability capability, const Value& value) {
  for (size_t i = 0; i < open_.size();) {
    const Open& open = open_[i];
    const bool right = open.device == device && open.capability == capability && open.right == value;
    if (right) {
      const uint64_t id = open.id;
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i));
      mended(id, "put right");
    } else {
      ++i;
    }
  }
  if (capability == Capability::Battery && value == Value(0.0)) {
    recharge(device, tell(AnomalyKind::DeadBattery, {}, device));
  }
}

Duration Anomalies::stays_away(uint32_t person, uint64_t cause) {
  if (!armed(AnomalyKind::UnusualAbsence)) return {};
  armed(AnomalyKind::UnusualAbsence) = false;
  until_finished_.emplace_back(cause, tell(AnomalyKind::UnusualAbsence, people_.name(person), kNowhere, cause));
  return chance_.between(Span{hours(7), hours(26)});
}

void Anomalies::finished(uint32_t person, const Doing& doing) {
  const auto found = std::ranges::find(until_finished_, doing.cause, &std::pair<uint64_t, uint64_t>::first);
  if (found == until_finished_.end()) return;
  const uint64_t id = found->second;
  until_finished_.erase(found);
  mended(id, people_.home(person) ? "is back" : "over");
}

uint32_t Anomalies::pick(const std::function<bool(const Device&)>& fits) {
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < devices_.size(); ++i) {
    if (fits(devices_[i])) found.push_back(i);
  }
  return found.empty() ? kNowhere : found[chance_.pick(found.size())];
}

void Anomalies::stick() {
  const uint32_t device = pick([](const Device& it) {
    const Kind plays = it.described().plays;
    return !it.frozen() && !it.empty() && (plays == Kind::Sensor || plays == Kind::Motion || plays == Kind::Window);
  });
  if (device == kNowhere) return;
  const uint64_t id = tell(AnomalyKind::StuckSensor, {}, device);
  devices_[device].freeze(true);
  around_.agenda.after(chance_.between(Span{hours(8), hours(72)}), [this, device, id] {
    devices_[device].freeze(false);
    mended(id, "works again");
  });
}

void Anomalies::run_down() {
  const uint32_t device = pick([](const Device& it) { return it.has(Capability::Battery) && !it.empty(); });
  if (device == kNowhere) return;
  devices_[device].charge(4);  // the rest goes by itself within days, or here
  around_.agenda.after(chance_.between(Span{hours(5), hours(40)}), [this, device] { devices_[device].charge(0); });
}

void Anomalies::recharge(uint32_t device, uint64_t id) {
  around_.agenda.after(chance_.between(Span{hours(20), hours(96)}), [this, device, id] {
    devices_[device].charge(100);
    mended(id, "has a new battery");
  });
}

void Anomalies::leak() {
  const uint32_t device = pick([](const Device& it) { return it.has(Capability::Moisture); });
  if (device == kNowhere || devices_[device].is(Capability::Moisture)) return;
  const uint64_t id = tell(AnomalyKind::Leak, {}, device);
  devices_[device].set(Capability::Moisture, true);
  around_.agenda.after(chance_.between(Span{minutes(20), hours(5)}), [this, device, id] {
    devices_[device].set(Capability::Moisture, false);
    mended(id, "is dry");
  });
}

void Anomalies::heating_fails() {
  const uint32_t device = pick([](const Device& it) { return it.described().plays == Kind::Radiator; });
  if (device == kNowhere || weather_.sky().temperature > 12) return;
  const uint64_t id = tell(AnomalyKind::HeatingFails, {}, device);
  devices_[device].fail(true);
  around_.agenda.after(chance_.between(Span{hours(8), hours(40)}), [this, device, id] {
    devices_[device].fail(false);
    mended(id, "heats again");
  });
}

/// Somebody who sleeps gets up in the small hours and sits somewhere.
void Anomalies::wander() {
  const Duration when = hours(24 + 1) + chance_.between(Span{minutes(20), hours(3)});
  const uint32_t person = static_cast<uint32_t>(chance_.pick(people_.residents()));
  around_.agenda.at(days_.at(when), [this, person] {
    if (!people_.home(person) || people_.up(person)) return;
    const uint64_t id = tell(AnomalyKind::AwakeAtNight, people_.name(person), kNowhere);
    const uint32_t room = residents_.people[person].dwells.front().room;
    until_finished_.emplace_back(id, id);
    people_.offer(person, {.cause = id,
                           .steps = {{.verb = Step::Wakes, .value = {}},
                                     {.verb = Step::Goes, .room = room, .value = {}},
                                     {.verb = Step::Stays, .value = {}, .time = {minutes(25), minutes(95)}},
                                     {.verb = Step::Sleeps, .value = {}}}});
  });
}

/// Waits until nobody is at home.
void Anomalies::somebody_enters(int tries) {
  const uint32_t contact = around_.home.front_contact;
  if (tries == 0 || contact == kNowhere) return;
  if (people_.residents_home() > 0 || people_.guests() > 0) {
    around_.agenda.after(minutes(25), [this, tries] { somebody_enters(tries - 1); });
    return;
  }
  const uint64_t id = tell(AnomalyKind::DoorOpenedWhileAway, {}, contact);
  devices_[contact].set(Capability::Contact, true);
  devices_.stir(around_.home.way_out);
  around_.agenda.after(chance_.between(Span{seconds(20), minutes(4)}), [this, contact, id] {
    devices_.stir(around_.home.way_out);
    devices_[contact].set(Capability::Contact, false);
    mended(id, "is gone");
  });
}

}  // namespace hearth::simulation
