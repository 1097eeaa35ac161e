#include "memory/conversations.h"

#include <algorithm>
#include <utility>

#include "flow/talk.h"
#include "memory/fields.h"

namespace hearth::memory {
namespace {

constexpr size_t kKept = 64;
constexpr size_t kUnansweredKept = 32;
constexpr size_t kTogether = 64;                         // things that one talk is about
constexpr Duration kTalkEnds = std::chrono::minutes(2);  // of silence: then "it" is nothing any more

/// The conversation of that address, made when there is none, moved to the end because it is the newest.
Conversation& newest(ConversationsView& view, const flow::Address& address) {
  auto found = std::ranges::find_if(
      view.all, [&](const Conversation& known) { return flow::same_conversation(known.address, address); });
  if (found == view.all.end()) {
    if (view.all.size() >= kKept) view.all.erase(view.all.begin());
    view.all.push_back({.address = address});
  } else {
    std::rotate(found, found + 1, view.all.end());
  }
  return view.all.back();
}

std::optional<OpenQuestion> question_of(const flow::Plan& plan, Time at) {
  if (plan.verdict != flow::Plan::AskBack && plan.verdict != flow::Plan::Offer) return std::nullopt;
  const auto asks = [](const flow::Step& step) { return std::holds_alternative<flow::Ask>(step); };
  const auto ask = std::ranges::find_if(plan.steps, asks);
  if (ask == plan.steps.end()) return std::nullopt;
  OpenQuestion question{.plan = plan.head.id, .settles = plan.settles, .ask = std::get<flow::Ask>(*ask)};
  question.verdict = plan.verdict;
  question.then.assign(ask + 1, plan.steps.end());
  question.asked = at;
  return question;
}

void remember_utterance(Conversation& conversation, const flow::Entry& entry, uint64_t ticket) {
  conversation.unanswered.push_back({entry.seq, ticket});
  if (conversation.unanswered.size() > kUnansweredKept) conversation.unanswered.erase(conversation.unanswered.begin());
}

void answered(Conversation& conversation, flow::MessageId utterance) {
  std::erase_if(conversation.unanswered, [&](const Unanswered& open) { return open.utterance == utterance; });
}

/// After a long silence "it" is nothing any more.
void forget_old_talk(Conversation& conversation, Time at) {
  if (conversation.last + kTalkEnds >= at) return;
  conversation.targets.clear();
  conversation.before.clear();
  conversation.together.clear();
}

/// What was wanted is what is followed, also where the house then declined it.
void remember_requests(Conversation& conversation, const flow::Meaning& meaning, Time at) {
  conversation.meaning = meaning.head.id;
  conversation.speaker = meaning.speaker;
  conversation.address.ticket = meaning.heard.ticket;
  for (const flow::MessageId cause : meaning.head.from) answered(conversation, cause);
  if (meaning.readings.empty()) return;
  std::vector<flow::Request> requests;
  for (const flow::Request& request : flow::standing(meaning.readings.front().requests)) {
    const bool yes = request.intent == flow::Intent::Confirm && conversation.question;
    const flow::Request& wanted = yes ? conversation.question->ask.hole : request;  // a yes wants what was asked about
    if (!flow::only_talks(wanted)) requests.push_back(wanted);
  }
  if (requests.empty()) return;
  forget_old_talk(conversation, at);
  // A correction, or another act, begins anew.
  const bool corrected = std::ranges::any_of(meaning.readings.front().requests, [](const flow::Request& request) {
    return request.intent == flow::Intent::Undo;
  });
  const bool goes_on =
      !conversation.requests.empty() && conversation.requests.back().intent == requests.back().intent && !corrected;
  if (!goes_on) conversation.together.clear();
  conversation.wanted = meaning.head.id;
  conversation.requests = std::move(requests);
  conversation.last = at;
}

/// How long a question stays open is time that passes, not what the clock on the wall shows.
void move_times(ConversationsView& view, Duration by) {
  for (Conversation& conversation : view.all) {
    conversation.last += by;
    if (!conversation.question) continue;
    conversation.question->asked += by;
    Time& until = conversation.question->ask.until;
    if (until != Time{} && until != kNever) until += by;
  }
}

/// "It" is what was last acted on, or asked about; not what a correction took back.
void remember_targets(Conversation& conversation, const flow::Plan& plan) {
  std::vector<flow::EntityId> set, wanted;
  for (const flow::Step& step : plan.steps) {
    if (const auto* one = std::get_if<flow::Set>(&step)) set.push_back(one->entity);
  }
  for (const flow::Request& request : conversation.requests) {
    wanted.insert(wanted.end(), request.targets.begin(), request.targets.end());
  }
  for (std::vector<flow::EntityId>* some : {&set, &wanted}) {
    std::ranges::sort(*some);
    some->erase(std::unique(some->begin(), some->end()), some->end());
  }
  std::vector<flow::EntityId> targets;
  std::ranges::set_intersection(set, wanted, std::back_inserter(targets));
  if (targets.empty()) targets = set.empty() ? std::move(wanted) : std::move(set);
  for (const flow::EntityId id : targets) {
    const bool known = std::ranges::find(conversation.together, id) != conversation.together.end();
    if (!known && conversation.together.size() < kTogether) conversation.together.push_back(id);
  }
  if (targets.empty() || targets == conversation.targets) return;
  conversation.before = std::exchange(conversation.targets, std::move(targets));
}

}  // namespace

const Conversation* ConversationsView::find(const flow::Address& address) const {
  const Conversation* same_device = nullptr;
  for (const Conversation& conversation : all) {
    if (flow::same_conversation(conversation.address, address)) return &conversation;
    const bool here = conversation.address.door == address.door && conversation.address.device == address.device;
    if (here) same_device = &conversation;
  }
  return address.conversation.empty() ? same_device : nullptr;
}

Conversations::Conversations() : view_(std::make_shared<const ConversationsView>()) {}

void Conversations::apply(const flow::Entry& entry) {
  const auto* heard = std::get_if<flow::Utterance>(&entry.message);
  const auto* meaning = std::get_if<flow::Meaning>(&entry.message);
  const auto* plan = std::get_if<flow::Plan>(&entry.message);
  const auto* stepped = std::get_if<flow::ClockStep>(&entry.message);
  if (heard == nullptr && meaning == nullptr && plan == nullptr && stepped == nullptr) return;

  ConversationsView next = *view_;
  if (stepped != nullptr) {
    move_times(next, from_seconds(stepped->by_s));
  } else if (heard != nullptr && heard->final) {
    remember_utterance(newest(next, heard->heard), entry, heard->heard.ticket);
  } else if (meaning != nullptr) {
    remember_requests(newest(next, meaning->heard), *meaning, entry.at);
  } else if (plan != nullptr && plan->reply.door) {
    Conversation& conversation = newest(next, plan->reply);
    conversation.plan = plan->head.id;
    answered(conversation, plan->settles);
    // Only a turn of this conversation, or a new question in it, closes the one that is open.
    const bool answers = plan->settles == conversation.meaning;
    std::optional<OpenQuestion> question = question_of(*plan, entry.at);
    if (answers || question) conversation.question = std::move(question);
    forget_old_talk(conversation, entry.at);
    if (answers) remember_targets(conversation, *plan);
    if (plan->verdict == flow::Plan::Do || plan->verdict == flow::Plan::AskBack) conversation.last = entry.at;
  }
  std::erase_if(next.all, [](const Conversation& c) { return !c.address.door; });
  for (Conversation& conversation : next.all) {
    const auto& question = conversation.question;
    if (question && question->ask.until != Time{} && question->ask.until < entry.at) conversation.question.reset();
  }
  view_ = std::make_shared<const ConversationsView>(std::move(next));
}

std::string Conversations::save() const { return save_state(view_->all); }

Status Conversations::restore(std::string_view bytes) {
  view_ = std::make_shared<const ConversationsView>();
  ConversationsView restored;
  restored.all = TRY(restore_state<std::vector<Conversation>>(name(), bytes));
  view_ = std::make_shared<const ConversationsView>(std::move(restored));
  return ok();
}

}  // namespace hearth::memory
