#include "simulation/household.h"

#include <algorithm>

#include "simulation/anomalies.h"
#include "simulation/habits.h"

namespace hearth::simulation {

using home::Capability;
using home::Value;

struct Household::Body {
  Body(HouseholdHome described, Residents who, calendar::Zone where, const HouseholdSettings& settings)
      : home(std::move(described)),
        residents(std::move(who)),
        zone(std::move(where)),
        agenda(settings.start),
        weather(home.place, settings.seed),
        rooms(home.rooms, agenda, weather, Chance(settings.seed, "rooms")),
        radio(home, agenda, truth, settings.seed),
        around{home, agenda, rooms, radio, settings.seed},
        devices(around),
        people(around, devices, truth, residents),
        days(around, people, truth, residents, zone),
        habits(around, devices, people, truth, residents, days, weather, zone),
        anomalies(around, devices, people, truth, residents, days, weather) {}

  void wire() {
    around.changed = [this](uint32_t device, Capability capability, const Value& value) {
      habits.changed(device, capability, value);
      anomalies.changed(device, capability, value);
    };
    people.hooks.entered = [this](uint32_t person, uint32_t room) { habits.entered(person, room); };
    people.hooks.left = [this](uint32_t person, uint32_t room) { habits.left(person, room); };
    people.hooks.arrived = [this](uint32_t person) { habits.arrived(person); };
    people.hooks.departed = [this](uint32_t person) { habits.departed(person); };
    people.hooks.finished = [this](uint32_t person, const Doing& doing) {
      if (doing.habit != kNowhere) habits.finished(person, doing.habit);
      anomalies.finished(person, doing);
    };
    people.hooks.forgets = [this](uint32_t person, const Step& step, uint64_t cause) {
      return anomalies.forgets(person, step, cause);
    };
    people.hooks.stays_away = [this](uint32_t person, uint64_t cause) { return anomalies.stays_away(person, cause); };
  }

  void start() {
    wire();
    look_at_sky();
    devices.start();
    people.start();
    begin_day();
    habits.start();
    anomalies.start();
  }

  void look_at_sky() {
    rooms.settle_all();
    weather.step(agenda.now());
    agenda.after(Weather::kStep, [this] { look_at_sky(); });
  }

  void begin_day() {
    const calendar::CivilTime today = calendar::at_midnight(zone.to_civil(agenda.now()));
    days.begin(today);
    habits.begin_day(today);
    const Time tomorrow = zone.to_utc(calendar::add_days(today, 1));
    agenda.at(std::max(tomorrow, agenda.now() + std::chrono::hours(1)), [this] { begin_day(); });
  }

  Result<uint32_t> find(std::string_view key, Capability capability) const {
    const uint32_t device = home.find_device(key);
    if (device == kNowhere) return not_found("the home has no such device", std::string(key));
    if (!devices[device].has(capability)) {
      return invalid("it has no " + std::string(home::facts(capability).name), std::string(key));
    }
    return device;
  }

  HouseholdHome home;
  Residents residents;
  calendar::Zone zone;
  Agenda agenda;
  Truth truth;
  Weather weather;
  Rooms rooms;
  Radio radio;
  Surroundings around;
  Devices devices;
  People people;
  Days days;
  Habits habits;
  Anomalies anomalies;
};

Household::Household(std::unique_ptr<Body> body) : body_(std::move(body)) {}
Household::~Household() = default;

Result<std::unique_ptr<Household>> Household::open(HouseholdHome home, Residents residents,
                                                   HouseholdSettings settings) {
  calendar::Zone zone = TRY(calendar::Zone::find(home.zone));
  auto body = std::make_unique<Body>(std::move(home), std::move(residents), std::move(zone), settings);
  body->start();
  return std::unique_ptr<Household>(new Household(std::move(body)));
}

const home::Listing& Household::listing() const { return body_->home.door.listing; }
const std::string& Household::zone() const { return body_->home.zone; }
Time Household::now() const { return body_->agenda.now(); }
Time Household::next_due() const { return body_->agenda.next(); }
void Household::advance(Time to) { body_->agenda.run_until(to); }

bool Household::advance_to_report(Time to) {
  while (!body_->radio.arrived() && next_due() <= to) body_->agenda.run_until(next_due());
  if (body_->radio.arrived()) return true;
  advance(to);
  return false;
}

std::vector<Report> Household::take_reports() { return body_->radio.take(); }
std::vector<TruthEvent> Household::take_truth() { return body_->truth.take(); }

std::vector<Report> Household::shown() const {
  std::vector<Report> all;
  for (uint32_t i = 0; i < body_->devices.size(); ++i) {
    const Device& device = body_->devices[i];
    for (const home::Trait& trait : device.entity().traits) {
      const Value value = device.shown(trait.capability);
      if (!trait.sensed || !home::known(value) || home::facts(trait.capability).momentary) continue;
      all.push_back({now(), i, trait.capability, value});
    }
  }
  return all;
}

Status Household::command(std::string_view key, Capability capability, const Value& to) {
  const uint32_t index = TRY(body_->find(key, capability));
  const auto& traits = body_->devices[index].entity().traits;
  const auto trait = std::ranges::find(traits, capability, &home::Trait::capability);
  if (!trait->settable)
    return invalid("it senses " + std::string(home::facts(capability).name) + " alone", std::string(key));
  if (!home::known(to) || !home::fits(capability, to)) return invalid("not a value that it has", std::string(key));
  const std::optional<Duration> wait = body_->radio.hear(index, capability);
  if (!wait) return ok();
  body_->agenda.after(*wait, [this, index, capability, to] {
    Device& device = body_->devices[index];
    body_->truth.tell({.at = now(),
                       .kind = TruthEvent::Obeyed,
                       .who = {},
                       .what = {},
                       .key = device.entity().key,
                       .why = {},
                       .capability = capability,
                       .value = to});
    device.set(capability, to);
  });
  return ok();
}

Status Household::touch(std::string_view key, Capability capability, const Value& to) {
  const uint32_t index = TRY(body_->find(key, capability));
  if (!home::known(to) || !home::fits(capability, to)) return invalid("not a value that it has", std::string(key));
  body_->truth.tell({.at = now(),
                     .kind = TruthEvent::Deed,
                     .who = {},
                     .what = {},
                     .key = std::string(key),
                     .why = {},
                     .capability = capability,
                     .value = to});
  body_->devices[index].set(capability, to);
  return ok();
}

Value Household::value(std::string_view key, Capability capability) const {
  const uint32_t device = body_->home.find_device(key);
  return device == kNowhere ? Value() : body_->devices[device].value(capability);
}

}  // namespace hearth::simulation
