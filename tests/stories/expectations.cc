// What a story expects of the house.
#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "flow/fields.h"
#include "flow/json.h"
#include "simulation/value_words.h"
#include "tests/stories/story_player.h"

namespace hearth::stories {
namespace {

using simulation::LineWord;

constexpr Duration kPatience = std::chrono::seconds(10);

/// Errors: InvalidInput for a pattern that is none.
Result<bool> matches(const LineWord& wanted, const std::string& said) {
  if (wanted.kind != LineWord::Pattern) return wanted.text == said;
  try {
    return std::regex_search(said, std::regex(wanted.text, std::regex::ECMAScript | std::regex::icase));
  } catch (const std::regex_error& wrong) { return invalid(std::string("expected a pattern: ") + wrong.what()); }
}

template <class Enum>
Result<Enum> named(std::string_view word) {
  const auto& list = flow::Names<Enum>::list;
  const auto found = std::ranges::find(list, word);
  if (found != list.end()) return static_cast<Enum>(found - list.begin());
  std::string all;
  for (const std::string_view name : list) all += (all.empty() ? "" : ", ") + std::string(name);
  return invalid("expected one of " + all + ", found '" + std::string(word) + "'");
}

bool names_item(const memory::Promised& promised, std::string_view text) {
  return std::ranges::any_of(promised.promise.about.with, [&](const auto& argument) {
    const auto* word = std::get_if<std::string>(&argument.second);
    return word != nullptr && *word == text;
  });
}

}  // namespace

Status StoryPlayer::expect(Reader& line) {
  if (line.take("no")) return expect_no(line);
  const std::string what = TRY(line.plain("command, said, ask, plan, decline, outcome, state …"));
  if (what == "command") return expect_command(line);
  if (what == "any") {
    const std::string whatever = TRY(line.plain("commands or said"));
    if (whatever == "commands") any_commands_ = true;
    if (whatever == "said") {
      for (const auto& door : house_.doors()) spoken_from_[std::string(door->name())] = door->spoken().size();
    }
    const bool known = whatever == "commands" || whatever == "said";
    return known ? ok() : Status(invalid("expected 'any commands' or 'any said'"));
  }
  if (what == "said") return expect_said(line, false);
  if (what == "ask") return expect_said(line, true);
  if (what == "plan") return expect_plan(TRY(line.plain("a verdict")));
  if (what == "decline") {
    TRY(expect_plan("decline"));
    return line.done() ? ok() : expect_said(line, false);
  }
  if (what == "outcome") return expect_outcome(line);
  if (what == "changed") return expect_actuation(line);
  if (what == "state") return expect_state(line, false);
  if (what == "device") return expect_state(line, true);
  if (what == "timer") return expect_timer(line);
  if (what == "item") return expect_item(line);
  if (what == "promise") return expect_promise(line);
  return invalid(
      "expected command, any, said, ask, plan, decline, outcome, changed, state, device, timer, item, promise or no, "
      "found '" +
      what + "'");
}

Result<Duration> StoryPlayer::within(Reader& line, Duration otherwise) {
  if (!line.take("within")) return otherwise;
  return simulation::parse_duration(TRY(line.plain("a length of time")));
}

Status StoryPlayer::until(const Found& found, const std::string& what, Reader& line) {
  const Time limit = house_.now() + TRY(within(line, kPatience));
  TRY(house_.settle());
  while (!TRY(found())) {
    if (!TRY(house_.advance_once(limit)) && !TRY(found())) return not_found("expected " + what);
  }
  return ok();
}

Status StoryPlayer::expect_no(Reader& line) {
  const std::string what = TRY(line.plain("command, said, timer, item or outcome"));
  if (what == "command") {
    const std::string key = line.peek() != nullptr && line.peek()->text.find('.') != std::string::npos
                                ? TRY(line.plain("an entity"))
                                : std::string();
    TRY(house_.advance(house_.now() + TRY(within(line, {}))));
    for (const auto& door : house_.doors()) {
      const auto& expected = expected_commands_[std::string(door->name())];
      for (size_t i = 0; i < door->delivered().size(); ++i) {
        const auto& sent = door->delivered()[i];
        if (expected.contains(i) || (!key.empty() && sent.key != key)) continue;
        return internal("expected no command, but " + sent.key + " was told " + home::to_text(sent.set.to));
      }
    }
    return ok();
  }
  if (what == "said") {
    TRY(house_.advance(house_.now() + TRY(within(line, {}))));
    for (const auto& door : house_.doors()) {
      const size_t from = spoken_from_[std::string(door->name())];
      if (door->spoken().size() > from)
        return internal("expected silence, heard \"" + door->spoken()[from].words.text + "\"");
    }
    return ok();
  }
  if (what == "timer") {
    for (const memory::Promised& promised : house_.memory().promises.all()) {
      if (promised.promise.kind == flow::Promise::Timer) return internal("expected no timer, but one is running");
    }
    return ok();
  }
  if (what == "promise") return expect_promise(line) ? Status(internal("expected no such promise")) : ok();
  if (what == "item") {
    const std::string item = TRY(line.quoted("an item"));
    for (const memory::Promised& promised : house_.memory().promises.all()) {
      if (names_item(promised, item)) return internal("expected no \"" + item + "\" on any list");
    }
    return ok();
  }
  if (what == "outcome") {
    TRY(house_.advance(house_.now() + TRY(within(line, std::chrono::seconds(10)))));
    return expect_outcome(line) ? Status(internal("expected no such outcome")) : ok();
  }
  return invalid("expected command, said, timer, item or outcome, found '" + what + "'");
}

Status StoryPlayer::expect_command(Reader& line) {
  const std::string key = TRY(line.plain("an entity"));
  connect::SimulatorDoor* shown = house_.door_of(key);
  if (shown == nullptr) return not_found("no door shows '" + key + "'");
  const home::Capability capability = TRY(simulation::parse_capability(TRY(line.plain("a capability"))));
  const home::Value value = TRY(simulation::parse_value(capability, TRY(line.next("a value")).text));
  std::string through;
  if (line.take("through")) through = TRY(line.plain("the name of a door"));
  const auto found = [&]() -> Result<bool> {
    for (const auto& door : house_.doors()) {
      if (!through.empty() && door->name() != through) continue;
      auto& expected = expected_commands_[std::string(door->name())];
      for (size_t i = 0; i < door->delivered().size(); ++i) {
        const auto& sent = door->delivered()[i];
        const bool same = sent.key == key && sent.set.capability == capability && home::same(sent.set.to, value, 0.01);
        if (!same || expected.contains(i)) continue;
        expected.insert(i);
        return true;
      }
    }
    return false;
  };
  return until(found,
               "a command to " + key + ": " + std::string(home::facts(capability).name) + " " + home::to_text(value),
               line);
}

bool StoryPlayer::is_question(const connect::SimulatorDoor::Spoken& spoken) {
  const memory::PlanRecord* record = house_.memory().plans.find(spoken.plan);
  return record != nullptr && spoken.step < record->plan.steps.size() &&
         std::holds_alternative<flow::Ask>(record->plan.steps[spoken.step]);
}

Status StoryPlayer::expect_said(Reader& line, bool asked) {
  const LineWord wanted = TRY(line.next("what is said, in quotes or as a /pattern/"));
  if (wanted.kind == LineWord::Plain) return invalid("expected what is said in quotes or as a /pattern/");
  std::string room;
  if (line.take("in")) room = "satellite-" + TRY(line.plain("the name of a room"));
  std::optional<std::vector<std::string>> choices;
  if (line.take("choices")) {
    choices.emplace();
    while (line.peek() != nullptr && line.peek()->kind == LineWord::Quoted)
      choices->push_back(TRY(line.next("a choice")).text);
  }
  std::string heard;
  const auto found = [&]() -> Result<bool> {
    heard.clear();
    for (const auto& door : house_.doors()) {
      size_t& from = spoken_from_[std::string(door->name())];
      for (size_t i = from; i < door->spoken().size(); ++i) {
        const auto& spoken = door->spoken()[i];
        heard += "\n    heard \"" + spoken.words.text + "\"" + (spoken.to.empty() ? "" : " from " + spoken.to);
        for (const std::string& choice : spoken.words.choices) heard += " [" + choice + "]";
        const bool fits = TRY(matches(wanted, spoken.words.text)) && (room.empty() || spoken.to == room) &&
                          (!asked || is_question(spoken)) && (!choices || spoken.words.choices == *choices);
        if (!fits) continue;
        from = i + 1;
        return true;
      }
    }
    return false;
  };
  std::string what = std::string(asked ? "the question " : "to hear ") +
                     (wanted.kind == LineWord::Pattern ? "/" : "\"") + wanted.text +
                     (wanted.kind == LineWord::Pattern ? "/" : "\"");
  Status done = until(found, what, line);
  if (!done)
    return Error{done.error().kind, done.error().message + (heard.empty() ? "\n    heard nothing" : heard), {}};
  return ok();
}

Status StoryPlayer::expect_plan(const std::string& verdict) {
  const auto wanted = TRY(named<flow::Plan::Verdict>(verdict));
  TRY(house_.settle());
  const auto& plans = house_.memory().plans.all();
  if (plans.empty()) return not_found("expected a plan");
  if (plans.back().plan.verdict == wanted) return ok();
  return internal("expected the verdict " + verdict + ", found " +
                  std::string(flow::Names<flow::Plan::Verdict>::list[plans.back().plan.verdict]));
}

Status StoryPlayer::expect_outcome(Reader& line) {
  const std::string word = TRY(line.plain("done, unconfirmed, refused, failed or interrupted"));
  const auto progress = TRY(named<flow::Outcome::Progress>(word));
  home::EntityId of;
  std::string key;
  if (line.peek() != nullptr && line.peek()->text.find('.') != std::string::npos) {
    key = TRY(line.plain("an entity"));
    of = TRY(entity(key));
  }
  const auto found = [&]() -> Result<bool> {
    bool met = false;
    TRY(house_.journal().scan({1}, [&](const flow::Entry& entry) {
      const auto* outcome = std::get_if<flow::Outcome>(&entry.message);
      const bool fits = outcome != nullptr && outcome->progress == progress && outcome->entity &&
                        (!of || outcome->entity == of) && !expected_entries_.contains(entry.seq.value);
      if (!fits) return true;
      expected_entries_.insert(entry.seq.value);
      met = true;
      return false;
    }));
    return met;
  };
  return until(found, "the outcome " + word + (key.empty() ? "" : " of " + key), line);
}

Status StoryPlayer::expect_actuation(Reader& line) {
  const std::string key = TRY(line.plain("an entity"));
  const home::EntityId of = TRY(entity(key));
  if (!line.take("by")) return invalid("expected 'by' and who");
  const std::string word = TRY(line.plain("by_hand, hearth, other_automation or unknown"));
  const auto by = TRY(named<flow::Actuation::By>(word));
  const auto found = [&]() -> Result<bool> {
    bool met = false;
    TRY(house_.journal().scan({1}, [&](const flow::Entry& entry) {
      const auto* changed = std::get_if<flow::Actuation>(&entry.message);
      if (changed == nullptr || changed->entity != of || expected_entries_.contains(entry.seq.value)) return true;
      met = changed->by == by;
      if (met) expected_entries_.insert(entry.seq.value);
      return !met;
    }));
    return met;
  };
  return until(found, key + " changed by " + word, line);
}

Status StoryPlayer::expect_state(Reader& line, bool of_device) {
  const std::string key = TRY(line.plain("an entity"));
  const home::EntityId id = TRY(entity(key));
  const home::Capability capability = TRY(simulation::parse_capability(TRY(line.plain("a capability"))));
  const home::Value value = TRY(simulation::parse_value(capability, TRY(line.next("a value")).text));
  home::Value is;
  const auto found = [&]() -> Result<bool> {
    is = of_device ? house_.door_of(key)->find(key)->value(capability)
                   : house_.memory().present.state(id, capability).value;
    return home::same(is, value, 0.01);
  };
  Status done = until(found, key + " " + std::string(home::facts(capability).name) + " " + home::to_text(value), line);
  if (!done) return Error{done.error().kind, done.error().message + ", found " + home::to_text(is), {}};
  return ok();
}

Status StoryPlayer::expect_timer(Reader& line) {
  std::string name;
  if (line.peek() != nullptr && line.peek()->kind == LineWord::Quoted) name = TRY(line.quoted("a name"));
  const bool paused = line.take("paused");
  std::optional<Duration> left;
  if (line.take("left")) left = TRY(simulation::parse_duration(TRY(line.plain("a length of time"))));
  TRY(house_.settle());
  std::string seen;
  for (const memory::Promised& promised : house_.memory().promises.all()) {
    if (promised.promise.kind != flow::Promise::Timer) continue;
    const double seconds = promised.paused ? promised.remaining_s : to_seconds(promised.promise.due - house_.now());
    seen += fmt::format("\n    a timer with {} s left{}", seconds, promised.paused ? ", paused" : "");
    const bool fits = (name.empty() || names_item(promised, name)) && promised.paused == paused &&
                      (!left || std::abs(seconds - to_seconds(*left)) < 1);
    if (fits) return ok();
  }
  return not_found("expected such a timer" + (seen.empty() ? "; there is none" : seen));
}

Status StoryPlayer::expect_item(Reader& line) {
  const std::string item = TRY(line.quoted("an item"));
  std::string list;
  if (line.take("on")) list = TRY(line.quoted("the name of a list"));
  TRY(house_.settle());
  for (const memory::Promised& promised : house_.memory().promises.all()) {
    const bool fits = promised.promise.kind == flow::Promise::Item && names_item(promised, item) &&
                      (list.empty() || promised.promise.list == list);
    if (fits) return ok();
  }
  return not_found("expected \"" + item + "\" on the list");
}

Status StoryPlayer::expect_promise(Reader& line) {
  const auto kind = TRY(named<flow::Promise::Kind>(TRY(line.plain("alarm, reminder, errand or ending"))));
  std::string name;
  if (line.peek() != nullptr && line.peek()->kind == LineWord::Quoted) name = TRY(line.quoted("a name"));
  TRY(house_.settle());
  for (const memory::Promised& promised : house_.memory().promises.all()) {
    if (promised.promise.kind == kind && (name.empty() || names_item(promised, name))) return ok();
  }
  return not_found("expected such a promise");
}

Result<home::EntityId> StoryPlayer::entity(const std::string& key) {
  if (const home::EntityId id = house_.entity(key)) return id;
  return not_found("no door shows '" + key + "'");
}

std::string StoryPlayer::last_entries() {
  constexpr size_t kShown = 14, kWidth = 360;
  if (!house_.running()) return "  the house is off";
  std::vector<std::string> lines;
  (void)house_.journal()
      .scan_back([&](const flow::Entry& entry) {
        const std::string json = dump(flow::to_json(entry));
        lines.push_back("  " + json.substr(0, kWidth) + (json.size() > kWidth ? " …" : ""));
        return lines.size() < kShown;
      })
      .ok();
  std::string text;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) text += *line + "\n";
  return text;
}

}  // namespace hearth::stories
