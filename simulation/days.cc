#include "simulation/days.h"

#include <algorithm>
#include <bit>

namespace hearth::simulation {

using home::Capability;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

double a_day(Duration every) { return every > Duration{} ? to_seconds(hours(24)) / to_seconds(every) : 0; }

}  // namespace

Days::Days(Surroundings& around, People& people, Truth& truth, const Residents& residents, const calendar::Zone& zone)
    : around_(around),
      people_(people),
      truth_(truth),
      residents_(residents),
      zone_(zone),
      chance_(around.seed, "days"),
      ill_(residents.people.size(), 0) {}

Time Days::at(Duration after_midnight) const {
  const int64_t second = calendar::civil_seconds(date_) + std::chrono::floor<seconds>(after_midnight).count();
  return zone_.to_utc(calendar::from_civil_seconds(second));
}

uint64_t Days::tell(std::string who, const char* what) {
  return truth_.tell({.at = around_.agenda.now(),
                      .kind = TruthEvent::Day,
                      .who = std::move(who),
                      .what = what,
                      .key = {},
                      .why = {},
                      .value = {}});
}

void Days::begin(const calendar::CivilTime& date) {
  date_ = calendar::at_midnight(date);
  const auto& holidays = residents_.occasions.public_holidays;
  public_holiday_ = std::ranges::count(holidays, static_cast<uint16_t>(date.month * 100 + date.day)) > 0;
  const int weekday = public_holiday_ ? 7 : static_cast<int>(calendar::weekday(date));
  weekday_ = static_cast<uint8_t>(1 << (weekday - 1));
  month_ = static_cast<uint16_t>(1 << (date.month - 1));
  if (public_holiday_) tell({}, "holiday");
  if (date.year != planned_year_) plan_year(date.year);
  fall_ill();
  const int64_t today = calendar::day_number(date);
  for (const Vacation& vacation : vacations_) {
    if (vacation.day != today) continue;
    around_.agenda.at(at(hours(9) + minutes(30)), [this, length = vacation.length] {
      const uint64_t why = tell({}, "vacation");
      for (uint32_t i = 0; i < people_.residents(); ++i) {
        people_.offer(i, {.cause = why,
                          .steps = {{.verb = Step::Wakes, .value = {}},
                                    {.verb = Step::Leaves, .value = {}, .time = {length, length + hours(5)}}}});
      }
    });
  }
  invite();
  visit();
}

void Days::plan_year(int year) {
  planned_year_ = year;
  vacations_.clear();
  const Occasions& occasions = residents_.occasions;
  Chance chance(around_.seed, "vacations " + std::to_string(year));
  for (int i = 0; i < occasions.vacations_a_year; ++i) {
    const calendar::CivilTime new_year{.year = year};
    const int64_t day = calendar::day_number(new_year) + static_cast<int64_t>(chance.pick(360));
    const calendar::CivilTime date = calendar::from_day_number(day);
    const bool fits = (occasions.vacation_months >> (date.month - 1) & 1) != 0;
    const bool apart =
        std::ranges::all_of(vacations_, [&](const Vacation& other) { return std::abs(other.day - day) > 30; });
    const Duration length = chance.between(occasions.vacation);
    if (fits && apart) {
      vacations_.push_back({day, length});
    } else if (occasions.vacation_months != 0 && chance.bits() % 4096 != 0) {
      --i;  // again, but not for ever
    }
  }
}

void Days::fall_ill() {
  for (uint32_t i = 0; i < ill_.size(); ++i) {
    if (ill_[i] > 0) --ill_[i];
    const bool falls = chance_.likely(residents_.occasions.ill_days_a_year / 365 / 2.5);
    const int days = 1 + static_cast<int>(chance_.pick(4));
    if (!falls || ill_[i] > 0) continue;
    ill_[i] = days;
    tell(residents_.people[i].name, "ill");
  }
}

/// Guests ring, are let in by the door, sit, and go.
void Days::invite() {
  const Occasions& it = residents_.occasions;
  const bool today = (it.guests_weekdays & weekday_) != 0;
  const double share = a_day(it.guests_every) * 7 / std::max(1, std::popcount(it.guests_weekdays));
  const bool come = chance_.likely(share) && today;
  const Duration when = it.guests_at + chance_.spread(it.guests_jitter);
  const size_t count = 1 + chance_.pick(3);
  if (!come || it.guests_every == Duration{}) return;
  around_.agenda.at(at(when), [this, count] {
    if (people_.residents_home() == 0) return;
    const Occasions& occasions = residents_.occasions;
    const uint64_t why = tell({}, "guests");
    const uint32_t lock = around_.home.front_lock, contact = around_.home.front_contact;
    const Duration stay = chance_.between(occasions.guests_stay);
    for (size_t i = 0; i < count; ++i) {
      std::vector<Step> steps;
      if (i == 0 && occasions.bell != kNowhere) {
        steps.push_back(set_step(occasions.bell, Capability::Press, std::string("single")));
      }
      const Duration waits = seconds(35) + i * seconds(4);
      steps.push_back({.verb = Step::Stays, .value = {}, .time = {waits, waits}});
      if (lock != kNowhere) steps.push_back(set_step(lock, Capability::Lock, false));
      if (contact != kNowhere) steps.push_back(set_step(contact, Capability::Contact, true));
      steps.push_back({.verb = Step::StepIn, .value = {}});
      steps.push_back({.verb = Step::Goes, .room = occasions.guests_room, .value = {}});
      steps.push_back({.verb = Step::Stays, .value = {}, .time = {stay, stay + minutes(3)}});
      steps.push_back({.verb = Step::Goes, .room = around_.home.way_out, .value = {}});
      if (contact != kNowhere) steps.push_back(set_step(contact, Capability::Contact, true));
      steps.push_back({.verb = Step::Stays, .value = {}, .time = {seconds(5), seconds(9)}});
      steps.push_back({.verb = Step::StepOut, .value = {}});
      people_.invite("guest " + std::to_string(++guest_number_), {.cause = why, .steps = std::move(steps)});
    }
  });
}

void Days::visit() {
  const Occasions& it = residents_.occasions;
  const bool comes = chance_.likely(a_day(it.visitors_every));
  const Duration when = it.visitors_at + chance_.spread(it.visitors_jitter);
  if (!comes || it.bell == kNowhere || weekday_ == 64) return;
  around_.agenda.at(at(when), [this] {
    people_.invite("visitor",
                   {.cause = tell({}, "visitor"),
                    .steps = {set_step(residents_.occasions.bell, Capability::Press, std::string("single"))}});
  });
}

}  // namespace hearth::simulation
