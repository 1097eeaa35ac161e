#include "score/dialogue/effects.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <span>

#include "score/dialogue/color_words.h"
#include "text/normalise.h"

namespace hearth::score {
namespace {

using home::Capability;
using home::EntityId;
using home::Value;

constexpr double kTolerance = 1.5;
constexpr double kDim = 40;        // percent
constexpr double kColdest = 4000;  // kelvin: Home Assistant's cold white

bool starts(const std::string& act, std::string_view with) { return act.starts_with(with); }

/// Kinds of things that an act is about where no name tells.
std::vector<std::string> kinds_of(const std::string& act) {
  if (starts(act, "light_")) return {"light"};
  if (starts(act, "blinds_") || starts(act, "garage_")) return {"cover"};
  if (starts(act, "volume_") || starts(act, "media_") || act == "mute" || act == "unmute") return {"media_player"};
  if (starts(act, "heat_")) return {"climate"};
  if (starts(act, "lock_")) return {"lock"};
  if (starts(act, "vacuum_")) return {"vacuum"};
  if (starts(act, "scene_")) return {"scene"};
  return {};
}

bool is_promise(const std::string& act) {
  return starts(act, "timer_") || starts(act, "alarm_") || starts(act, "reminder_") || starts(act, "list_") ||
         starts(act, "schedule_");
}

bool called(const home::Entity& entity, const std::string& name) {
  const std::string wanted = home::identity_of(name);
  return std::ranges::any_of(entity.names,
                             [&](const home::Name& known) { return home::identity_of(known.text) == wanted; });
}

bool is_gate(const home::Entity& entity) { return entity.device_class == "garage" || entity.device_class == "gate"; }

const Value* at(const Shown& shown, Capability capability) {
  const auto found = shown.find(capability);
  return found == shown.end() ? nullptr : &found->second;
}

double number_at(const Shown& shown, Capability capability) {
  const Value* value = at(shown, capability);
  const double* number = value == nullptr ? nullptr : std::get_if<double>(value);
  return number == nullptr ? std::nan("") : *number;
}

bool is(const Shown& shown, Capability capability, const Value& wanted) {
  const Value* value = at(shown, capability);
  return value != nullptr && *value == wanted;
}

/// The number that a value names; nothing for words, and for steps, which are as long as their kind of thing makes
/// them.
std::optional<double> amount(const Json& value) {
  if (value.is_number()) return value.get<double>();
  if (!value.is_object() || !value.contains("amount") || !value["amount"].is_number()) return std::nullopt;
  if (value.value("unit", std::string()) == "step") return std::nullopt;
  return value["amount"].get<double>();
}

bool relative(const Json& value) { return value.is_object() && value.value("relative", false); }

bool coloured(const Json& value, const Shown& before, const Shown& after) {
  const std::string color = value.is_string() ? value.get<std::string>() : std::string();
  const double was = number_at(before, Capability::ColorTemperature);
  const double now = number_at(after, Capability::ColorTemperature);
  if (color == "warmer white" || color == "warmer") return now < was;
  if (color == "cooler white" || color == "cooler") return now > was;
  if (is_warm_white(color)) return now < 3500;
  if (is_cold_white(color)) return now >= kColdest;
  if (color.empty()) return at(after, Capability::Color) != nullptr || now != was;
  return is(after, Capability::Color, std::string(hex_of_color(color)));
}

/// A level reached, or a step taken in the right direction.
bool moved(const TalkGoal& goal, Capability capability, int way, const Shown& before, const Shown& after) {
  const double was = number_at(before, capability), now = number_at(after, capability);
  if (std::isnan(now)) return false;
  const auto number = amount(goal.value);
  if (way == 0) return number ? std::abs(now - *number) <= kTolerance : now != was;
  if (number && relative(goal.value)) return std::abs(now - was - way * *number) <= kTolerance;
  if (number) return std::abs(now - *number) <= kTolerance;
  return way > 0 ? now > was : now < was;
}

bool switched(bool on, const Shown& after) {
  if (is(after, Capability::OnOff, on)) return true;
  if (at(after, Capability::OnOff) != nullptr) return false;
  if (const Value* mode = at(after, Capability::ThermostatMode)) return (*mode == Value(std::string("off"))) != on;
  if (const Value* vacuum = at(after, Capability::Vacuum)) return (*vacuum == Value(std::string("cleaning"))) == on;
  if (at(after, Capability::Position) != nullptr) return number_at(after, Capability::Position) == (on ? 100 : 0);
  return at(after, Capability::Scene) != nullptr && on;
}

bool light_done(const TalkGoal& goal, const Shown& before, const Shown& after) {
  const std::string& act = goal.act;
  const bool lit = !is(after, Capability::OnOff, false);
  if (act == "light_brighter") {
    const bool went_on = is(before, Capability::OnOff, false) && is(after, Capability::OnOff, true);
    return lit && (moved(goal, Capability::Brightness, 1, before, after) || (went_on && goal.value.is_null()));
  }
  if (act == "light_dimmer") {
    // Of a lamp that is off "dim it" may as well mean little light as none.
    const double now = number_at(after, Capability::Brightness);
    const bool dimly = is(before, Capability::OnOff, false) && lit && goal.value.is_null() && now > 0 && now <= kDim;
    return dimly || moved(goal, Capability::Brightness, -1, before, after);
  }
  if (act == "light_set") return moved(goal, Capability::Brightness, 0, before, after);
  if (act == "light_color") return coloured(goal.value, before, after);
  return switched(act == "light_on", after);
}

bool act_done(const TalkGoal& goal, const Shown& before, const Shown& after) {
  const std::string& act = goal.act;
  if (starts(act, "light_")) return light_done(goal, before, after);
  if (act == "device_set") return moved(goal, Capability::Speed, 0, before, after);
  if (act == "device_up") return moved(goal, Capability::Speed, 1, before, after);
  if (act == "device_down") return moved(goal, Capability::Speed, -1, before, after);
  if (act == "device_on" || act == "device_off" || act == "heat_on" || act == "heat_off") {
    const bool paused = act == "device_off" && is(after, Capability::Playback, std::string("paused"));
    return switched(act.ends_with("_on"), after) || paused;
  }
  if (act == "volume_up") return moved(goal, Capability::Volume, 1, before, after);
  if (act == "volume_down") return moved(goal, Capability::Volume, -1, before, after);
  if (act == "volume_set") return moved(goal, Capability::Volume, 0, before, after);
  if (act == "mute" || act == "unmute") return is(after, Capability::Mute, act == "mute");
  if (act == "media_pause") return is(after, Capability::Playback, std::string("paused"));
  if (act == "media_play") return is(after, Capability::Playback, std::string("playing"));
  if (act == "blinds_open" || act == "garage_open") return number_at(after, Capability::Position) >= 99;
  if (act == "blinds_close" || act == "garage_close") return number_at(after, Capability::Position) <= 1;
  if (act == "blinds_set") return moved(goal, Capability::Position, 0, before, after);
  if (act == "blinds_raise") return moved(goal, Capability::Position, 1, before, after);
  if (act == "blinds_lower") return moved(goal, Capability::Position, -1, before, after);
  if (act == "lock_lock" || act == "lock_unlock") return is(after, Capability::Lock, act == "lock_lock");
  if (act == "heat_set") return moved(goal, Capability::TargetTemperature, 0, before, after);
  if (act == "heat_warmer") return moved(goal, Capability::TargetTemperature, 1, before, after);
  if (act == "heat_cooler") return moved(goal, Capability::TargetTemperature, -1, before, after);
  if (act == "vacuum_start") return is(after, Capability::Vacuum, std::string("cleaning"));
  if (act == "vacuum_stop" || act == "vacuum_dock") return !is(after, Capability::Vacuum, std::string("cleaning"));
  if (act == "scene_on") return at(after, Capability::Scene) != nullptr;
  return false;
}

/// With a length or an end ("for ten minutes", "bis elf Uhr") the act starts at once, and its end is promised.
bool for_a_while(const TalkGoal& goal) {
  static constexpr std::array kBegins{"for",     "until",  "till",    "für",   "bis",
                                      "pendant", "durant", "durante", "hasta", "por"};
  const std::string when = text::fold(goal.when);
  const std::string first = when.substr(0, when.find(' '));
  if (first.starts_with("jusqu")) return true;
  if (when.starts_with("por la ")) return false;  // "in the morning"
  return std::ranges::any_of(kBegins, [&](const char* begins) { return first == text::fold(begins); });
}

/// At another time than now.
bool later(const TalkGoal& goal) { return !goal.when.empty() && !for_a_while(goal); }

Shown after_sets(const Shown& before, EntityId thing, const std::vector<flow::Set>& sets) {
  Shown after = before;
  for (const flow::Set& set : sets) {
    if (set.entity != thing) continue;
    after[set.capability] = set.to;
    // A lamp that is dimmed or coloured is lit.
    const double* number = std::get_if<double>(&set.to);
    const bool dark = set.capability == Capability::Brightness && number != nullptr && *number <= 0;
    const bool shines = set.capability == Capability::Brightness || set.capability == Capability::Color ||
                        set.capability == Capability::ColorTemperature;
    if (shines && at(before, Capability::OnOff) != nullptr) after[Capability::OnOff] = !dark;
  }
  return after;
}

bool was_set(const Answered& answered, EntityId thing) {
  return std::ranges::any_of(answered.sets, [&](const flow::Set& set) { return set.entity == thing; });
}

/// Things that really became something else, or are set where only a command can tell.
std::set<EntityId> changed(const Answered& answered, const Everything& before) {
  std::set<EntityId> things;
  for (const flow::Set& set : answered.sets) {
    const auto known = before.find(set.entity);
    const Value* was = known == before.end() ? nullptr : at(known->second, set.capability);
    if (was == nullptr || !home::same(*was, set.to, home::facts(set.capability).tolerance)) things.insert(set.entity);
  }
  return things;
}

bool among(const std::vector<EntityId>& things, EntityId thing) {
  return std::ranges::find(things, thing) != things.end();
}

struct Turn {
  const Answered& answered;
  const Everything& first;
  const Everything& before;

