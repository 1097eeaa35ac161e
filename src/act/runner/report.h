// What is said after steps were carried out: what was planned to be said, or what went wrong.
#pragma once

#include <vector>

#include "flow/plan.h"
#include "memory/plans.h"

namespace hearth::act {

bool ended(const memory::StepRecord& step);
/// True for steps that change something, whose end a later Say waits for.
bool is_deed(const flow::Step& step);
/// Steps behind the first Ask of an AskBack or Offer wait for a yes; a Defer carries out nothing.
bool carried_out(const flow::Plan& plan, size_t step);

/// The Say steps that are spoken as one: `step` and those that follow it directly.
std::vector<flow::Phrase> spoken_together(const flow::Plan& plan, size_t step);
/// True when the Say before it is spoken together with this one.
bool follows_say(const flow::Plan& plan, size_t step);

/// The Says directly before an Ask, which are spoken with the question.
std::vector<flow::Phrase> said_before(const flow::Plan& plan, size_t ask);
/// True for a Say that such an Ask follows.
bool leads_to_ask(const flow::Plan& plan, size_t step);

/// The phrases for the Say at `step`: the planned ones, or those that name each failed device and why. Empty: all that
/// it would tell of was overruled, and nothing is said.
std::vector<flow::Phrase> report(const memory::PlanRecord& record, size_t step);

/// True when all that the Say at `step` tells of was done, and some of it was not so before: then the reply that Home
/// Assistant has for the sentence may be said.
bool wholly_done(const memory::PlanRecord& record, size_t step);

}  // namespace hearth::act
