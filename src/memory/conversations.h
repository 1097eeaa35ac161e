// What was said where: open questions, what "it" is, who spoke last.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "memory/projection.h"

namespace hearth::memory {

/// A question that the house put and nobody has answered yet.
struct OpenQuestion {
  flow::MessageId plan;     ///< the Plan that asks
  flow::MessageId settles;  ///< the Meaning or Proposal that led to it
  flow::Ask ask;
  flow::Plan::Verdict verdict = flow::Plan::AskBack;
  std::vector<flow::Step> then;  ///< of an Offer or a confirmation: what is done on "yes"
  Time asked{};
  bool operator==(const OpenQuestion&) const = default;
};

/// A final utterance that has neither Meaning nor Plan yet.
struct Unanswered {
  flow::MessageId utterance;
  uint64_t ticket = 0;  ///< of its address
  bool operator==(const Unanswered&) const = default;
};

/// One conversation: the door, device and the door's word for it.
struct Conversation {
  flow::Address address;  ///< with the ticket of the last turn
  Time last{};            ///< of the newest turn that wanted something, or plan that did or asked something
  std::optional<flow::PersonId> speaker;
  std::optional<OpenQuestion> question;
  flow::MessageId meaning, plan;        ///< of the last turn
  flow::MessageId wanted;               ///< the Meaning of the last turn that wanted something
  std::vector<flow::Request> requests;  ///< of that turn
  std::vector<flow::EntityId> targets;  ///< what "it" and "them" are
  std::vector<flow::EntityId> before;   ///< what was before the last time that `targets` changed; none of an older talk
  std::vector<flow::EntityId> together;  ///< what the same was done to, turn by turn: "kitchen on", "and the hall"
  std::vector<Unanswered> unanswered;    ///< at most 32
  bool operator==(const Conversation&) const = default;
};

/// An immutable picture for lane threads.
struct ConversationsView {
  std::vector<Conversation> all;  ///< newest last
  /// Null when nobody has spoken there. Exact address first, else the newest of that door and device.
  const Conversation* find(const flow::Address& address) const;
};

/// Folds Utterance, Meaning, Plan and ClockStep (times move with the wall clock). A question closes when a Plan settles
/// a later Meaning of the same conversation, when it was answered, or at its `until`. Keeps the newest 64
/// conversations.
class Conversations final : public Projection {
 public:
  Conversations();
  std::string_view name() const override { return "conversations"; }
  void apply(const flow::Entry& entry) override;
  std::string save() const override;
  Status restore(std::string_view bytes) override;

  const std::shared_ptr<const ConversationsView>& view() const { return view_; }

 private:
  std::shared_ptr<const ConversationsView> view_;
};

}  // namespace hearth::memory
