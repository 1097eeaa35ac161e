#include "decide/nodes.h"

#include <algorithm>
#include <charconv>

namespace hearth::decide {
namespace {

constexpr std::string_view kDeferred = "deferred";
constexpr std::string_view kUnderstand = "understand";  // the lane node that turns utterances into meanings

}  // namespace

DecideNode::DecideNode(const memory::Memory& memory, const WaitingMeanings& waiting, const Settings& settings)
    : Node("decide"), memory_(memory), waiting_(waiting), settings_(settings), decider_(memory, settings) {}

Result<void> DecideNode::start(graph::Context& context) {
  // Gathered first: each of these Plans takes its Meaning off the list.
  std::vector<flow::Plan> settled;
  for (const WaitingMeanings::Waiting& left : waiting_.all()) settled.push_back(decider_.left_over(left.meaning));
  for (flow::Plan& settles : settled) plan.send(std::move(settles), context);
  arm_judgement(context);
  return ok();
}

Result<void> DecideNode::take_meaning(const flow::Meaning& said, graph::Context& context) {
  const WaitingMeanings::Waiting* waiting = waiting_.find(said.head.id);
  if (waiting == nullptr) return ok();  // its answers were quicker than itself
  if (!decider_.asks(said)) {
    plan.send(decider_.decide(said, {}, context.now()), context);
  } else if (complete(*waiting)) {
    settle(*waiting, context);
  } else {
    context.wake_at(context.now() + settings_.answer_within, std::to_string(said.head.id.value));
  }
  return ok();
}

Result<void> DecideNode::take_answer(const flow::Answer& given, graph::Context& context) {
  const WaitingMeanings::Waiting* waiting = waiting_.find(given.meaning);
  if (waiting == nullptr || !decider_.asks(waiting->meaning) || !complete(*waiting)) return ok();
  context.cancel_wake(std::to_string(given.meaning.value));
  settle(*waiting, context);
  return ok();
}

Result<void> DecideNode::take_proposal(const flow::Proposal& proposed, graph::Context& context) {
  plan.send(decider_.decide(proposed, context.now()), context);
  arm_judgement(context);
  return ok();
}

Result<void> DecideNode::take_observation(const flow::Observation& seen, graph::Context& context) {
  if (seen.capability == home::Capability::Awake) judge_again(context);
  return ok();
}

Result<void> DecideNode::take_return(const flow::LaneReturn& back, graph::Context& context) {
  if (back.node != kUnderstand || back.status == flow::LaneReturn::Done) return ok();
  const std::shared_ptr<const memory::ConversationsView> spoken = memory_.conversations.view();
  for (const memory::Conversation& conversation : spoken->all) {
    const auto open = std::ranges::find(conversation.unanswered, back.request, &memory::Unanswered::utterance);
    if (open == conversation.unanswered.end()) continue;
    flow::Address asker = conversation.address;
    asker.ticket = open->ticket;
    plan.send(decider_.not_understood(asker, back), context);
    break;
  }
  return ok();
}

Result<void> DecideNode::wake(std::string_view key, Time, graph::Context& context) {
  if (key == kDeferred) {
    judge_again(context);
    return ok();
  }
  uint64_t id = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
  if (error != std::errc() || end != key.data() + key.size()) {
    return invalid("expected the number of a meaning or \"deferred\", got \"" + std::string(key) + "\"", "decide.wake");
  }
  const WaitingMeanings::Waiting* waiting = waiting_.find(flow::MessageId{id});
  if (waiting != nullptr) settle(*waiting, context);
  return ok();
}

bool DecideNode::complete(const WaitingMeanings::Waiting& waiting) const {
  return std::ranges::all_of(settings_.answerers, [&](const std::string& source) {
    return std::ranges::find(waiting.answers, source, &flow::Answer::source) != waiting.answers.end();
  });
}

void DecideNode::settle(const WaitingMeanings::Waiting& waiting, graph::Context& context) {
  plan.send(decider_.decide(waiting.meaning, waiting.answers, context.now()), context);
}

void DecideNode::judge_again(graph::Context& context) {
  for (flow::Plan& settled : decider_.judge_again(context.now())) plan.send(std::move(settled), context);
  arm_judgement(context);
}

void DecideNode::arm_judgement(graph::Context& context) {
  const Time next = decider_.next_judgement(context.now());
  if (next == kNever) {
    context.cancel_wake(kDeferred);
  } else {
    context.wake_at(next, kDeferred);
  }
}

}  // namespace hearth::decide
