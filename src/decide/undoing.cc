// Taking back what was done: "undo", and what a correction begins with.
#include <algorithm>

#include "decide/grounding/acts.h"
#include "decide/grounding/undo.h"
#include "decide/turn.h"

namespace hearth::decide {
namespace {

using flow::Faculty;

/// The newest deed of the conversation, else of the place; where nothing was done there, adults mean the newest of all.
const memory::PlanRecord* last_done(const flow::Address& heard, const Speaker& speaker, const memory::Memory& memory) {
  const memory::PlanRecord* last = memory.plans.last_done(heard);
  if (last == nullptr || is_grown_up(speaker.role)) return last;
  const flow::Address& there = last->plan.reply;
  return there.door == heard.door && there.device == heard.device ? last : nullptr;
}

}  // namespace

Grounded Decider::undo(const flow::Request& request, Turn& turn) const {
  const auto plan = number_in(request, "plan");  // that very one, or else the last
  const memory::PlanRecord* last =
      plan ? memory_.plans.find({static_cast<uint64_t>(*plan)}) : last_done(turn.meaning.heard, turn.speaker, memory_);
  if (last == nullptr) return Grounded::refusal(Faculty::Undo, phrase(plan ? "undo.too_long_ago" : "undo.nothing"));
  if (last->undone_by) return Grounded::refusal(Faculty::Undo, phrase("undo.already"));
  Grounded grounded = ground_undo(*last, memory_.present);
  if (grounded.steps.empty()) return grounded;
  turn.plan.undoes = last->plan.head.id;
  turn.plan.head.from.push_back(last->plan.head.id);
  grounded.done = done_phrases(grounded.steps);
  if (grounded.done.empty()) grounded.done.push_back(phrase("undo.done"));
  return grounded;
}

/// What the turn that is corrected did; nothing where it was declined, whatever was done before it. What it takes back
/// is settled when it is known what is done instead.
void Decider::take_back(const flow::Request& correction, Turn& turn) const {
  const auto corrected = number_in(correction, "instead");
  if (!corrected) return;
  const memory::PlanRecord* last = memory_.plans.settling({static_cast<uint64_t>(*corrected)});
  if (last == nullptr || last->undone_by || !memory::did_something(*last)) return;
  Grounded grounded = ground_undo(*last, memory_.present);
  const memory::PlanRecord* mistake = last->plan.undoes ? memory_.plans.find(last->plan.undoes) : nullptr;
  if (mistake != nullptr) keep_corrected(*last, *mistake, grounded);
  if (grounded.steps.empty()) return;
  if (concerns_others(grounded.steps, promising(turn))) return refuse_others(turn);
  turn.say_why(grounded.because);
  turn.plan.undoes = last->plan.head.id;
  turn.plan.head.from.push_back(last->plan.head.id);
  turn.taken_back = std::move(grounded.steps);
}

/// A thing that is set anew is not set back before; what is Secure is not taken back on a few words.
void Decider::correct(Turn& turn) const {
  if (turn.taken_back.empty()) return;
  const home::Home& home = *memory_.present.home();
  const auto set_anew = [&](const flow::Step& back) {
    const auto* set = std::get_if<flow::Set>(&back);
    if (set == nullptr) return false;
    if (tier_of(*set, home, settings_.heat_above) == home::Tier::Secure) return true;
    return std::ranges::any_of(turn.steps, [&](const flow::Step& step) {
      const auto* other = std::get_if<flow::Set>(&step);
      return other != nullptr && other->entity == set->entity;
    });
  };
  std::erase_if(turn.taken_back, set_anew);
  if (turn.steps.empty() || turn.ask || !turn.unconfirmed.empty()) {
    // What is meant instead is not certain yet, so nothing is taken back on the way.
    turn.plan.undoes = {};
    return;
  }
  if (turn.taken_back.empty()) turn.plan.undoes = {};  // all of it is set anew
  turn.plan.tier = std::max(turn.plan.tier, tier_of(turn.taken_back, home, settings_.heat_above));
  std::vector<flow::Phrase> said = done_phrases(turn.taken_back);
  said.insert(said.end(), turn.said.begin(), turn.said.end());
  turn.said = std::move(said);
  std::ranges::move(turn.steps, std::back_inserter(turn.taken_back));
  turn.steps = std::move(turn.taken_back);
}

/// What was promised to somebody else stays as it is.
void Decider::refuse_others(Turn& turn) const {
  flow::Because reason = because(Faculty::Safety, phrase("decline.not_yours"));
  turn.declined.push_back(reason.what);
  turn.say_why(std::move(reason));
}

}  // namespace hearth::decide
