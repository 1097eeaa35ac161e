#include "simulation/habit_line.h"

#include <algorithm>
#include <charconv>

#include "simulation/amounts.h"
#include "simulation/value_words.h"

namespace hearth::simulation {
namespace {

struct Named {
  std::string_view word;
  uint16_t bits;
};
constexpr Named kDays[] = {{"mon", 1},  {"tue", 2},  {"wed", 4},       {"thu", 8},      {"fri", 16},
                           {"sat", 32}, {"sun", 64}, {"weekdays", 31}, {"weekends", 96}};
constexpr Named kSeasons[] = {{"winter", 0x803}, {"spring", 0x1c}, {"summer", 0xe0}, {"autumn", 0x700}};

struct NamedCondition {
  std::string_view word;
  Condition::Kind kind;
  bool compares;
};
constexpr NamedCondition kConditions[] = {{"dark", Condition::Dark, false},
                                          {"bright", Condition::Bright, false},
                                          {"last", Condition::Last, false},
                                          {"alone", Condition::Alone, false},
                                          {"together", Condition::Together, false},
                                          {"ill", Condition::Ill, false},
                                          {"holiday", Condition::Holiday, false},
                                          {"guests", Condition::Guests, false},
                                          {"colder", Condition::Colder, true},
                                          {"warmer", Condition::Warmer, true},
                                          {"stuffier", Condition::Stuffier, true},
                                          {"moister", Condition::Moister, true},
                                          {"colder_outside", Condition::ColderOutside, true},
                                          {"warmer_outside", Condition::WarmerOutside, true}};

/// "dark" or "colder(18)"; nothing is taken when the next word is no condition.
Result<std::optional<Condition>> take_condition(LineReader& words, bool expected) {
  if (words.done() || words.peek()->kind != LineWord::Plain) return std::optional<Condition>();
  const std::string_view text = words.peek()->text;
  const size_t open = std::min(text.find('('), text.size());
  const auto* found = std::ranges::find(kConditions, text.substr(0, open), &NamedCondition::word);
  if (found == std::end(kConditions)) return std::optional<Condition>();
  Condition condition{found->kind, 0, expected};
  if (found->compares) {
    if (open == text.size() || text.back() != ')') {
      return invalid("expected a bound such as " + std::string(found->word) + "(20), found '" + std::string(text) +
                     "'");
    }
    condition.bound = TRY(parse_amount(text.substr(open + 1, text.size() - open - 2), "", -100, 100000));
  } else if (open != text.size()) {
    return invalid("'" + std::string(found->word) + "' compares with nothing, found '" + std::string(text) + "'");
  }
  (void)words.plain("a condition");
  return std::optional(condition);
}

Status take_conditions(Habit& habit, LineReader& words, bool expected) {
  bool any = false;
  while (const std::optional<Condition> condition = TRY(take_condition(words, expected))) {
    habit.conditions.push_back(*condition);
    any = true;
  }
  if (any) return ok();
  std::string known;
  for (const NamedCondition& condition : kConditions)
    known += (known.empty() ? "" : ", ") + std::string(condition.word);
  return invalid("expected one of " + known);
}

Status take_who(Habit& habit, LineReader& words, const Residents& known) {
  const LineWord who = TRY(words.next("a resident, everyone or anyone"));
  habit.anyone = who.text == "anyone";
  for (uint32_t i = 0; i < known.people.size(); ++i) {
    if (habit.anyone || who.text == "everyone" || known.people[i].name == who.text) habit.who.push_back(i);
  }
  return habit.who.empty() ? invalid("no resident is called '" + who.text + "' above this line") : Status();
}

Status take_device_value(Step& step, LineReader& words, const HouseholdHome& home) {
  step.device = TRY(take_device(words, home));
  step.capability = TRY(parse_capability(TRY(words.plain("a capability"))));
  const home::Entity& entity = home.door.listing.entities[step.device];
  if (std::ranges::find(entity.traits, step.capability, &home::Trait::capability) == entity.traits.end()) {
    return invalid("'" + entity.key + "' has no " + std::string(home::facts(step.capability).name));
  }
  step.value = TRY(parse_value(step.capability, TRY(words.next("a value")).text));
  return home::known(step.value) ? Status() : invalid("expected a value, found '?'");
}

/// False when the next word begins no trigger.
Result<bool> take_trigger(Habit& habit, LineReader& words, const HouseholdHome& home, const Residents& known) {
  if (words.take("at")) {
    const std::string when = TRY(words.plain("a time of day, sunrise or sunset"));
    habit.trigger = when == "sunrise" || when == "sunset" ? Habit::Sun : Habit::Clock;
    habit.sunrise = when == "sunrise";
    if (habit.trigger == Habit::Clock) habit.at = TRY(parse_time_of_day(when));
    if (words.take("earlier")) habit.at -= TRY(take_span(words)).low;
    if (words.take("later")) habit.at += TRY(take_span(words)).low;
  } else if (words.take("after")) {
    if (words.peek() != nullptr && words.peek()->text.find('.') != std::string::npos) {
      habit.trigger = Habit::AfterDevice;
      TRY(take_device_value(habit.device, words, home));
    } else {
      habit.trigger = Habit::AfterHabit;
      const std::string name = TRY(words.plain("a habit"));
      const auto found = std::ranges::find(known.habits, name, &Habit::name);
      if (found == known.habits.end()) return invalid("no habit is called '" + name + "' above this line");
      habit.habit = static_cast<uint32_t>(found - known.habits.begin());
    }
    if (words.take("within")) habit.wait = TRY(take_span(words));
  } else if (const bool entering = words.take("entering"); entering || words.take("leaving")) {
    habit.trigger = entering ? Habit::Entering : Habit::LeavingRoom;
    habit.room = TRY(take_room(words, home));
  } else if (words.take("arriving")) {
    habit.trigger = Habit::Arriving;
    if (words.take("within")) habit.wait = TRY(take_span(words));
  } else if (words.take("departing")) {
    habit.trigger = Habit::Departing;
  } else if (words.take("every")) {
    habit.trigger = Habit::Every;
    habit.wait = TRY(take_span(words));
    if (habit.wait.low < std::chrono::minutes(5)) return invalid("expected at least 5m between two times");
  } else {
    return false;
  }
  return true;
}

Status take_clause(Habit& habit, LineReader& words) {
  if (words.take("on")) {
    habit.weekdays = take_weekdays(words);
    if (habit.weekdays == 0) return invalid("expected weekdays, weekends or days such as mon, tue");
  } else if (words.take("in")) {
    habit.months = take_months(words);
    if (habit.months == 0) return invalid("expected winter, spring, summer, autumn or numbers of months");
  } else if (words.take("jitter")) {
    habit.jitter = TRY(take_span(words)).low;
  } else if (words.take("likely")) {
    habit.likely = TRY(parse_share(TRY(words.plain("a share such as 90%"))));
  } else if (words.take("if")) {
    TRY(take_conditions(habit, words, true));
  } else if (words.take("unless")) {
    TRY(take_conditions(habit, words, false));
  } else {
    return invalid("expected on, in, if, unless, jitter or likely, found '" + words.peek()->text + "'");
  }
  return ok();
}

}  // namespace

uint8_t take_weekdays(LineReader& words) {
  uint8_t bits = 0;
  while (!words.done()) {
    const auto* found = std::ranges::find(kDays, words.peek()->text, &Named::word);
    if (found == std::end(kDays) || !words.take(found->word)) break;
    bits |= static_cast<uint8_t>(found->bits);
  }
  return bits;
}

uint16_t take_months(LineReader& words) {
  uint16_t bits = 0;
  while (!words.done() && words.peek()->kind == LineWord::Plain) {
    const std::string text = words.peek()->text;
    const auto* found = std::ranges::find(kSeasons, text, &Named::word);
    int month = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), month);
    const bool number = problem == std::errc() && end == text.data() + text.size() && month >= 1 && month <= 12;
    if (found == std::end(kSeasons) && !number) break;
    bits |= found != std::end(kSeasons) ? found->bits : static_cast<uint16_t>(1 << (month - 1));
    (void)words.take(text);
  }
  return bits;
}

