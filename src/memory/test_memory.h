// A memory that a test feeds with the messages of a day.
#pragma once

#include <gmock/gmock.h>

#include "memory/memory.h"

namespace hearth::memory {

using namespace std::chrono_literals;
using flow::MessageId;
using flow::Outcome;
using flow::Plan;
using flow::Promise;
using home::Capability;

inline const flow::Address kStudy{home::DoorId{1}, home::DeviceId{1}, "a"};
inline const flow::Address kHall{home::DoorId{1}, home::DeviceId{2}, ""};
inline constexpr home::EntityId kLamp{1};

class MemoryTest : public testing::Test {
 protected:
  /// Numbers and folds a message; returns its number.
  template <class T>
  MessageId fold(T message) {
    flow::Entry entry;
    entry.seq = MessageId{++last_};
    entry.at = now;
    message.head.id = entry.seq;
    message.head.at = now;
    entry.message = std::move(message);
    memory.apply(entry);
    return entry.seq;
  }
  void lamp() {
    flow::Inventory inventory;
    inventory.listing.door = "mqtt";
    inventory.listing.entities = {{.key = "lamp", .kind = "light"}};
    fold(inventory);
  }
  void see(Capability capability, home::Value value) {
    flow::Observation seen;
    seen.entity = kLamp;
    seen.capability = capability;
    seen.value = std::move(value);
    fold(seen);
  }
  MessageId hear(const flow::Address& where) {
    flow::Utterance heard;
    heard.heard = where;
    return fold(heard);
  }
  MessageId mean(const flow::Address& where, MessageId utterance = {}) {
    flow::Meaning meaning;
    meaning.heard = where;
    if (utterance) meaning.head.from = {utterance};
    return fold(meaning);
  }
  MessageId plan(MessageId settles, const flow::Address& reply, std::vector<flow::Step> steps = {},
                 Plan::Verdict verdict = Plan::Do) {
    Plan settled;
    settled.settles = settles;
    settled.reply = reply;
    settled.verdict = verdict;
    settled.steps = std::move(steps);
    return fold(settled);
  }
  void outcome(MessageId plan, uint16_t step, Outcome::Progress progress, home::Value before = {},
               home::Value after = {}) {
    Outcome what;
    what.plan = plan;
    what.step = step;
    what.progress = progress;
    what.before = std::move(before);
    what.after = std::move(after);
    fold(what);
  }
  static flow::Step ask(Time until = {}) {
    flow::Ask question;
    question.until = until;
    return question;
  }
  static flow::Step set(bool on) { return flow::Set{kLamp, Capability::OnOff, on, 0}; }
  const Conversation* conversation(const flow::Address& where) const {
    return memory.conversations.view()->find(where);
  }
  std::vector<MessageId> unanswered() const {
    std::vector<MessageId> utterances;
    for (const Unanswered& open : conversation(kStudy)->unanswered) utterances.push_back(open.utterance);
    return utterances;
  }
  const std::vector<Promised>& promised() const { return memory.promises.all(); }
  /// Carries out one promise step.
  MessageId promise(Promise::Change change, MessageId changes = {}, double seconds = 0,
                    Promise::Kind kind = Promise::Timer) {
    Promise promise;
    promise.change = change;
    promise.changes = changes;
    promise.kind = kind;
    promise.seconds = seconds;
    if (change == Promise::Begin) promise.due = now + from_seconds(seconds);
    const MessageId id = plan({}, kStudy, {promise});
    outcome(id, 0, Outcome::Done);
    return id;
  }

  Time now = from_microseconds(1'700'000'000'000'000);
  Memory memory;

 private:
  uint64_t last_ = 0;
};

}  // namespace hearth::memory
