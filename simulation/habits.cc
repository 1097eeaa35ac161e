#include "simulation/habits.h"

#include <algorithm>

namespace hearth::simulation {

using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr double kDark = 50;                 // lx
constexpr Duration kPatience = minutes(45);  // what could not be begun by then is not done at all
constexpr uint32_t kSomeone = 0xfffffffe;    // of those who could, whoever is there

}  // namespace

Habits::Habits(Surroundings& around, Devices& devices, People& people, Truth& truth, const Residents& residents,
               const Days& days, const Weather& weather, const calendar::Zone& zone)
    : around_(around),
      devices_(devices),
      people_(people),
      truth_(truth),
      residents_(residents),
      days_(days),
      weather_(weather),
      zone_(zone) {
  for (const Habit& habit : residents.habits) chances_.emplace_back(around.seed, "habit " + habit.name);
}

void Habits::start() {
  for (uint32_t i = 0; i < residents_.habits.size(); ++i) {
    if (residents_.habits[i].trigger == Habit::Every) every(i);
  }
}

void Habits::every(uint32_t habit) {
  const Habit& it = residents_.habits[habit];
  around_.agenda.after(chances_[habit].between(it.wait), [this, habit] {
    const Habit& known = residents_.habits[habit];
    if (known.anyone) {
      plan(habit, kSomeone, {});
    } else {
      for (const uint32_t person : known.who) plan(habit, person, {});
    }
    every(habit);
  });
}

void Habits::begin_day(const calendar::CivilTime& date) {
  for (uint32_t i = 0; i < residents_.habits.size(); ++i) {
    const Habit& habit = residents_.habits[i];
    if (habit.trigger != Habit::Clock && habit.trigger != Habit::Sun) continue;
    Time base = days_.at(habit.at);
    if (habit.trigger == Habit::Sun) {
      const calendar::SunDay sun = calendar::sun_day(date, around_.home.place, zone_);
      base = (habit.sunrise ? sun.sun.up : sun.sun.down) + habit.at;
    }
    const size_t count = habit.anyone ? 1 : habit.who.size();
    for (size_t k = 0; k < count; ++k) {
      const Time when = base + chances_[i].spread(habit.jitter);  // drawn whether or not today is its day
      if (!today(habit) || when < around_.agenda.now()) continue;
      plan(i, habit.anyone ? kSomeone : habit.who[k], when - around_.agenda.now());
    }
  }
}

void Habits::entered(uint32_t person, uint32_t room) {
  for (uint32_t i = 0; i < residents_.habits.size(); ++i) {
    const Habit& habit = residents_.habits[i];
    if (habit.trigger == Habit::Entering && habit.room == room && belongs(habit, person)) passing(i, person);
  }
}

void Habits::left(uint32_t person, uint32_t room) {
  for (uint32_t i = 0; i < residents_.habits.size(); ++i) {
    const Habit& habit = residents_.habits[i];
    if (habit.trigger == Habit::LeavingRoom && habit.room == room && belongs(habit, person)) passing(i, person);
  }
}

void Habits::finished(uint32_t person, uint32_t habit) {
  for (uint32_t i = 0; i < residents_.habits.size(); ++i) {
    const Habit& next = residents_.habits[i];
    if (next.trigger != Habit::AfterHabit || next.habit != habit || !belongs(next, person) || !today(next)) continue;
    plan(i, person, chances_[i].between(next.wait));
  }
}

void Habits::changed(uint32_t device, home::Capability capability, const home::Value& value) {
  for (uint32_t i = 0; i < residents_.habits.size(); ++i) {
    const Habit& habit = residents_.habits[i];
    if (habit.trigger != Habit::AfterDevice || habit.device.device != device) continue;
    if (habit.device.capability != capability || habit.device.value != value || !today(habit)) continue;
    if (habit.anyone) {
      plan(i, kSomeone, chances_[i].between(habit.wait));
    } else {
      for (const uint32_t person : habit.who) plan(i, person, chances_[i].between(habit.wait));
    }
  }
}

void Habits::after(Habit::Trigger trigger, uint32_t person) {
  for (uint32_t i = 0; i < residents_.habits.size(); ++i) {
    const Habit& habit = residents_.habits[i];
    if (habit.trigger != trigger || !belongs(habit, person) || !today(habit)) continue;
    plan(i, person, chances_[i].between(habit.wait));
  }
}

