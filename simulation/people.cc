#include "simulation/people.h"

#include <algorithm>

namespace hearth::simulation {

using home::Capability;
using home::Value;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

Step set_step(uint32_t device, Capability capability, Value value) {
  return {.verb = Step::Sets, .device = device, .capability = capability, .value = std::move(value)};
}

People::People(Surroundings& around, Devices& devices, Truth& truth, const Residents& residents)
    : around_(around), devices_(devices), truth_(truth), residents_(residents) {
  for (const Resident& resident : residents.people) {
    Person person{.name = resident.name,
                  .doing = {},
                  .waiting = {},
                  .path = {},
                  .chance = Chance(around.seed, "person " + resident.name)};
    for (uint32_t i = 0; i < devices.size(); ++i) {
      const DescribedDevice& device = devices[i].described();
      if (device.plays == DescribedDevice::Phone && device.person == resident.name) person.phone = i;
    }
    people_.push_back(std::move(person));
  }
}

void People::start() {
  for (uint32_t i = 0; i < people_.size(); ++i) {
    Person& person = people_[i];
    person.room = residents_.people[i].bed;
    person.asleep = true;
    embody(i);
    stir(i);
    resume(i, hours(9));
  }
}

void People::offer(uint32_t person, Doing doing) {
  Person& it = people_[person];
  if (it.room == kNowhere) return skip(person, doing, "away");
  const bool wakes = !doing.steps.empty() && doing.steps.front().verb == Step::Wakes;
  if (it.asleep && !wakes) return skip(person, doing, "asleep");
  it.waiting.push_back(std::move(doing));
  const bool idle = !it.doing || it.doing->cause == 0;
  if (!idle) return;
  it.doing.reset();
  it.path.clear();
  resume(person, {});
}

void People::invite(const std::string& name, Doing doing) {
  auto free = std::ranges::find_if(people_, [](const Person& it) { return it.guest && !it.doing; });
  if (free == people_.end()) {
    people_.push_back({.name = name,
                       .guest = true,
                       .doing = {},
                       .waiting = {},
                       .path = {},
                       .chance = Chance(around_.seed, "guest " + name)});
    free = people_.end() - 1;
  }
  free->name = name;
  free->doing = std::move(doing);
  resume(static_cast<uint32_t>(free - people_.begin()), {});
}

size_t People::residents_home() const {
  return static_cast<size_t>(
      std::ranges::count_if(people_, [](const Person& it) { return !it.guest && it.room != kNowhere; }));
}

size_t People::guests() const {
  return static_cast<size_t>(
      std::ranges::count_if(people_, [](const Person& it) { return it.guest && it.room != kNowhere; }));
}

size_t People::in_room(uint32_t room) const {
  return static_cast<size_t>(std::ranges::count(people_, room, &Person::room));
}

void People::resume(uint32_t person, Duration wait) {
  around_.agenda.after(wait, [this, person, turn = ++people_[person].turn] {
    if (people_[person].turn == turn) proceed(person);
  });
}

void People::proceed(uint32_t person) {
  if (!people_[person].doing && !choose(person)) return;
  Person& it = people_[person];
  if (!it.path.empty()) {
    const uint32_t next = it.path.back();
    it.path.pop_back();
    move(person, next);
    return resume(person, it.chance.between(Span{seconds(4), seconds(9)}));
  }
  if (it.doing->at < it.doing->steps.size()) {
    const Step step = it.doing->steps[it.doing->at++];
    const Duration takes = perform(person, step);
    if (people_[person].doing) resume(person, takes);
    return;
  }
  const Doing done = std::move(*it.doing);
  it.doing.reset();
  if (done.habit != kNowhere) {
    truth_.tell({.of = done.cause,
                 .at = around_.agenda.now(),
                 .kind = TruthEvent::Done,
                 .who = it.name,
                 .what = residents_.habits[done.habit].name,
                 .key = {},
                 .why = {},
                 .value = {}});
  }
  if (hooks.finished && done.cause != 0) hooks.finished(person, done);
  if (!people_[person].guest) resume(person, people_[person].asleep ? Duration(hours(10)) : Duration());
}

bool People::choose(uint32_t person) {
  Person& it = people_[person];
  while (!it.waiting.empty()) {
    Doing next = std::move(it.waiting.front());
    it.waiting.pop_front();
    const bool wakes = !next.steps.empty() && next.steps.front().verb == Step::Wakes;
    if (next.expires < around_.agenda.now()) {
      skip(person, next, "busy");
    } else if (it.room == kNowhere || (it.asleep && !wakes)) {
      skip(person, next, it.room == kNowhere ? "away" : "asleep");
    } else {
      it.doing = std::move(next);
      return true;
    }
  }
  if (it.guest || it.room == kNowhere) return false;
  if (it.asleep) {  // nobody woke them for so long
    truth_.tell({.at = around_.agenda.now(),
                 .kind = TruthEvent::Habit,
                 .who = it.name,
                 .what = "wakes_by_itself",
                 .key = {},
                 .why = {},
                 .value = {}});
    wake(person);
  }
  idle(person);
  return true;
}

void People::idle(uint32_t person) {
  Person& it = people_[person];
  const std::vector<Resident::Dwelling>& dwells = residents_.people[person].dwells;
  double sum = 0;
  for (const Resident::Dwelling& dwelling : dwells) sum += dwelling.weight;
  double left = it.chance.draw() * sum;
  size_t chosen = 0;
  while (chosen + 1 < dwells.size() && left >= dwells[chosen].weight) left -= dwells[chosen++].weight;
  it.doing = Doing{.steps = {{.verb = Step::Goes, .room = dwells[chosen].room, .value = {}},
                             {.verb = Step::Stays, .value = {}, .time = dwells[chosen].stay}}};
}

void People::skip(uint32_t person, const Doing& doing, const char* why) {
  truth_.tell({.of = doing.cause,
               .at = around_.agenda.now(),
               .kind = TruthEvent::Skipped,
               .who = people_[person].name,
               .what = doing.habit == kNowhere ? "" : residents_.habits[doing.habit].name,
               .key = {},
               .why = why,
               .value = {}});
}

void People::move(uint32_t person, uint32_t to) {
  Person& it = people_[person];
  const uint32_t from = it.room;
  if (from == to) return;
  const auto called = [&](uint32_t room) { return room == kNowhere ? "away" : around_.home.rooms[room].id; };
  truth_.tell({.of = cause(it),
               .at = around_.agenda.now(),
               .kind = TruthEvent::Move,
               .who = it.name,
               .what = called(to),
               .key = {},
               .why = called(from),
               .value = {}});
  it.room = to;
  embody(person);
  if (from != kNowhere) {
    devices_.stir(from);
    if (hooks.left) hooks.left(person, from);
  }
  stir(person);
  if (to != kNowhere && hooks.entered) hooks.entered(person, to);
}

void People::embody(uint32_t person) {
  Person& it = people_[person];
  const auto act = [&](double sign) {
    if (it.body_room == kNowhere) return;
    around_.rooms.act(it.body_room, Acts::Heat, sign * it.heat);
    around_.rooms.act(it.body_room, Acts::Moisture, sign * it.moisture);
    around_.rooms.act(it.body_room, Acts::Breath, sign * it.breath);
  };
  act(-1);
  it.body_room = it.room;
  it.heat = it.asleep ? 65 : 85;
  it.moisture = it.asleep ? 35 : 55;
  it.breath = it.asleep ? 11 : 18;
  act(1);
}

void People::stir(uint32_t person) {
  Person& it = people_[person];
  const uint32_t turn = ++it.stir_turn;
  if (it.room == kNowhere) return;
  if (!it.asleep) devices_.stir(it.room);
  const Duration mean = it.asleep ? Duration(minutes(55)) : it.active ? Duration(seconds(25)) : Duration(minutes(5));
  around_.agenda.after(it.chance.exponential(mean) + seconds(2), [this, person, turn] {
    if (people_[person].stir_turn != turn) return;
    if (people_[person].asleep) devices_.stir(people_[person].room);  // turns over
    stir(person);
  });
}

/// Breadth first; the rooms to pass from the last to the first, without the one that is left.
std::vector<uint32_t> People::route(uint32_t from, uint32_t to) const {
  std::vector<uint32_t> before(around_.home.rooms.size(), kNowhere), open{from};
  before[from] = from;
  for (size_t i = 0; i < open.size() && before[to] == kNowhere; ++i) {
    for (const uint32_t next : around_.home.rooms[open[i]].beside) {
      if (before[next] != kNowhere || around_.home.rooms[next].outdoors) continue;
      before[next] = open[i];
      open.push_back(next);
    }
  }
  std::vector<uint32_t> path;
  if (before[to] == kNowhere) return from == to ? path : std::vector<uint32_t>{to};  // no way is described
  for (uint32_t room = to; room != from; room = before[room]) path.push_back(room);
  return path;
}

}  // namespace hearth::simulation
