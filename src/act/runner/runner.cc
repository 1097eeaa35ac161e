#include "act/runner/runner.h"

#include <algorithm>

#include "act/runner/report.h"

namespace hearth::act {
namespace {

using flow::Outcome;
using home::Capability;

flow::Because because(const memory::PlanRecord& record, flow::Phrase why) {
  return {flow::Faculty::Runner, std::move(why), {{flow::Evidence::Message, record.plan.head.id.value, {}, 1}}, 1};
}

Outcome outcome(const memory::PlanRecord& record, uint16_t step, Outcome::Progress progress) {
  Outcome result;
  result.head.trace = record.plan.head.trace;
  result.head.from = {record.plan.head.id};
  result.plan = record.plan.head.id;
  result.step = step;
  result.progress = progress;
  return result;
}

/// Of a step that is not a Set. `why`: a key of phrases/…/because.toml.
Outcome outcome_because(const memory::PlanRecord& record, uint16_t step, Outcome::Progress progress, const char* why) {
  Outcome result = outcome(record, step, progress);
  result.head.because.push_back(because(record, {why, {}}));
  return result;
}

const char* why_done(const flow::Step& step) {
  if (std::holds_alternative<flow::Promise>(step)) return "because.noted";
  if (std::holds_alternative<flow::Lesson>(step)) return "because.learned";
  return "because.told";
}

Outcome outcome_of_set(const memory::PlanRecord& record, uint16_t step, Outcome::Progress progress,
                       flow::Phrase why = {}) {
  const auto& set = std::get<flow::Set>(record.plan.steps[step]);
  Outcome result = outcome(record, step, progress);
  result.entity = set.entity;
  result.capability = set.capability;
  result.before = record.steps[step].before;
  if (!why.key.empty()) {
    why.with.insert(why.with.begin(), {"entity", static_cast<double>(set.entity.value)});
    result.head.because.push_back(because(record, std::move(why)));
  }
  return result;
}

/// Says and Asks tell what was done, a Wait holds back what follows: nothing overtakes them.
bool holds_back(const flow::Step& earlier, const flow::Step& later) {
  if (std::holds_alternative<flow::Wait>(earlier)) return true;
  const bool speaks = std::holds_alternative<flow::Say>(later) || std::holds_alternative<flow::Ask>(later) ||
                      std::holds_alternative<flow::Lesson>(later) || std::holds_alternative<flow::Wait>(later);
  return speaks;
}

bool blocked(const memory::PlanRecord& record, size_t step) {
  for (size_t i = 0; i < step; ++i) {
    if (!ended(record.steps[i]) && holds_back(record.plan.steps[i], record.plan.steps[step])) return true;
  }
  return false;
}

/// A device on its way home counts as docked: it does what it was asked.
bool as_good_as(Capability capability, const home::Value& is, const home::Value& to) {
  if (home::same(is, to, home::facts(capability).tolerance)) return true;
  return capability == Capability::Vacuum && to == home::Value(std::string("docked")) &&
         is == home::Value(std::string("returning"));
}

}  // namespace

bool Runner::shows(const flow::Set& set, Time since) const {
  const home::State& state = present_.state(set.entity, set.capability);
  const home::Value value = present_.value(set.entity, set.capability);
  return home::known(value) && state.seen >= since && as_good_as(set.capability, value, set.to);
}

bool Runner::certain(const flow::Set& set, Time now) const {
  const Time seen = present_.state(set.entity, set.capability).seen;
  if (!present_.available(set.entity) || seen + settings_.certain_for < now) return false;
  const auto sent_since = [&](const memory::PlanRecord& record) {
    for (size_t i = 0; i < record.steps.size(); ++i) {
      const auto* other = std::get_if<flow::Set>(&record.plan.steps[i]);
      const bool same = other != nullptr && other->entity == set.entity && record.steps[i].sent > 0;
      if (same && record.steps[i].started >= seen) return true;
    }
    return false;
  };
  return std::ranges::none_of(plans_.all(), sent_since);
}

Time Runner::deadline(const flow::Set& set, Time started) const {
  Duration within = settings_.confirm_within;
  if (set.capability == Capability::Position || set.capability == Capability::Tilt ||
      set.capability == Capability::Vacuum) {
    within = settings_.move_within;
  } else if (set.capability == Capability::Lock || set.capability == Capability::Alarm) {
    within = settings_.lock_within;
  }
  const home::Entity* entity = present_.home()->entity(set.entity);
  if (entity != nullptr && entity->kind == "cover") within = settings_.move_within;
  return started + within + from_seconds(set.over_s);
}

flow::Command Runner::set_command(const memory::PlanRecord& record, uint16_t step) const {
  const auto& set = std::get<flow::Set>(record.plan.steps[step]);
  const home::Home& home = *present_.home();
  flow::Command command;
  command.head.trace = record.plan.head.trace;
  command.head.from = {record.plan.head.id};
  command.plan = record.plan.head.id;
  command.step = step;
  const auto sources = home.sources_of(set.entity);
  if (!sources.empty()) command.to.door = sources.front().door;
  if (const home::Entity* entity = home.entity(set.entity)) command.to.device = entity->device;
  command.what = set;
  command.head.deadline = deadline(set, record.steps[step].started);
  return command;
}

std::optional<Emission> Runner::next_set(const memory::PlanRecord& record, uint16_t step, Time now) const {
  const auto& set = std::get<flow::Set>(record.plan.steps[step]);
  const memory::StepRecord& of = record.steps[step];
  const home::Trait* trait = present_.home()->trait(set.entity, set.capability);
  if (!of.progress) {
    Outcome started = outcome_of_set(record, step, Outcome::Started);
    started.before = present_.value(set.entity, set.capability);
    return started;
  }
  if (of.sent == 0) {
    if (present_.home()->sources_of(set.entity).empty()) {
      Outcome refused = outcome_of_set(record, step, Outcome::Refused, {"because.gone", {}});
      refused.error = unavailable("no door shows this device any more");
      return refused;
    }
    const bool lasting = trait != nullptr && trait->sensed && !home::facts(set.capability).momentary;
    if (lasting && certain(set, now) && shows(set, Time{})) {
      Outcome done = outcome_of_set(record, step, Outcome::Done, {"because.already", {}});
      done.after = present_.value(set.entity, set.capability);
      return done;
    }
    return set_command(record, step);
  }
  const bool sensed = trait != nullptr && trait->sensed;
  if (sensed && shows(set, of.started)) {
    Outcome done = outcome_of_set(record, step, Outcome::Done, {"because.reported", {}});
    done.after = present_.value(set.entity, set.capability);
    return done;
  }
  if (now < deadline(set, of.started)) return std::nullopt;
  if (sensed && shows(set, Time{})) {  // as it was before: many devices report changes alone
    Outcome kept = outcome_of_set(record, step, Outcome::Unconfirmed, {"because.no_change", {}});
    kept.after = present_.value(set.entity, set.capability);
    return kept;
  }
  Outcome failed = outcome_of_set(record, step, Outcome::Failed, {"because.no_report", {}});
  failed.after = present_.value(set.entity, set.capability);
  failed.error = timed_out("no report of the new value before the deadline");
  return failed;
}

std::string Runner::language(const flow::Plan& plan) const {
  if (!plan.language.empty()) return plan.language;
  const home::Satellite* satellite = present_.home()->satellite(plan.reply.device);
  return satellite == nullptr ? std::string() : satellite->language;
}

flow::Words Runner::words(const memory::PlanRecord& record, uint16_t step, std::vector<Error>& problems) const {
  const flow::Plan& plan = record.plan;
  flow::Words words;
  words.language = language(plan);
  words.unasked = plan.unasked;
  const auto word = [&](const flow::Phrase& phrase) {
    Result<std::string> text = worder_.say(phrase, words.language, *present_.home());
    if (text.ok()) return std::move(text).value();
    problems.push_back(std::move(text).error());
    // Other words of the same, or that there are none: nobody wants to hear a key.
    const flow::Phrase none{"decline.no_words", {}};
    for (const auto& [other, language] : {std::pair(&phrase, std::string("en")), std::pair(&none, words.language),
                                          std::pair(&none, std::string("en"))}) {
      if (Result<std::string> said = worder_.say(*other, language, *present_.home())) return std::move(said).value();
    }
    return phrase.key;
  };
  std::vector<flow::Phrase> phrases;
  if (const auto* ask = std::get_if<flow::Ask>(&plan.steps[step])) {
    phrases = said_before(plan, step);
    phrases.push_back(ask->words);
    for (const flow::Phrase& choice : ask->choices) words.choices.push_back(word(choice));
  } else if (const auto& say = std::get<flow::Say>(plan.steps[step]); say.to) {
    phrases = {say.words};
    words.unasked = true;
  } else {
    phrases = report(record, step);
    if (phrases.size() == 1 && wholly_done(record, step)) {
      Result<std::string> reply = worder_.reply(phrases.front(), words.language, *present_.home());
      if (reply) {
        words.text = std::move(reply).value();
        return words;
      }
      if (reply.error().kind != Error::NotFound) problems.push_back(std::move(reply).error());
    }
  }
  for (const flow::Phrase& phrase : phrases) {
    const std::string sentence = word(phrase);
    if (sentence.empty()) continue;
    if (!words.text.empty()) words.text += ' ';
    words.text += sentence;
  }
  return words;
}

std::optional<Emission> Runner::next_words(const memory::PlanRecord& record, uint16_t step,
                                           std::vector<Error>& problems) const {
  const flow::Plan& plan = record.plan;
  const bool asks = std::holds_alternative<flow::Ask>(plan.steps[step]);
  const bool already_said = !asks && (follows_say(plan, step) || leads_to_ask(plan, step));
  if (record.steps[step].sent > 0 || already_said) return outcome_because(record, step, Outcome::Done, "because.told");
  flow::Words said = words(record, step, problems);
  if (said.text.empty() && !asks) return outcome_because(record, step, Outcome::Done, "because.told");  // all went well
  const auto* say = std::get_if<flow::Say>(&plan.steps[step]);
  const flow::Address& listener = say != nullptr && say->to ? *say->to : plan.reply;
  if (!listener.door) {
    Outcome unheard = outcome_because(record, step, Outcome::Failed, "because.nobody_there");
    unheard.error = unavailable("there is nobody to tell: the plan has no reply address");
    return unheard;
  }
  flow::Command command;
  command.head.trace = plan.head.trace;
  command.head.from = {plan.head.id};
  command.plan = plan.head.id;
  command.step = step;
  command.to = listener;
  command.what = std::move(said);
  return command;
}

std::optional<Emission> Runner::next_wait(const memory::PlanRecord& record, uint16_t step, Time now) const {
  const auto& wait = std::get<flow::Wait>(record.plan.steps[step]);
  if (!record.steps[step].progress) return outcome(record, step, Outcome::Started);
  if (wait.unless) {
    const home::Value& is = present_.state(wait.unless->entity, wait.unless->capability).value;
    if (home::known(is) && is == wait.unless->value) {
      return outcome_because(record, step, Outcome::Interrupted, "because.no_more_wait");
    }
  }
  if (!wait.until || *wait.until <= now) return outcome_because(record, step, Outcome::Done, "because.waited");
  return std::nullopt;
}

std::optional<Emission> Runner::next_of(const memory::PlanRecord& record, uint16_t step, Time now,
                                        std::vector<Error>& problems) const {
  const flow::Step& what = record.plan.steps[step];
  for (size_t i = 0; i < step; ++i) {  // what a broken-off wait held back is not done
    const bool broken_off =
        std::holds_alternative<flow::Wait>(record.plan.steps[i]) && record.steps[i].progress == Outcome::Interrupted;
    if (broken_off) return outcome_because(record, step, Outcome::Interrupted, "because.no_more_wait");
  }
  if (std::holds_alternative<flow::Set>(what)) return next_set(record, step, now);
  if (std::holds_alternative<flow::Wait>(what)) return next_wait(record, step, now);
  if (std::holds_alternative<flow::Say>(what) || std::holds_alternative<flow::Ask>(what)) {
    return next_words(record, step, problems);
  }
  return outcome_because(record, step, Outcome::Done, why_done(what));
}

std::optional<Emission> Runner::next(const memory::PlanRecord& record, Time now, std::vector<Error>& problems) const {
  for (size_t i = 0; i < record.steps.size(); ++i) {
    if (ended(record.steps[i]) || !carried_out(record.plan, i) || blocked(record, i)) continue;
    if (auto emission = next_of(record, static_cast<uint16_t>(i), now, problems)) return emission;
  }
  return std::nullopt;
}

Time Runner::wake(const memory::PlanRecord& record) const {
  Time earliest = kNever;
  for (size_t i = 0; i < record.steps.size(); ++i) {
    if (record.steps[i].progress != Outcome::Started) continue;
    if (const auto* set = std::get_if<flow::Set>(&record.plan.steps[i])) {
      earliest = std::min(earliest, deadline(*set, record.steps[i].started));
    } else if (const auto* wait = std::get_if<flow::Wait>(&record.plan.steps[i]); wait != nullptr && wait->until) {
      earliest = std::min(earliest, *wait->until);
    }
  }
  return earliest;
}

std::optional<flow::Outcome> Runner::received(const memory::PlanRecord& record, const flow::Receipt& receipt) const {
  if (receipt.step >= record.steps.size() || ended(record.steps[receipt.step])) return std::nullopt;
  const auto* set = std::get_if<flow::Set>(&record.plan.steps[receipt.step]);
  if (set == nullptr) return std::nullopt;
  if (receipt.error) {
    Outcome refused = outcome_of_set(record, receipt.step, Outcome::Refused, {"because.refused_by_door", {}});
    refused.error = receipt.error;
    refused.head.from.push_back(receipt.head.id);
    return refused;
  }
  const home::Trait* trait = present_.home()->trait(set->entity, set->capability);
  if (trait != nullptr && trait->sensed && !home::facts(set->capability).momentary) return std::nullopt;
  Outcome unconfirmed = outcome_of_set(record, receipt.step, Outcome::Unconfirmed, {"because.not_sensed", {}});
  unconfirmed.after = set->to;
  unconfirmed.head.from.push_back(receipt.head.id);
  return unconfirmed;
}

std::optional<Emission> Runner::again(const memory::PlanRecord& record, uint16_t step, Time now) const {
  const memory::StepRecord& of = record.steps[step];
  const auto* set = std::get_if<flow::Set>(&record.plan.steps[step]);
  if (set == nullptr || of.progress != Outcome::Started || of.sent == 0 || of.sent >= 2) return std::nullopt;
  if (shows(*set, of.started) || now >= deadline(*set, of.started)) return std::nullopt;
  if (home::facts(set->capability).momentary) {  // a button pressed twice may open what the first press closed
    Outcome once = outcome_of_set(record, step, Outcome::Unconfirmed, {"because.not_repeated", {}});
    once.after = set->to;
    return once;
  }
  return set_command(record, step);
}

std::optional<flow::Outcome> Runner::overruled(const memory::PlanRecord& record, const flow::Plan& newer) const {
  if (newer.verdict != flow::Plan::Do || record.plan.head.id == newer.head.id) return std::nullopt;
  for (size_t i = 0; i < record.steps.size(); ++i) {
    const auto* old_set = std::get_if<flow::Set>(&record.plan.steps[i]);
    if (old_set == nullptr || record.steps[i].progress != Outcome::Started) continue;
    const bool again = std::ranges::any_of(newer.steps, [&](const flow::Step& step) {
      const auto* set = std::get_if<flow::Set>(&step);
      return set != nullptr && set->entity == old_set->entity && set->capability == old_set->capability;
    });
    if (!again) continue;
    Outcome interrupted =
        outcome_of_set(record, static_cast<uint16_t>(i), Outcome::Interrupted, {"because.overruled", {}});
    interrupted.after = present_.state(old_set->entity, old_set->capability).value;
    interrupted.head.from.push_back(newer.head.id);
    return interrupted;
  }
  return std::nullopt;
}

bool Runner::waits_for(const memory::PlanRecord& record, home::EntityId entity, home::Capability capability) {
  for (size_t i = 0; i < record.steps.size(); ++i) {
    if (record.steps[i].progress != Outcome::Started) continue;
    const flow::Step& step = record.plan.steps[i];
    if (const auto* set = std::get_if<flow::Set>(&step)) {
      if (set->entity == entity) return true;  // on and off change what its brightness is
    } else if (const auto* wait = std::get_if<flow::Wait>(&step); wait != nullptr && wait->unless) {
      if (wait->unless->entity == entity && wait->unless->capability == capability) return true;
    }
  }
  return false;
}

}  // namespace hearth::act
