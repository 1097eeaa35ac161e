// What happens in a story; expectations.cc has what is expected.
#include "tests/stories/story_player.h"

#include <algorithm>

#include "calendar/zone.h"
#include "simulation/value_words.h"

namespace hearth::stories {

using simulation::LineWord;

Status StoryPlayer::play() {
  TRY(begin());
  for (const StoryLine& line : story_.lines) TRY(play_line(line));
  return finish();
}

Status StoryPlayer::begin() {
  TRY(house_.start());
  begin_stimulus();
  return ok();
}

Status StoryPlayer::play_line(const StoryLine& line) {
  Reader words(line.words);
  Status done = take(words);
  if (done) done = words.end();
  if (done) return ok();
  return Error{done.error().kind,
               line.text + "\n  " + done.error().message + "\nWhat happened last:\n" + last_entries(),
               story_.file.string() + ":" + std::to_string(line.number)};
}

Status StoryPlayer::finish() {
  TRY(house_.settle());
  if (any_commands_) return ok();
  for (const auto& door : house_.doors()) {
    const auto& expected = expected_commands_[std::string(door->name())];
    for (size_t i = 0; i < door->delivered().size(); ++i) {
      if (expected.contains(i)) continue;
      const auto& sent = door->delivered()[i];
      return internal("the house also commanded " + sent.key + " " +
                          std::string(home::facts(sent.set.capability).name) + " " + home::to_text(sent.set.to) +
                          ", which no line expects\nWhat happened last:\n" + last_entries(),
                      story_.file.string());
    }
  }
  return ok();
}

void StoryPlayer::begin_stimulus() {
  for (const auto& door : house_.doors()) spoken_from_[std::string(door->name())] = door->spoken().size();
}

Status StoryPlayer::take(Reader& line) {
  if (line.peek() != nullptr && line.peek()->text == "expect") {
    line.take("expect");
    return expect(line);
  }
  const std::string verb = TRY(line.plain("something that happens, or expect"));
  if (verb == "why") return why(line);
  begin_stimulus();
  if (verb == "at") return at(line);
  if (verb == "after")
    return house_.advance(house_.now() + TRY(simulation::parse_duration(TRY(line.plain("a length of time")))));
  if (verb == "say") return say(line);
  if (verb == "undo") return house_.say(person_, room_, "undo that");
  if (verb == "fault") return fault(line);
  if (verb == "restart") return stop(line, false);
  if (verb == "kill") return stop(line, true);
  if (verb == "clock") return clock(line);
  if (verb == "disk") return disk(line);
  if (verb == "motion") return motion(line);
  if (verb == "gone") {
    const std::string key = TRY(line.plain("an entity"));
    connect::SimulatorDoor* door = house_.door_of(key);
    if (door == nullptr) return not_found("no door shows '" + key + "'");
    TRY(door->remove(key));
    return house_.settle();
  }
  if (verb.find('.') != std::string::npos) return change(verb, line);
  return invalid(
      "expected at, after, say, undo, why, fault, restart, kill, clock, disk, motion, gone, expect or an "
      "entity such as light.kitchen, found '" +
      verb + "'");
}

Status StoryPlayer::at(Reader& line) {
  std::string text = TRY(line.plain("a time such as 19:00 or 2026-03-29"));
  const calendar::Zone zone = TRY(calendar::Zone::find(house_.zone()));
  calendar::CivilTime civil = zone.to_civil(house_.now());
  const bool dated = text.find('-') != std::string::npos;
  if (dated) {
    civil = TRY(calendar::parse_civil(text));
    if (line.peek() != nullptr) text = TRY(line.plain("a time such as 19:00"));
  }
  if (text.find(':') != std::string::npos) {
    const auto day = calendar::to_string(civil).substr(0, 11);
    civil = TRY(calendar::parse_civil(day + text));
  }
  Time time = zone.to_utc(civil);
  if (time < house_.now() && !dated) time = zone.to_utc(calendar::add_days(civil, 1));
  if (time < house_.now()) return invalid("that time has passed: it is " + to_iso8601(house_.now()));
  return house_.advance(time);
}

Status StoryPlayer::say(Reader& line) {
  const LineWord who = TRY(line.next("who speaks"));
  person_ = who.text;
  if (line.take("in")) {
    room_ = TRY(line.plain("the name of a room"));
  } else {
    // Where the person's own satellite stands, else where the first one is.
    room_.clear();
    std::string first;
    for (const auto& door : house_.doors()) {
      const home::Listing& listing = door->listing();
      for (const home::Satellite& satellite : listing.satellites) {
        const std::string room = listing.devices[satellite.device.value - 1].identifiers.front().substr(10);
        if (first.empty()) first = room;
        const bool own =
            satellite.usual && home::identity_of(listing.people[satellite.usual->value - 1].names.front().text) ==
                                   home::identity_of(person_);
        if (own && room_.empty()) room_ = room;
      }
    }
    if (room_.empty()) room_ = first;
  }
  if (room_ == "nowhere") room_.clear();
  return house_.say(person_, room_, TRY(line.quoted("what is said")));
}

Status StoryPlayer::fault(Reader& line) {
  const std::string key = TRY(line.plain("an entity"));
  connect::SimulatorDoor* door = house_.door_of(key);
  if (door == nullptr) return not_found("no door shows '" + key + "'");
  connect::Faults faults;
  while (!line.done()) {
    if (line.take("ok"))
      faults = {};
    else if (line.take("delay"))
      faults.delay = TRY(simulation::parse_duration(TRY(line.plain("a length of time"))));
    else if (line.take("lose"))
      faults.lose = true;
    else if (line.take("repeat"))
      faults.repeat = true;
    else if (line.take("opposite"))
      faults.opposite = true;
    else if (line.take("silent"))
      faults.silent = true;
    else if (line.take("refuse"))
      faults.refuse = true;
    else if (line.take("away"))
      faults.away = true;
    else
      return invalid("expected ok, delay, lose, repeat, opposite, silent, refuse or away, found '" + line.peek()->text +
                     "'");
  }
  TRY(door->set_faults(key, faults));
  return house_.settle();
}

Status StoryPlayer::stop(Reader& line, bool killed) {
  house_.stop(killed);
  if (line.take("for"))
    TRY(house_.advance(house_.now() + TRY(simulation::parse_duration(TRY(line.plain("a length of time"))))));
  return house_.start();
}

Status StoryPlayer::clock(Reader& line) {
  if (!line.take("step")) return invalid("expected 'clock step +1h' or 'clock step -1y'");
  std::string by = TRY(line.plain("a length of time with a sign"));
  if (by.empty() || (by[0] != '+' && by[0] != '-')) return invalid("expected + or - before the length of time");
  const Duration length = TRY(simulation::parse_duration(std::string_view(by).substr(1)));
  house_.step_clock(by[0] == '-' ? -length : length);
  return house_.settle();
}

Status StoryPlayer::disk(Reader& line) {
  const std::string state = TRY(line.plain("full or ok"));
  if (state != "full" && state != "ok") return invalid("expected full or ok, found '" + state + "'");
  return house_.set_disk_full(state == "full");
}

Status StoryPlayer::change(const std::string& key, Reader& line) {
  connect::SimulatorDoor* door = house_.door_of(key);
  if (door == nullptr) return not_found("no door shows '" + key + "'");
  const home::Capability capability = TRY(simulation::parse_capability(TRY(line.plain("a capability"))));
  const home::Value value = TRY(simulation::parse_value(capability, TRY(line.next("a value")).text));
  TRY(door->change(key, capability, value));
  return house_.settle();
}

Status StoryPlayer::motion(Reader& line) {
  const std::string room = TRY(line.plain("the name of a room"));
  const std::string text = TRY(line.plain("on or off"));
  for (const auto& door : house_.doors()) {
    const home::Listing& listing = door->listing();
    for (const home::Entity& entity : listing.entities) {
      const home::AreaId area = listing.devices[entity.device.value - 1].area;
      if (!area || home::identity_of(listing.areas[area.value - 1].names.front().text) != home::identity_of(room))
        continue;
      for (const home::Trait& trait : entity.traits) {
        if (trait.capability != home::Capability::Motion) continue;
        TRY(door->change(entity.key, trait.capability, TRY(simulation::parse_value(trait.capability, text))));
        return house_.settle();
      }
    }
  }
  return not_found("nothing senses motion in '" + room + "'");
}

Status StoryPlayer::why(Reader& line) {
  std::string question = "why did you do that";
  if (line.take("not")) question = "why didn't you do that";
  if (line.take("asked")) question = "why do you ask";
  begin_stimulus();
  TRY(house_.say(person_, room_, question));
  return expect_said(line, false);
}

}  // namespace hearth::stories