  bool done(const TalkGoal& goal, EntityId thing) const {
    const Shown& was = before.at(thing);
    const Shown now = after_sets(was, thing, answered.sets);
    return is_done(goal, thing, first.at(thing), was, now) || put_back(goal, thing, was, now);
  }
  /// What was closed by mistake and is taken back stands as it stood before the talk, however far open that was.
  bool put_back(const TalkGoal& goal, EntityId thing, const Shown& was, const Shown& now) const {
    const bool opens = goal.act == "blinds_open" || goal.act == "garage_open";
    if (!answered.plan || !answered.plan->undoes || (!opens && goal.act != "blinds_close")) return false;
    const double then = number_at(first.at(thing), Capability::Position), is = number_at(now, Capability::Position);
    return then == is && moved(goal, Capability::Position, opens ? 1 : -1, was, now);
  }
  /// "Off and then back on again": what a later goal undoes only had to be so for a while.
  bool was_done(const TalkGoal& goal, EntityId thing) const {
    const Shown& was = before.at(thing);
    std::vector<flow::Set> sets;
    for (const flow::Set& set : answered.sets) {
      sets.push_back(set);
      if (is_done(goal, thing, first.at(thing), was, after_sets(was, thing, sets))) return true;
    }
    return false;
  }
  bool reached(const TalkGoal& goal, std::span<const TalkGoal> later_goals) const {
    if (is_promise(goal.act) || later(goal)) return is_promised(goal, answered);
    if (goal.things.empty()) return false;
    if (for_a_while(goal) && !is_promised(goal, answered)) return false;
    // What was so already and was asked for again has to be set again, or else it was not understood.
    const auto one = [&](EntityId thing) {
      const bool back = goal.act == "restore";
      const bool passing =
          std::ranges::any_of(later_goals, [&](const TalkGoal& next) { return among(next.things, thing); });
      return (passing ? was_done(goal, thing) : done(goal, thing)) && (was_set(answered, thing) || back);
    };
    return goal.any ? std::ranges::any_of(goal.things, one) : std::ranges::all_of(goal.things, one);
  }
  bool allows(const TalkGoal& goal, EntityId thing) const {
    if (later(goal)) return false;
    return among(goal.besides, thing) || (among(goal.things, thing) && done(goal, thing));
  }
};

}  // namespace

bool is_done(const TalkGoal& goal, EntityId, const Shown& first, const Shown& before, const Shown& after) {
  if (goal.act != "restore") return act_done(goal, before, after);
  // How bright a lamp was before it went out is nothing that anybody sees.
  if (is(first, Capability::OnOff, false) && is(after, Capability::OnOff, false)) return true;
  return std::ranges::all_of(first, [&](const auto& shown) {
    const Value* now = at(after, shown.first);
    return now != nullptr && home::same(*now, shown.second, home::facts(shown.first).tolerance);
  });
}

bool is_promised(const TalkGoal& goal, const Answered& answered) {
  using flow::Promise;
  const auto fits = [&](const Promise& promise) {
    if (!goal.when.empty() && !is_promise(goal.act)) return promise.change == Promise::Begin;
    const bool begins = promise.change == Promise::Begin;
    if (goal.act == "timer_set") {
      const auto minutes = amount(goal.value);
      const bool length = !minutes || std::abs(promise.seconds - *minutes * 60) < 1;
      return promise.kind == Promise::Timer && begins && length;
    }
    if (goal.act == "timer_extend") return promise.change == Promise::Extend;
    if (goal.act == "timer_cancel") return promise.change == Promise::Cancel;
    if (goal.act == "timer_pause") return promise.change == Promise::Pause;
    if (goal.act == "timer_resume") return promise.change == Promise::Resume;
    if (goal.act == "alarm_set") return promise.kind == Promise::Alarm && begins;
    if (goal.act == "alarm_cancel") return promise.kind == Promise::Alarm && promise.change == Promise::Cancel;
    if (goal.act == "reminder_set") return promise.kind == Promise::Reminder && begins;
    if (goal.act == "reminder_cancel") return promise.kind == Promise::Reminder && promise.change == Promise::Cancel;
    if (goal.act == "list_add") {
      const std::string item = goal.value.is_string() ? goal.value.get<std::string>() : std::string();
      const bool it = std::ranges::any_of(promise.about.with, [&](const auto& argument) {
        const auto* text = std::get_if<std::string>(&argument.second);
        return text != nullptr && home::identity_of(*text) == home::identity_of(item);
      });
      return promise.kind == Promise::Item && begins && (it || item.empty());
    }
    if (goal.act == "list_remove") return promise.kind == Promise::Item && !begins;
    return false;
  };
  return std::ranges::any_of(answered.promises, fits);
}

TalkGoal goal_of(const Json& frame, const home::Home& home, home::AreaId here) {
  TalkGoal goal;
  goal.act = frame.value("act", std::string());
  goal.when = frame.value("when", std::string());
  goal.value = frame.contains("color") ? frame["color"] : frame.value("value", Json());
  const std::string name = frame.value("name", std::string());
  std::vector<std::string> areas;
  for (const Json& area : frame.value("area", Json::array())) areas.push_back(area.get<std::string>());
  const bool everywhere = areas == std::vector<std::string>{"*"};
  const std::vector<std::string> kinds = kinds_of(goal.act);
  std::vector<EntityId> found, near, rest;
  for (const home::Entity& entity : home.entities) {
    const home::Area* area = home.area(home.area_of(entity));
    const bool there = area != nullptr && std::ranges::any_of(areas, [&](const std::string& wanted) {
                         return std::ranges::any_of(area->names, [&](const home::Name& known) {
                           return home::identity_of(known.text) == home::identity_of(wanted);
                         });
                       });
    const bool placed = areas.empty() || everywhere || there;
    if (name == "everything") {
      const bool in_room = areas.empty() ? home.area_of(entity) == here : placed;
      static const std::set<std::string> kSwitched{"light", "switch", "fan", "media_player"};
      static const std::set<std::string> kPerhaps{"climate", "humidifier", "cover", "vacuum"};
      if (in_room && kSwitched.contains(entity.kind)) found.push_back(entity.id);
      if (in_room && kPerhaps.contains(entity.kind)) goal.besides.push_back(entity.id);
      continue;
    }
    if (!name.empty()) {
      if (!called(entity, name)) continue;
      if (placed) (home.area_of(entity) == here ? near : rest).push_back(entity.id);
      continue;
    }
    if (std::ranges::find(kinds, entity.kind) == kinds.end()) continue;
    if (entity.kind == "cover" && is_gate(entity) != starts(goal.act, "garage_")) continue;
    const bool blind = entity.device_class != "curtain" && entity.device_class != "awning";
    if (starts(goal.act, "garage_") && areas.empty() && name.empty() && entity.device_class != "garage") continue;
    if (areas.empty() && home.area_of(entity) != here) {
      rest.push_back(entity.id);
    } else if (placed) {
      (entity.kind == "cover" && !blind && !is_gate(entity) ? goal.besides : found).push_back(entity.id);
    }
  }
  if (!name.empty() && name != "everything") found = near.empty() ? rest : near;
  if (found.empty() && name.empty() && rest.size() == 1) found = rest;
  if (found.empty() && !goal.besides.empty() && name.empty()) std::swap(found, goal.besides);
  goal.any = name.empty() && (starts(goal.act, "volume_") || starts(goal.act, "media_") || starts(goal.act, "heat_") ||
                              goal.act == "mute" || goal.act == "unmute");
  goal.things = std::move(found);
  return goal;
}

TalkGoal goal_of_target(const Json& expected, const home::Home& home) {
  TalkGoal goal;
  goal.act = expected.value("act", std::string());
  goal.when = expected.value("when", std::string());
  goal.value = expected.value("value", Json());
  const std::string target = expected.value("target", std::string());
  if (starts(goal.act, "list_") && goal.value.is_null()) goal.value = target;
  for (const home::Entity& entity : home.entities) {
    if (called(entity, target)) goal.things.push_back(entity.id);
  }
  if (goal.things.size() > 1) {
    std::erase_if(goal.things, [&](EntityId id) {
      return home::identity_of(home.entity(id)->names.front().text) != home::identity_of(target);
    });
  }
  if (target == "home" && goal.act == "restore") {
    for (const home::Entity& entity : home.entities) goal.things.push_back(entity.id);
  }
  return goal;
}

Outcome judge(const std::vector<std::vector<TalkGoal>>& readings, const Answered& answered, const Everything& first,
              const Everything& before) {
  const Turn turn{answered, first, before};
  const std::set<EntityId> things = changed(answered, before);
  const auto allowed = [&](const std::vector<TalkGoal>& reading, EntityId thing) {
    return std::ranges::any_of(reading, [&](const TalkGoal& goal) { return turn.allows(goal, thing); });
  };
  const auto promised = [&](const std::vector<TalkGoal>& reading) {
    return std::ranges::any_of(reading,
                               [&](const TalkGoal& goal) { return is_promise(goal.act) || !goal.when.empty(); });
  };
  for (const std::vector<TalkGoal>& reading : readings) {
    bool all = true;
    for (size_t i = 0; i < reading.size(); ++i) {
      all = all && turn.reached(reading[i], std::span(reading).subspan(i + 1));
    }
    const bool nothing_else = std::ranges::all_of(things, [&](EntityId thing) { return allowed(reading, thing); }) &&
                              (answered.promises.empty() || promised(reading));
    if (all && nothing_else) return Outcome::Right;
  }
  const bool strange = std::ranges::any_of(things, [&](EntityId thing) {
    return std::ranges::none_of(readings, [&](const auto& reading) { return allowed(reading, thing); });
  });
  const bool promise = !answered.promises.empty() && std::ranges::none_of(readings, promised);
  if (strange || promise) return Outcome::Wrong;
  return answered.plan && answered.plan->verdict == flow::Plan::AskBack ? Outcome::Asked : Outcome::Missed;
}

std::string describe(const Answered& answered, const home::Home& home) {
  std::string text;
  for (const flow::Set& set : answered.sets) {
    std::string to = "?";
    if (const bool* yes = std::get_if<bool>(&set.to)) to = *yes ? "on" : "off";
    if (const double* number = std::get_if<double>(&set.to)) to = fmt::format("{}", *number);
    if (const auto* word = std::get_if<std::string>(&set.to)) to = *word;
    text += fmt::format("{} {} {}; ", home.display_name(set.entity), home::facts(set.capability).name, to);
  }
  if (!answered.promises.empty()) text += fmt::format("{} promises; ", answered.promises.size());
  return text + "“" + answered.words + "”";
}

}  // namespace hearth::score
