// What each step of a doing does to the body and to the home.
#include <algorithm>

#include "simulation/people.h"

namespace hearth::simulation {

using home::Capability;
using home::Value;
using std::chrono::minutes;
using std::chrono::seconds;

Duration People::perform(uint32_t person, const Step& step) {
  Person& it = people_[person];
  it.active = step.verb == Step::Cooks || step.verb == Step::Showers;
  switch (step.verb) {
    case Step::Wakes:
      return wake(person);
    case Step::Sleeps:
      return sleep(person);
    case Step::Goes:
      if (it.room != kNowhere) it.path = route(it.room, step.room);
      return {};
    case Step::Stays:
      return it.chance.between(step.time);
    case Step::Showers:
    case Step::Cooks:
      return labour(person, step);
    case Step::Sets:
      return use(person, step);
    case Step::Leaves:
      return leave(person, step);
    case Step::Near:
      if (it.phone != kNowhere) devices_[it.phone].set(Capability::Presence, true);
      return it.chance.between(Span{seconds(40), seconds(150)});
    case Step::StepOut:
      return step_out(person);
    case Step::StepIn:
      move(person, around_.home.way_out);
      deed(person, set_step(around_.home.front_contact, Capability::Contact, false), cause(it));
      if (hooks.arrived) hooks.arrived(person);
      return it.chance.between(Span{seconds(5), seconds(20)});
    case Step::Away:
      return it.chance.between(step.time) + (hooks.stays_away ? hooks.stays_away(person, cause(it)) : Duration());
  }
  return {};
}

Duration People::wake(uint32_t person) {
  Person& it = people_[person];
  if (!it.asleep) return {};
  it.asleep = false;
  embody(person);
  stir(person);
  return it.chance.between(Span{seconds(20), seconds(120)});
}

Duration People::sleep(uint32_t person) {
  Person& it = people_[person];
  const uint32_t bed = it.guest ? it.room : residents_.people[person].bed;
  if (it.room != bed) {
    insert(person, {{.verb = Step::Goes, .room = bed, .value = {}}, {.verb = Step::Sleeps, .value = {}}});
    return {};
  }
  it.asleep = true;
  embody(person);
  stir(person);
  return {};
}

/// What goes into the air of the room while it lasts.
Duration People::labour(uint32_t person, const Step& step) {
  Person& it = people_[person];
  const Duration takes = it.chance.between(step.time);
  if (it.room == kNowhere) return takes;
  const bool showers = step.verb == Step::Showers;
  const double moisture = showers ? 1900 : 650, heat = showers ? 900 : 1300;
  const uint32_t room = it.room;
  around_.rooms.act(room, Acts::Moisture, moisture);
  around_.rooms.act(room, Acts::Heat, heat);
  around_.agenda.after(takes, [this, room, moisture, heat] {
    around_.rooms.act(room, Acts::Moisture, -moisture);
    around_.rooms.act(room, Acts::Heat, -heat);
  });
  stir(person);
  return takes;
}

/// One walks to what one wants to use.
Duration People::use(uint32_t person, const Step& step) {
  Person& it = people_[person];
  const uint32_t room = devices_[step.device].described().room;
  if (devices_[step.device].value(step.capability) == step.value) return {};
  if (it.room != kNowhere && it.room != room && !around_.home.rooms[room].outdoors) {
    insert(person, {{.verb = Step::Goes, .room = room, .value = {}}, step});
    return {};
  }
  deed(person, step, cause(it));
  return it.chance.between(Span{seconds(2), seconds(6)});
}

bool People::deed(uint32_t person, const Step& step, uint64_t cause) {
  if (step.device == kNowhere) return false;
  Device& device = devices_[step.device];
  if (device.value(step.capability) == step.value && !home::facts(step.capability).momentary) return false;
  if (hooks.forgets && hooks.forgets(person, step, cause)) return false;
  truth_.tell({.of = cause,
               .at = around_.agenda.now(),
               .kind = TruthEvent::Deed,
               .who = people_[person].name,
               .what = {},
               .key = device.entity().key,
               .why = {},
               .capability = step.capability,
               .value = step.value});
  return device.set(step.capability, step.value);
}

Duration People::leave(uint32_t person, const Step& step) {
  const uint32_t lock = around_.home.front_lock, contact = around_.home.front_contact;
  const Span moment{seconds(3), seconds(8)};
  std::vector<Step> steps{{.verb = Step::Goes, .room = around_.home.way_out, .value = {}}};
  const auto pass = [&](Step::Verb through) {
    if (lock != kNowhere) {
      steps.push_back(set_step(lock, Capability::Lock, false));
      steps.push_back({.verb = Step::Stays, .value = {}, .time = moment});
    }
    if (contact != kNowhere) steps.push_back(set_step(contact, Capability::Contact, true));
    steps.push_back({.verb = Step::Stays, .value = {}, .time = moment});
    steps.push_back({.verb = through, .value = {}});
  };
  pass(Step::StepOut);
  steps.push_back({.verb = Step::Away, .value = {}, .time = step.time});
  steps.push_back({.verb = Step::Near, .value = {}});
  pass(Step::StepIn);
  insert(person, std::move(steps));
  return {};
}

/// Whoever is the last to leave locks the door.
Duration People::step_out(uint32_t person) {
  const uint64_t why = cause(people_[person]);
  move(person, kNowhere);
  deed(person, set_step(around_.home.front_contact, Capability::Contact, false), why);
  Person& it = people_[person];
  if (it.guest) return {};
  if (residents_home() == 0) deed(person, set_step(around_.home.front_lock, Capability::Lock, true), why);
  if (it.phone != kNowhere) {
    around_.agenda.after(it.chance.between(Span{minutes(1), minutes(4)}), [this, person] {
      if (people_[person].room == kNowhere) devices_[people_[person].phone].set(Capability::Presence, false);
    });
  }
  if (hooks.departed) hooks.departed(person);
  return {};
}

void People::insert(uint32_t person, std::vector<Step> steps) {
  Doing& doing = *people_[person].doing;
  doing.steps.insert(doing.steps.begin() + static_cast<std::ptrdiff_t>(doing.at),
                     std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
}

}  // namespace hearth::simulation
