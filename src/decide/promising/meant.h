// Which of the house's promises somebody speaks of, and whether they may change it.
#pragma once

#include "decide/dialogue_policy/questions.h"
#include "decide/safety/speaker.h"
#include "memory/memory.h"

namespace hearth::decide {

/// What the parts of decide/promising/ look at.
struct Promising {
  const memory::Memory& memory;
  const Settings& settings;
  const Speaker& speaker;
  Time now{};
  flow::Address where;
  Time ask_until() const { return now + settings.ask_for; }
};

/// What tells a promise from others in words: its moment and rule, its name, what it is about.
Arguments described(const memory::Promised& promised, const Promising& in);

/// The same satellite or other way in, or another in the same room.
bool is_here(const flow::Address& there, const Promising& in);

/// A change of that very promise.
flow::Promise change_of(const memory::Promised& promised, flow::Promise::Change change);

/// When the promise comes about at a time that fits these words: on the day, at the time of day, by the rule that were
/// said. Nothing where it never does.
std::optional<Time> occurrence(const memory::Promised& promised, const flow::When& when, const Promising& in);

/// The change that leaves out that one time of a promise, or cancels it where there is no other.
flow::Promise without(const memory::Promised& promised, Time time, const Promising& in);

/// Those of the kind that the words may mean: chosen before, by name (whole, else some words of it), by the time that
/// was said, else all. Only promises that still stand.
std::vector<const memory::Promised*> meant(const flow::Request& request, flow::Promise::Kind kind, const Promising& in);

/// Adults and owners may change every promise, everybody else their own and those that nobody in particular asked for.
/// Lists and timers are the household's: whoever lives there may change them, and a timer whoever stands where it runs.
bool may_change(const Promising& in, const memory::Promised& promised);

/// True where a step would change a promise that the speaker may not. Whoever hears a ring may stop it or put it off.
bool concerns_others(const std::vector<flow::Step>& steps, const Promising& in);

/// Cancels the one that is meant, or all where all of them are; asks where several may be. Of what comes round again
/// only the day that was named is left out. `none`, `done`, `skipped`, `which`: keys of what is said where there is
/// none, when it is done, when one day is left out, and of a choice.
struct CancelWords {
  std::string_view none, done, all, skipped, which, choice;
};
Grounded cancel(const flow::Request& request, flow::Promise::Kind kind, const CancelWords& words, const Promising& in);

/// The one that is meant; else the question or refusal in `otherwise`.
const memory::Promised* only_one(std::vector<const memory::Promised*> found, const flow::Request& request,
                                 const CancelWords& words, const Promising& in, Grounded& otherwise);

}  // namespace hearth::decide
