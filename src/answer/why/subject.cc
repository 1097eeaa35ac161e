#include "answer/why/subject.h"

#include <algorithm>
#include <map>

#include "answer/why/nodes.h"

namespace hearth::answer {
namespace {

using flow::Outcome;
using flow::Plan;

constexpr size_t kFarEnough = 20'000;  // entries; some hours of a busy home

bool failed(const Outcome& outcome) {
  return outcome.progress == Outcome::Failed || outcome.progress == Outcome::Refused ||
         outcome.progress == Outcome::Interrupted;
}

bool ended(const Outcome& outcome) { return outcome.progress != Outcome::Started; }

bool changed_nothing(const Outcome& outcome) {
  return !failed(outcome) && home::known(outcome.before) && outcome.before == outcome.after;
}

/// Answers to questions are no deeds that anybody asks about; otherwise "why?" would explain the last "why?".
bool only_speaks(const Plan& plan) {
  return plan.verdict == Plan::Do && std::ranges::all_of(plan.steps, [](const flow::Step& step) {
           const auto* say = std::get_if<flow::Say>(&step);
           return say != nullptr ? !say->to : std::holds_alternative<flow::Show>(step);
         });
}

/// True for what was answered to any question but "why?".
bool tells_answer(const Plan& plan) {
  return std::ranges::any_of(plan.head.because, [](const flow::Because& because) {
    const std::pair<std::string, flow::Value> of_why{"source", std::string(WhyNode::kName)};
    return because.what.key == "because.answered" &&
           std::ranges::find(because.what.with, of_why) == because.what.with.end();
  });
}

class Search {
 public:
  Search(const WhyQuestion& question, const home::Home& home) : question_(question), home_(home) {}

  /// True: go on.
  bool visit(const flow::Entry& entry) {
    if (++seen_ > kFarEnough) return false;
    if (question_.before && entry.seq >= question_.before) return true;
    if (const auto* outcome = std::get_if<Outcome>(&entry.message)) return look(entry.seq, *outcome);
    if (const auto* changed = std::get_if<flow::Actuation>(&entry.message)) return look(entry.seq, *changed);
    if (const auto* plan = std::get_if<Plan>(&entry.message)) return look(entry.seq, *plan);
    return true;
  }
  /// None when nothing can be explained. What was asked for and was so already, and an answer to a question, explain
  /// only what nothing else does.
  flow::MessageId subject() const { return found_ ? found_ : asked_in_vain_ ? asked_in_vain_ : answered_; }

 private:
  bool look(flow::MessageId id, const Outcome& outcome) {
    if (!outcome.entity || !ended(outcome)) return true;
    if (question_.kind == WhyQuestion::Thing) {
      if (!names(outcome.entity)) return true;
      flow::MessageId& place = changed_nothing(outcome) ? asked_in_vain_ : found_;
      if (!place) place = id;
      return !found_;
    }
    // The newest of a plan is met first; which plan it was decides when the plan is reached.
    auto [known, fresh] = outcomes_.emplace(outcome.plan, id);
    if (failed(outcome)) failed_[outcome.plan] = id;
    if (!fresh && failed(outcome)) known->second = id;
    return true;
  }

  bool look(flow::MessageId id, const flow::Actuation& changed) {
    const bool ours = changed.by == flow::Actuation::Hearth;
    if (question_.kind == WhyQuestion::Thing && names(changed.entity) && !ours) found_ = id;
    if (question_.kind == WhyQuestion::Happened && !ours && in_room(changed.entity)) found_ = id;
    return !found_;
  }

  bool look(flow::MessageId id, const Plan& plan) {
    if (question_.kind == WhyQuestion::Thing || !noticeable(plan)) return true;
    if (only_speaks(plan)) {
      const bool any = question_.kind == WhyQuestion::Last || question_.kind == WhyQuestion::Done;
      if (any && !answered_ && tells_answer(plan)) answered_ = id;
      return true;
    }
    const auto outcome = outcomes_.find(id);
    const auto failure = failed_.find(id);
    switch (question_.kind) {
      case WhyQuestion::Done:
        if (plan.verdict != Plan::Do) return true;
        break;
      case WhyQuestion::NotDone:
        if (plan.verdict == Plan::Do && failure == failed_.end()) return true;
        break;
      case WhyQuestion::Asked:
        if (plan.verdict != Plan::AskBack && plan.verdict != Plan::Offer) return true;
        break;
      default:
        break;
    }
    found_ = plan.verdict == Plan::Do && outcome != outcomes_.end() ? outcome->second : id;
    return false;
  }

  bool names(flow::EntityId entity) const {
    return std::ranges::find(question_.things, entity) != question_.things.end();
  }
  bool in_room(flow::EntityId id) const {
    const home::Entity* entity = home_.entity(id);
    return !question_.room || (entity != nullptr && home_.area_of(*entity) == question_.room);
  }
  bool noticeable(const Plan& plan) const {
    if (plan.reply.door == question_.where.door && plan.reply.device == question_.where.device) return true;
    if (!question_.where.door) return true;
    return std::ranges::any_of(plan.steps, [&](const flow::Step& step) {
      const auto* set = std::get_if<flow::Set>(&step);
      return set != nullptr && in_room(set->entity);
    });
  }

  const WhyQuestion& question_;
  const home::Home& home_;
  flow::MessageId found_, asked_in_vain_, answered_;
  size_t seen_ = 0;
  std::map<flow::MessageId, flow::MessageId> outcomes_, failed_;  ///< by plan
};

}  // namespace

Result<flow::MessageId> find_subject(const memory::EntryReader& past, const WhyQuestion& question,
                                     const home::Home& home) {
  Search search(question, home);
  TRY(past.scan_back([&](const flow::Entry& entry) { return search.visit(entry); }));
  if (!search.subject()) return not_found("nothing that could be explained has happened here");
  return search.subject();
}

}  // namespace hearth::answer