/// Lamps and the like, on the way through a door.
void Habits::passing(uint32_t habit, uint32_t person) {
  const Habit& it = residents_.habits[habit];
  const bool likely = chances_[habit].likely(it.likely);
  const Duration wait = chances_[habit].between(Span{seconds(1), seconds(3)});
  if (!today(it) || !holds(it, person)) return;
  const bool news = std::ranges::any_of(
      it.steps, [&](const Step& step) { return devices_[step.device].value(step.capability) != step.value; });
  if (!news) return;
  if (!likely) {
    tell(TruthEvent::Omitted, habit, people_.name(person));
    return;
  }
  around_.agenda.after(wait, [this, habit, person] {
    const uint64_t cause = tell(TruthEvent::Habit, habit, people_.name(person));
    for (const Step& step : residents_.habits[habit].steps) people_.in_passing(person, step, cause);
  });
}

void Habits::plan(uint32_t habit, uint32_t person, Duration wait) {
  const bool likely = chances_[habit].likely(residents_.habits[habit].likely);
  around_.agenda.after(wait, [this, habit, person, likely] {
    const Habit& it = residents_.habits[habit];
    uint32_t who = person;
    if (person == kSomeone) {
      std::vector<uint32_t> able;
      std::ranges::copy_if(it.who, std::back_inserter(able),
                           [&](uint32_t one) { return people_.up(one) && holds(it, one); });
      if (able.empty()) return;
      who = able[chances_[habit].pick(able.size())];
    } else if (!holds(it, who)) {
      return;
    }
    if (likely) return follow(habit, who);
    tell(TruthEvent::Omitted, habit, people_.name(who));
  });
}

void Habits::follow(uint32_t habit, uint32_t person) {
  const uint64_t cause = tell(TruthEvent::Habit, habit, people_.name(person));
  people_.offer(person, {.habit = habit,
                         .cause = cause,
                         .steps = residents_.habits[habit].steps,
                         .expires = around_.agenda.now() + kPatience});
}

uint64_t Habits::tell(TruthEvent::Kind kind, uint32_t habit, const std::string& who, const char* why) {
  return truth_.tell({.at = around_.agenda.now(),
                      .kind = kind,
                      .who = who,
                      .what = residents_.habits[habit].name,
                      .key = {},
                      .why = why,
                      .value = {}});
}

bool Habits::today(const Habit& habit) const {
  return (habit.weekdays & days_.weekday()) != 0 && (habit.months & days_.month()) != 0;
}

bool Habits::belongs(const Habit& habit, uint32_t person) const {
  return std::ranges::find(habit.who, person) != habit.who.end();
}

bool Habits::holds(const Habit& habit, uint32_t person) const {
  return std::ranges::all_of(habit.conditions, [&](const Condition& condition) {
    return holds(condition, habit, person) == condition.expected;
  });
}

bool Habits::holds(const Condition& condition, const Habit& habit, uint32_t person) const {
  uint32_t room = habit.room != kNowhere ? habit.room : people_.room(person);
  for (const Step& step : habit.steps) {  // the room that it is about: where it goes first, else where its device is
    if (habit.room != kNowhere) break;
    if (step.verb == Step::Goes) room = step.room;
    if (step.verb == Step::Sets) room = devices_[step.device].described().room;
    if (step.verb == Step::Goes || step.verb == Step::Sets) break;
  }
  if (room == kNowhere) room = around_.home.way_out;
  around_.rooms.settle(room);
  switch (condition.kind) {
    case Condition::Dark:
      return around_.rooms.daylight(room) < kDark;
    case Condition::Bright:
      return around_.rooms.daylight(room) >= kDark;
    case Condition::Last:
      return people_.in_room(room) == 0;
    case Condition::Alone:
      return people_.residents_home() <= 1;
    case Condition::Together:
      return people_.residents_home() > 1;
    case Condition::Colder:
      return around_.rooms.temperature(room) < condition.bound;
    case Condition::Warmer:
      return around_.rooms.temperature(room) > condition.bound;
    case Condition::Stuffier:
      return around_.rooms.carbon_dioxide(room) > condition.bound;
    case Condition::Moister:
      return around_.rooms.humidity(room) > condition.bound;
    case Condition::Ill:
      return days_.ill(person);
    case Condition::Holiday:
      return days_.public_holiday();
    case Condition::Guests:
      return people_.guests() > 0;
    case Condition::ColderOutside:
      return weather_.sky().temperature < condition.bound;
    case Condition::WarmerOutside:
      return weather_.sky().temperature > condition.bound;
  }
  return false;
}

}  // namespace hearth::simulation