Result<uint32_t> take_room(LineReader& words, const HouseholdHome& home) {
  const std::string id = TRY(words.plain("a room"));
  const uint32_t room = home.find_room(id);
  if (room == kNowhere) return invalid("the home has no room '" + id + "'");
  return room;
}

Result<uint32_t> take_device(LineReader& words, const HouseholdHome& home) {
  const std::string key = TRY(words.plain("a device"));
  const uint32_t device = home.find_device(key);
  if (device == kNowhere) return invalid("the home has no device '" + key + "'");
  return device;
}

Result<Habit> read_habit(LineReader& words, const HouseholdHome& home, const Residents& known) {
  Habit habit;
  habit.name = TRY(words.plain("a name for the habit"));
  if (std::ranges::find(known.habits, habit.name, &Habit::name) != known.habits.end()) {
    return invalid("habit '" + habit.name + "' stands twice");
  }
  if (!words.take("by")) return invalid("expected by, and who does it");
  TRY(take_who(habit, words, known));
  if (!TRY(take_trigger(habit, words, home, known))) {
    return invalid("expected at, after, entering, leaving, arriving, departing or every");
  }
  while (!words.done()) TRY(take_clause(habit, words));
  return habit;
}

Result<std::optional<Step>> read_step(std::string_view verb, LineReader& words, const HouseholdHome& home) {
  static constexpr std::pair<std::string_view, Step::Verb> kTimed[] = {
      {"stays", Step::Stays}, {"showers", Step::Showers}, {"cooks", Step::Cooks}, {"leaves", Step::Leaves}};
  Step step;
  if (verb == "wakes" || verb == "sleeps") {
    step.verb = verb == "wakes" ? Step::Wakes : Step::Sleeps;
  } else if (verb == "goes") {
    step.verb = Step::Goes;
    step.room = TRY(take_room(words, home));
    if (home.rooms[step.room].outdoors)
      return invalid("expected a room indoors, found '" + home.rooms[step.room].id + "'");
  } else if (verb == "sets") {
    step.verb = Step::Sets;
    TRY(take_device_value(step, words, home));
  } else {
    const auto* found = std::ranges::find(kTimed, verb, &std::pair<std::string_view, Step::Verb>::first);
    if (found == std::end(kTimed)) return std::optional<Step>();
    step.verb = found->second;
    step.time = TRY(take_span(words));
    if (step.time.high > std::chrono::hours(24 * 60)) return invalid("expected at most 60d");
  }
  return std::optional(std::move(step));
}

}  // namespace hearth::simulation
