#include "simulation/residents_file.h"

#include <algorithm>
#include <charconv>

#include "base/file.h"
#include "simulation/amounts.h"
#include "simulation/habit_line.h"

namespace hearth::simulation {
namespace {

constexpr std::string_view kAnomalies[kAnomalyKinds] = {
    "door_left_unlocked",    "window_left_open", "fridge_left_open", "left_on", "stuck_sensor",
    "dead_battery",          "unusual_absence",  "awake_at_night",   "leak",    "heating_fails",
    "door_opened_while_away"};

class ResidentsReader {
 public:
  explicit ResidentsReader(const HouseholdHome& home) : home_(home) {}

  Status take(LineReader words) {
    const std::string first = TRY(words.plain("resident, dwells, habit, a step of one, or an occasion"));
    if (first == "resident") return resident(words);
    if (first == "dwells") return dwells(words);
    if (first == "habit") {
      found_.habits.push_back(TRY(read_habit(words, home_, found_)));
      return ok();
    }
    if (const std::optional<Step> step = TRY(read_step(first, words, home_))) {
      TRY(words.end());
      if (found_.habits.empty()) return invalid("expected a habit above this line");
      Habit& habit = found_.habits.back();
      if (habit.in_passing() && step->verb != Step::Sets) return invalid("in passing one only sets something");
      habit.steps.push_back(*step);
      return ok();
    }
    return occasion(first, words);
  }

  Result<Residents> finish(std::string_view place) && {
    if (found_.people.empty()) return invalid("expected at least one resident", std::string(place));
    for (const Resident& resident : found_.people) {
      if (resident.dwells.empty()) return invalid("expected where " + resident.name + " dwells", std::string(place));
    }
    for (const Habit& habit : found_.habits) {
      if (habit.steps.empty())
        return invalid("expected what is done in habit '" + habit.name + "'", std::string(place));
    }
    return std::move(found_);
  }

 private:
  Status resident(LineReader& words) {
    Resident resident;
    resident.name = TRY(words.next("a name")).text;
    if (std::ranges::find(found_.people, resident.name, &Resident::name) != found_.people.end()) {
      return invalid("'" + resident.name + "' stands twice");
    }
    if (!words.take("sleeps") || !words.take("in")) return invalid("expected sleeps in, and a room");
    resident.bed = TRY(take_room(words, home_));
    found_.people.push_back(std::move(resident));
    return words.end();
  }

  Status dwells(LineReader& words) {
    if (found_.people.empty()) return invalid("expected a resident above this line");
    Resident::Dwelling dwelling;
    dwelling.room = TRY(take_room(words, home_));
    dwelling.stay = TRY(take_span(words));
    if (dwelling.stay.low < std::chrono::minutes(1)) return invalid("expected to dwell for at least 1m");
    if (words.take("weight")) dwelling.weight = TRY(take_amount(words, "", 0.01, 1000));
    found_.people.back().dwells.push_back(dwelling);
    return words.end();
  }

  Status occasion(std::string_view first, LineReader& words) {
    Occasions& occasions = found_.occasions;
    if (first == "public_holidays") {
      while (!words.done()) occasions.public_holidays.push_back(TRY(month_and_day(TRY(words.plain("a date")))));
    } else if (first == "vacations") {
      occasions.vacations_a_year = static_cast<int>(TRY(take_amount(words, "", 0, 12)));
      if (!words.take("of")) return invalid("expected of, and how long");
      occasions.vacation = TRY(take_span(words));
      const Span& vacation = occasions.vacation;
      if (vacation.low < std::chrono::hours(24) || vacation.high > std::chrono::hours(24 * 28)) {
        return invalid("expected vacations of 1d to 28d");
      }
      if (words.take("in")) occasions.vacation_months = take_months(words);
    } else if (first == "ill") {
      occasions.ill_days_a_year = TRY(take_amount(words, "", 0, 200));
      if (!words.take("days") || !words.take("a") || !words.take("year")) return invalid("expected days a year");
    } else if (first == "guests") {
      TRY(guests(occasions, words));
    } else if (first == "visitors") {
      TRY(visitors(occasions, words));
    } else if (first == "anomaly") {
      const std::string name = TRY(words.plain("the kind of the anomaly"));
      const auto* kind = std::ranges::find(kAnomalies, name);
      if (kind == std::end(kAnomalies)) return invalid("'" + name + "' is no anomaly that this simulation knows");
      TRY(every(occasions.anomaly_every[kind - std::begin(kAnomalies)], words));
    } else {
      return invalid("expected resident, dwells, habit, a step of one, or an occasion; found '" + std::string(first) +
                     "'");
    }
    return words.end();
  }

  static Status every(Duration& into, LineReader& words) {
    if (!words.take("every")) return invalid("expected every, and how often it happens");
    into = TRY(take_span(words)).low;
    return into < std::chrono::hours(1) ? invalid("expected at most one an hour") : Status();
  }

  Status guests(Occasions& occasions, LineReader& words) {
    TRY(every(occasions.guests_every, words));
    while (!words.done()) {
      if (words.take("on")) {
        occasions.guests_weekdays = take_weekdays(words);
      } else if (words.take("at")) {
        occasions.guests_at = TRY(parse_time_of_day(TRY(words.plain("a time of day"))));
      } else if (words.take("jitter")) {
        occasions.guests_jitter = TRY(take_span(words)).low;
      } else if (words.take("stay")) {
        occasions.guests_stay = TRY(take_span(words));
      } else if (words.take("in")) {
        occasions.guests_room = TRY(take_room(words, home_));
      } else {
        return invalid("expected on, at, jitter, stay or in, found '" + words.peek()->text + "'");
      }
    }
    if (occasions.guests_weekdays == 0) return invalid("expected days such as fri, sat");
    return occasions.guests_stay.low < std::chrono::minutes(5) ? invalid("expected stay, and at least 5m") : Status();
  }

  Status visitors(Occasions& occasions, LineReader& words) {
    TRY(every(occasions.visitors_every, words));
    while (!words.done()) {
      if (words.take("at")) {
        occasions.visitors_at = TRY(parse_time_of_day(TRY(words.plain("a time of day"))));
      } else if (words.take("jitter")) {
        occasions.visitors_jitter = TRY(take_span(words)).low;
      } else if (words.take("press")) {
        occasions.bell = TRY(take_device(words, home_));
      } else {
        return invalid("expected at, jitter or press, found '" + words.peek()->text + "'");
      }
    }
    return occasions.bell == kNowhere ? invalid("expected press, and a bell") : Status();
  }

  /// "12-25" as 1225.
  static Result<uint16_t> month_and_day(const std::string& text) {
    int month = 0, day = 0;
    if (text.size() == 5 && text[2] == '-') {
      std::from_chars(text.data(), text.data() + 2, month);
      std::from_chars(text.data() + 3, text.data() + 5, day);
    }
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) return static_cast<uint16_t>(month * 100 + day);
    return invalid("expected a date such as 12-25, found '" + text + "'");
  }

  const HouseholdHome& home_;
  Residents found_;
};

}  // namespace

std::string_view to_string(AnomalyKind kind) { return kAnomalies[static_cast<size_t>(kind)]; }

Result<Residents> parse_residents(std::string_view text, std::string_view place, const HouseholdHome& home) {
  ResidentsReader reader(home);
  TRY(for_each_line(text, place, [&](LineReader words) { return reader.take(std::move(words)); }));
  return std::move(reader).finish(place);
}

Result<Residents> read_residents(const std::filesystem::path& file, const HouseholdHome& home) {
  return parse_residents(TRY(read_file(file)), file.string(), home);
}

}  // namespace hearth::simulation
