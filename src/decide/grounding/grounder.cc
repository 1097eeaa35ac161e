#include "decide/grounding/grounder.h"

#include <algorithm>
#include <cmath>

namespace hearth::decide {
namespace {

using flow::Faculty;
using home::Capability;
using home::Value;

/// Where a relative wish starts when nobody knows what is now.
double assumed(Capability capability, bool up) {
  switch (capability) {
    case Capability::Brightness:
      return up ? 80 : 40;
    case Capability::Volume:
      return up ? 40 : 20;
    case Capability::TargetTemperature:
      return up ? 21 : 19;
    default:
      return 50;
  }
}

constexpr double kLittleLight = 20;  // percent: what "dim" makes of a lamp that is off

double snap(double number, const home::Trait& trait) {
  if (trait.step > 0) number = trait.low + std::round((number - trait.low) / trait.step) * trait.step;
  if (trait.low < trait.high) number = std::clamp(number, trait.low, trait.high);
  return number;
}

bool is_percent(Capability capability) { return home::facts(capability).unit == "%"; }

flow::Phrase lacking(const flow::Request& request, home::EntityId target) {
  flow::Phrase why = phrase("decline.cannot", {named(target)});
  if (request.intent == flow::Intent::LightSet) why.key = "decline.cannot_light";
  if (request.intent == flow::Intent::VacuumCleanArea) why.key = "decline.cannot_room";
  if (request.intent == flow::Intent::MediaSearchAndPlay) {
    why.key = "decline.cannot_search";
    why.with.emplace_back("spoken", word_in(request, "search_query"));
  }
  return why;
}

/// What a player does that such a wish is about; empty for any other wish.
std::string_view wanted_of_player(flow::Intent intent) {
  switch (intent) {
    case flow::Intent::MediaPause:
    case flow::Intent::MediaNext:
    case flow::Intent::MediaPrevious:
    case flow::Intent::MediaPlayerMute:
    case flow::Intent::SetVolume:
    case flow::Intent::SetVolumeRelative:
      return "playing";
    case flow::Intent::MediaUnpause:
      return "paused";
    default:
      return {};
  }
}

}  // namespace

Value Grounder::current(const home::Entity& entity, Capability capability, Time now) const {
  const home::State& state = present_.state(entity.id, capability);
  const bool stale = state.seen + settings_.stale_after < now;
  return stale ? Value{} : present_.value(entity.id, capability);
}

bool Grounder::is_dark(home::EntityId light) const {
  return present_.value(light, Capability::Brightness) == Value(0.0);
}

/// Little, and no more than it gave when it was last lit.
std::optional<double> Grounder::light_in_the_dark(const home::Entity& entity, const Wish& wish) const {
  if (!wish.lights_dark || !is_dark(entity.id)) return std::nullopt;
  const double* last = std::get_if<double>(&present_.state(entity.id, Capability::Brightness).value);
  return last != nullptr && *last > 0 ? std::min(*last, kLittleLight) : kLittleLight;
}

Grounder::Step Grounder::number_step(const home::Entity& entity, const home::Trait& trait, const Wish& wish,
                                     const Value& is) const {
  Step result;
  double to = 0;
  if (const double* wanted = std::get_if<double>(&wish.to)) {
    to = *wanted;
    const bool outside = trait.low < trait.high && (to < trait.low || to > trait.high);
    if (outside && !is_percent(trait.capability) && trait.capability != Capability::ColorTemperature) {
      result.problem =
          phrase("decline.out_of_range",
                 {named(entity.id), named(trait.capability), {"value", to}, {"low", trait.low}, {"high", trait.high}});
      return result;
    }
    if (trait.step >= 50 && std::abs(snap(to, trait) - to) > 10) {  // such as a blind that only opens and closes
      result.problem = phrase("decline.too_coarse", {named(entity.id), named(trait.capability), {"value", to}});
      return result;
    }
  } else if (const auto little = light_in_the_dark(entity, wish)) {
    to = *little;
  } else if (const double* from = std::get_if<double>(&is)) {
    to = *from + wish.by;
    // Dimming is not turning off: it ends at the lowest light.
    if (trait.capability == Capability::Brightness && wish.by < 0) to = std::max(to, std::min(*from, 5.0));
    const double end = snap(is_percent(trait.capability) ? std::clamp(to, 0.0, 100.0) : to, trait);
    if (end == *from) {
      result.problem = phrase(wish.by > 0 ? "decline.already_highest" : "decline.already_lowest",
                              {named(entity.id), named(trait.capability), {"value", end}});
      return result;
    }
  } else {
    to = assumed(trait.capability, wish.by > 0);
    result.remark = phrase("remark.assumed", {named(entity.id), named(trait.capability), {"value", snap(to, trait)}});
  }
  if (is_percent(trait.capability)) to = std::clamp(to, 0.0, 100.0);
  result.set = flow::Set{entity.id, trait.capability, snap(to, trait), 0};
  return result;
}

Grounder::Step Grounder::step_for(const home::Entity& entity, const Wish& wish, Time now) const {
  Step result;
  const home::Trait* trait = settable(entity, wish.capability);
  if (trait == nullptr) {
    result.problem = phrase("decline.cannot", {named(entity.id)});
    return result;
  }
  Value is = current(entity, wish.capability, now);
  if (wish.toggle) {
    if (const bool* yes = std::get_if<bool>(&is)) {
      result.set = flow::Set{entity.id, wish.capability, !*yes, 0};
    } else if (const double* number = std::get_if<double>(&is)) {
      result.set = flow::Set{entity.id, wish.capability, *number > 0 ? 0.0 : 100.0, 0};
    } else {
      result.problem = phrase("decline.unknown_state", {named(entity.id)});
    }
    return result;
  }
  if (home::facts(wish.capability).kind == home::ValueKind::Number) { return number_step(entity, *trait, wish, is); }
  if (const auto* word = std::get_if<std::string>(&wish.to); word != nullptr && !trait->options.empty()) {
    if (std::ranges::find(trait->options, *word) == trait->options.end()) {
      result.problem = phrase("decline.no_option", {named(entity.id), named(wish.capability), {"value", *word}});
      return result;
    }
  }
  result.set = flow::Set{entity.id, wish.capability, wish.to, 0};
  return result;
}

void Grounder::ground_target(const flow::Request& request, home::EntityId target, Time now, Grounded& result,
                             std::vector<flow::Phrase>& problems) const {
  const home::Home& home = *present_.home();
  const home::Entity* entity = home.entity(target);
  const bool hidden = entity != nullptr && !entity->exposed && request.intent != flow::Intent::Set;
  if (entity == nullptr || !home.present(target) || hidden) {
    problems.push_back(phrase("decline.gone", {named(target)}));
    return;
  }
  const std::vector<Wish> wanted = wishes(request, *entity, relative_steps());
  if (wanted.empty()) {
    problems.push_back(lacking(request, target));
    return;
  }
  if (!present_.available(target)) {
    problems.push_back(phrase("decline.unavailable", {named(target)}));
    return;
  }
  std::vector<flow::Step> sets;
  for (const Wish& wish : wanted) {
    Step step = step_for(*entity, wish, now);
    if (step.problem) problems.push_back(std::move(*step.problem));
    if (step.remark) result.remarks.push_back(std::move(*step.remark));
    if (step.set) sets.emplace_back(std::move(*step.set));
  }
  // A colour is taken by most lamps only while they are lit, a station by most players only while they are on.
  const bool tints = request.intent == flow::Intent::LightSet && !number_in(request, "brightness");
  const bool needs_on = !sets.empty() && (tints || request.intent == flow::Intent::MediaSearchAndPlay);
  if (needs_on && settable(*entity, Capability::OnOff) != nullptr &&
      present_.state(target, Capability::OnOff).value == Value(false)) {
    sets.insert(sets.begin(), flow::Set{target, Capability::OnOff, true, 0});
  }
  result.steps.insert(result.steps.end(), sets.begin(), sets.end());
}

/// "Pause" is said to what plays: of several players those that the wish can be about, where there are any.
void Grounder::choose_players(flow::Request& request) const {
  const std::string_view wanted = wanted_of_player(request.intent);
  if (wanted.empty()) return;
  std::vector<home::EntityId> possible = request.targets.empty() ? ties(request, settings_.tie) : request.targets;
  if (possible.size() < 2) return;
  std::erase_if(possible, [&](home::EntityId id) {
    return present_.value(id, Capability::Playback) != Value(std::string(wanted));
  });
  if (!possible.empty()) request.targets = std::move(possible);
}

/// "Dim the lights" is said of those that are lit, where any are; in the dark it is said of all.
void Grounder::choose_lit(flow::Request& request) const {
  if (request.intent != flow::Intent::LightDimmer) return;
  std::vector<home::EntityId> lit = request.targets;
  std::erase_if(lit, [&](home::EntityId id) { return is_dark(id); });
  if (!lit.empty()) request.targets = std::move(lit);
}

bool Grounder::anything_could(const flow::Request& request) const {
  const std::string kind = word_in(request, "domain"), device_class = word_in(request, "device_class");
  return std::ranges::any_of(present_.home()->entities, [&](const home::Entity& entity) {
    return (kind.empty() || entity.kind == kind) && (device_class.empty() || entity.device_class == device_class) &&
           !wishes(request, entity).empty();
  });
}

bool Grounder::resolve(flow::Request& request, const Asker& asker, Time now, Grounded& result) const {
  choose_players(request);
  choose_lit(request);
  if (!request.targets.empty()) return true;
  std::vector<home::EntityId> candidates = ties(request, settings_.tie);
  const flow::Slot* name = flow::find_slot(request, "name");
  if (candidates.size() == 1) {
    request.targets = candidates;
    return true;
  }
  if (candidates.size() > 1) {
    if (const auto known = remembered(*lexicon_.view(), request, candidates, asker.area, asker.person)) {
      request.targets = known->entities;
      result.remembered = true;
      flow::Phrase why = phrase("because.preference", {{"spoken", name->spoken}});
      for (const home::EntityId entity : known->entities) why.with.push_back(named(entity));
      result.because.push_back(because(Faculty::Preference, std::move(why), {of_lesson(known->lesson)}));
      return true;
    }
    if (candidates.size() > kMostChoices) {
      result = ask_room(request, now);
      return false;
    }
    flow::Phrase why = phrase("because.tie", {{"spoken", name->spoken}});
    for (const home::EntityId entity : candidates) why.with.push_back(named(entity));
    result.because.push_back(because(Faculty::DialoguePolicy, std::move(why)));
    result.ask = ask_which(request, candidates, now + settings_.ask_for);
    return false;
  }
  if (name != nullptr && !name->spoken.empty()) {
    result = Grounded::refusal(Faculty::EntityLinking, phrase("decline.no_such", {{"spoken", name->spoken}}));
  } else if (missing_slot(request).empty() && !anything_could(request)) {
    result = Grounded::refusal(Faculty::EntityLinking, phrase("decline.none_could"));
  } else if (const std::string area = word_in(request, "area"); !area.empty()) {
    result = Grounded::refusal(Faculty::EntityLinking, phrase("decline.nothing_there", {{"spoken", area}}));
  } else if (const std::string floor = word_in(request, "floor"); !floor.empty()) {
    result = Grounded::refusal(Faculty::EntityLinking, phrase("decline.nothing_there", {{"spoken", floor}}));
  } else {
    result.because.push_back(
        because(Faculty::DialoguePolicy, phrase("because.missing", {{"slot", std::string("name")}})));
    result.ask = ask_value(request, "name", now + settings_.ask_for);
  }
  return false;
}

Grounded Grounder::ask_room(const flow::Request& request, Time now) const {
  const flow::Slot* name = flow::find_slot(request, "name");
  Grounded result;
  result.because.push_back(
      because(Faculty::DialoguePolicy, phrase("because.too_many", {{"spoken", name == nullptr ? "" : name->spoken}})));
  result.ask = decide::ask_room(request, now + settings_.ask_for);
  return result;
}

Grounded Grounder::ground(const flow::Request& asked, const Asker& asker, Time now) const {
  Grounded result;
  flow::Request request = asked;
  if (!resolve(request, asker, now, result)) return result;
  if (const std::string_view slot = missing_slot(request); !slot.empty()) {
    result.because.push_back(
        because(Faculty::DialoguePolicy, phrase("because.missing", {{"slot", std::string(slot)}})));
    result.ask = ask_value(request, slot, now + settings_.ask_for);
    return result;
  }
  std::vector<flow::Phrase> problems;
  for (const home::EntityId target : request.targets) ground_target(request, target, now, result, problems);
  if (result.steps.empty()) {
    Grounded refused = Grounded::refusal(Faculty::Grounding, problems.front());
    refused.because.insert(refused.because.begin(), result.because.begin(), result.because.end());
    return refused;
  }
  result.partial = !problems.empty();
  // Of "the lights in the kitchen" some may be plain switches: only what would have to be mended is worth a word.
  for (flow::Phrase& problem : problems) {
    if (problem.key == "decline.unavailable") result.remarks.push_back(std::move(problem));
  }
  flow::Phrase why = phrase("because.grounded", {{"count", static_cast<double>(request.targets.size())}});
  for (const home::EntityId target : request.targets) why.with.push_back(named(target));
  result.because.push_back(because(Faculty::Grounding, std::move(why)));
  return result;
}

}  // namespace hearth::decide
