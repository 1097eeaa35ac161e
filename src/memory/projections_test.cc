// What each projection makes of a day's messages, one behaviour a test.
#include <gmock/gmock.h>

#include "memory/memory.h"

namespace hearth::memory {
namespace {

using namespace std::chrono_literals;
using flow::MessageId;
using flow::Outcome;
using flow::Plan;
using flow::Promise;
using home::Capability;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const flow::Address kStudy{home::DoorId{1}, home::DeviceId{1}, "a"};
const flow::Address kHall{home::DoorId{1}, home::DeviceId{2}, ""};
constexpr home::EntityId kLamp{1};

class ProjectionsTest : public testing::Test {
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

TEST_F(ProjectionsTest, PresentTellsSinceWhenAndWhenLastSeen) {
  lamp();
  EXPECT_EQ(memory.present.state(kLamp, Capability::OnOff), home::State{});
  const Time first = now;
  see(Capability::OnOff, true);
  now += 1min;
  see(Capability::OnOff, true);
  EXPECT_EQ(memory.present.state(kLamp, Capability::OnOff), (home::State{true, first, now}));
  now += 1min;
  see(Capability::OnOff, false);
  EXPECT_EQ(memory.present.state(kLamp, Capability::OnOff), (home::State{false, now, now}));
  EXPECT_THAT(memory.present.known(kLamp), SizeIs(1));
  EXPECT_THAT(memory.present.known(home::EntityId{9}), IsEmpty());
}

TEST_F(ProjectionsTest, ALightThatIsOffIsDarkWhateverItWas) {
  lamp();
  see(Capability::Brightness, 60.0);
  EXPECT_EQ(memory.present.value(kLamp, Capability::Brightness), home::Value(60.0)) << "on or off is unknown";
  see(Capability::OnOff, false);
  EXPECT_EQ(memory.present.value(kLamp, Capability::Brightness), home::Value(0.0));
  EXPECT_EQ(memory.present.state(kLamp, Capability::Brightness).value, home::Value(60.0)) << "what was reported stays";
  see(Capability::OnOff, true);
  EXPECT_EQ(memory.present.value(kLamp, Capability::Brightness), home::Value(60.0));
  EXPECT_EQ(memory.present.value(kLamp, Capability::Color), home::Value{});
}

TEST_F(ProjectionsTest, OnlyADeviceThatSaidSoIsUnavailable) {
  lamp();
  EXPECT_TRUE(memory.present.available(kLamp));
  see(Capability::Available, false);
  EXPECT_FALSE(memory.present.available(kLamp));
  see(Capability::Available, true);
  EXPECT_TRUE(memory.present.available(kLamp));
}

TEST_F(ProjectionsTest, AQuestionClosesWhenItsConversationGoesOn) {
  const MessageId asked = plan(mean(kStudy), kStudy, {ask(), set(true)}, Plan::AskBack);
  ASSERT_TRUE(conversation(kStudy)->question);
  EXPECT_EQ(conversation(kStudy)->question->plan, asked);
  EXPECT_THAT(conversation(kStudy)->question->then, ElementsAre(set(true)));
  plan(mean(kHall), kHall, {set(true)});
  EXPECT_TRUE(conversation(kStudy)->question) << "another conversation";
  plan({}, kStudy, {set(true)});
  EXPECT_TRUE(conversation(kStudy)->question) << "a routine that speaks there";
  const MessageId reply = mean(kStudy);
  EXPECT_TRUE(conversation(kStudy)->question) << "not settled yet";
  plan(reply, kStudy, {set(true)});
  EXPECT_FALSE(conversation(kStudy)->question);
}

TEST_F(ProjectionsTest, AQuestionClosesWhenItsTimeIsOver) {
  plan(mean(kStudy), kStudy, {ask(now + 30s)}, Plan::AskBack);
  now += 30s;
  hear(kHall);
  EXPECT_TRUE(conversation(kStudy)->question);
  now += 1us;
  hear(kHall);
  EXPECT_FALSE(conversation(kStudy)->question);
}

TEST_F(ProjectionsTest, ConversationsAreFoundByAddressElseByDevice) {
  const flow::Address other{kStudy.door, kStudy.device, "b"};
  mean(kStudy);
  const MessageId newest = mean(other);
  EXPECT_NE(conversation(kStudy)->meaning, newest);
  EXPECT_EQ(conversation({kStudy.door, kStudy.device, ""})->meaning, newest)
      << "without a word for it: the newest there";
  EXPECT_EQ(conversation({kStudy.door, kStudy.device, "c"}), nullptr) << "a new exchange of its own";
  EXPECT_EQ(conversation(kHall), nullptr);
  for (int i = 0; i < 64; ++i) mean({kStudy.door, kStudy.device, "n" + std::to_string(i)});
  EXPECT_EQ(conversation(kStudy), nullptr) << "the newest 64 are kept";
  EXPECT_THAT(memory.conversations.view()->all, SizeIs(64));
}

TEST_F(ProjectionsTest, ItIsWhatWasLastActedOn) {
  plan(mean(kStudy), kStudy, {set(true), set(false)});
  EXPECT_THAT(conversation(kStudy)->targets, ElementsAre(kLamp));
  plan(mean(kStudy), kStudy, {flow::Say{}});
  EXPECT_THAT(conversation(kStudy)->targets, ElementsAre(kLamp)) << "small talk does not change it";
}

TEST_F(ProjectionsTest, UtterancesAreUnansweredUntilMeantOrSettled) {
  const MessageId first = hear(kStudy), second = hear(kStudy), third = hear(kStudy);
  EXPECT_THAT(unanswered(), ElementsAre(first, second, third));
  mean(kStudy, second);
  plan(third, kStudy, {flow::Say{}}, Plan::Decline);
  EXPECT_THAT(unanswered(), ElementsAre(first));
  for (int i = 0; i < 40; ++i) hear(kStudy);
  EXPECT_THAT(unanswered(), SizeIs(32));
}

TEST_F(ProjectionsTest, APlanIsFinishedWhenEveryStepHasEnded) {
  const MessageId id = plan({}, kStudy, {set(true), flow::Say{}});
  outcome(id, 0, Outcome::Started, false);
  EXPECT_EQ(memory.plans.find(id)->steps[0].before, home::Value(false));
  EXPECT_EQ(memory.plans.find(id)->steps[0].started, now);
  outcome(id, 0, Outcome::Done, false, true);
  EXPECT_EQ(memory.plans.find(id)->steps[0].after, home::Value(true));
  EXPECT_FALSE(memory.plans.find(id)->finished);
  outcome(id, 1, Outcome::Failed);
  EXPECT_TRUE(memory.plans.find(id)->finished);
  outcome(id, 7, Outcome::Done);  // of no step: ignored
  EXPECT_TRUE(memory.plans.find(plan({}, kStudy))->finished) << "nothing to do is done";
  EXPECT_TRUE(memory.plans.find(plan({}, kStudy, {set(true)}, Plan::Defer))->finished);
  const MessageId offer = plan({}, kStudy, {ask(), set(true)}, Plan::Offer);
  outcome(offer, 0, Outcome::Done);
  EXPECT_TRUE(memory.plans.find(offer)->finished) << "what waits for a yes is not the plan's to do";
}

TEST_F(ProjectionsTest, LastDoneIsTheNewestDeedHereElseAnywhere) {
  EXPECT_EQ(memory.plans.last_done(kStudy), nullptr);
  const MessageId study = plan({}, kStudy, {set(true)});
  outcome(study, 0, Outcome::Started, false);
  outcome(study, 0, Outcome::Done, false, true);
  const MessageId hall = plan({}, kHall, {set(false)});
  outcome(hall, 0, Outcome::Started, true);
  outcome(hall, 0, Outcome::Done, true, false);
  const MessageId idle = plan({}, kStudy, {set(true)});
  outcome(idle, 0, Outcome::Done, true, true);
  EXPECT_EQ(memory.plans.last_done(kStudy)->plan.head.id, study) << "the idle one changed nothing";
  EXPECT_EQ(memory.plans.last_done({home::DoorId{3}, {}, ""})->plan.head.id, hall) << "else the newest of any";
  Plan undo;
  undo.verdict = Plan::Do;
  undo.undoes = study;
  undo.reply = kStudy;
  undo.steps = {set(false)};
  const MessageId taken_back = fold(undo);
  EXPECT_FALSE(memory.plans.find(study)->undone_by) << "it may be refused yet";
  outcome(taken_back, 0, Outcome::Started, true);
  outcome(taken_back, 0, Outcome::Done, true, false);
  EXPECT_EQ(memory.plans.find(study)->undone_by, taken_back);
  EXPECT_EQ(memory.plans.last_done(kStudy)->plan.head.id, hall);
}

TEST_F(ProjectionsTest, APromiseHoldsFromDoneOn) {
  Promise timer;
  timer.due = now + 5min;
  const MessageId id = plan({}, kStudy, {flow::Say{}, timer});
  EXPECT_THAT(promised(), IsEmpty());
  outcome(id, 1, Outcome::Failed);
  EXPECT_THAT(promised(), IsEmpty());
  outcome(id, 1, Outcome::Done);
  ASSERT_NE(memory.promises.find(id, 1), nullptr);
  EXPECT_EQ(memory.promises.find(id, 1)->promise.due, now + 5min);
  EXPECT_EQ(memory.promises.find(id, 1)->where, kStudy);
  EXPECT_EQ(memory.promises.find(id, 0), nullptr);
}

TEST_F(ProjectionsTest, TimersPauseResumeExtendAndCancel) {
  const MessageId timer = promise(Promise::Begin, {}, 300);
  const MessageId other = promise(Promise::Begin, {}, 900);
  now += 100s;
  promise(Promise::Pause, timer);
  EXPECT_TRUE(promised()[0].paused);
  EXPECT_DOUBLE_EQ(promised()[0].remaining_s, 200);
  promise(Promise::Extend, timer, 60);
  now += 1h;
  promise(Promise::Pause, timer);
  EXPECT_DOUBLE_EQ(promised()[0].remaining_s, 260) << "paused twice is paused once";
  promise(Promise::Resume, timer);
  EXPECT_EQ(promised()[0].promise.due, now + 260s);
  promise(Promise::Extend, timer, -60);
  EXPECT_EQ(promised()[0].promise.due, now + 200s);
  promise(Promise::Cancel, timer);
  ASSERT_THAT(promised(), SizeIs(1));
  EXPECT_EQ(promised()[0].id, other);
}

TEST_F(ProjectionsTest, APromiseThatIsRefusedAfterAllIsTakenBackAndWhatItChangedHoldsAgain) {
  const MessageId timer = promise(Promise::Begin, {}, 300);
  const Time due = promised()[0].promise.due;
  outcome(promise(Promise::Begin, {}, 60), 0, Outcome::Refused);
  ASSERT_THAT(promised(), SizeIs(1)) << "the new one was never made";
  const MessageId other = promise(Promise::Begin, {}, 900);
  outcome(promise(Promise::Extend, timer, 60), 0, Outcome::Refused);
  EXPECT_EQ(promised()[0].promise.due, due);
  outcome(promise(Promise::Pause, timer), 0, Outcome::Failed);
  EXPECT_FALSE(promised()[0].paused);
  const MessageId cancel = promise(Promise::Cancel, timer);
  ASSERT_THAT(promised(), SizeIs(1));
  flow::ClockStep step;
  step.by_s = 3600;
  fold(step);
  outcome(cancel, 0, Outcome::Refused);
  ASSERT_THAT(promised(), SizeIs(2));
  EXPECT_EQ(promised()[0].id, timer) << "where it was";
  EXPECT_EQ(promised()[0].promise.due, due + 1h);
  EXPECT_EQ(promised()[1].id, other);
  outcome(cancel, 0, Outcome::Refused);
  EXPECT_THAT(promised(), SizeIs(2)) << "once";
}

TEST_F(ProjectionsTest, WhatHasRungIsDroppedUnlessItRecurs) {
  const MessageId timer = promise(Promise::Begin, {}, 60);
  Promise alarm;
  alarm.kind = Promise::Alarm;
  alarm.recurrence = "FREQ=DAILY";
  const MessageId daily = plan({}, kStudy, {alarm});
  outcome(daily, 0, Outcome::Done);
  for (const MessageId id : {timer, daily}) {
    flow::Proposal ring;
    ring.kind = flow::Proposal::Ring;
    ring.episode = "promise." + std::to_string(id.value) + ".0";
    if (id == daily) ring.next = now + 24h;
    fold(ring);
  }
  ASSERT_THAT(promised(), SizeIs(1));
  EXPECT_EQ(promised()[0].id, daily);
  EXPECT_EQ(promised()[0].promise.due, now + 24h);
  EXPECT_FALSE(promised()[0].rung);
}

TEST_F(ProjectionsTest, AnAlarmRingsAgainUntilItIsStopped) {
  const MessageId alarm = promise(Promise::Begin, {}, 0, Promise::Alarm);
  flow::Proposal ring;
  ring.kind = flow::Proposal::Ring;
  ring.episode = "promise." + std::to_string(alarm.value) + ".0";
  ring.again = now + 1min;
  fold(ring);
  ASSERT_THAT(promised(), SizeIs(1));
  EXPECT_TRUE(promised()[0].rung);
  EXPECT_EQ(promised()[0].again, now + 1min);
  flow::ClockStep step;
  step.by_s = 3600;
  fold(step);
  EXPECT_EQ(promised()[0].again, now + 1h + 1min) << "a minute is a minute";
  promise(Promise::Stop, alarm, 0, Promise::Alarm);
  EXPECT_THAT(promised(), SizeIs(0));
}

TEST_F(ProjectionsTest, WhoeverSpeaksWhereAReminderWasToldHasHeardIt) {
  const MessageId reminder = promise(Promise::Begin, {}, 0, Promise::Reminder);
  flow::Meaning said;
  said.heard = kStudy;
  fold(said);
  EXPECT_THAT(promised(), SizeIs(1)) << "it was not told yet";
  flow::Proposal ring;
  ring.kind = flow::Proposal::Ring;
  ring.episode = "promise." + std::to_string(reminder.value) + ".0";
  ring.again = now + 5min;
  fold(ring);
  fold(said);
  EXPECT_THAT(promised(), SizeIs(0));
}

TEST_F(ProjectionsTest, AReminderToldElsewhereIsHeardThere) {
  Promise feeds;
  feeds.kind = Promise::Reminder;
  feeds.due = now;
  feeds.to = flow::PersonId{2};
  const MessageId reminder = plan({}, kStudy, {feeds});
  outcome(reminder, 0, Outcome::Done);
  flow::Proposal ring;
  ring.kind = flow::Proposal::Ring;
  ring.episode = "promise." + std::to_string(reminder.value) + ".0";
  ring.again = now + 5min;
  ring.to = kHall;
  fold(ring);
  flow::Meaning said;
  said.heard = kStudy;
  fold(said);
  ASSERT_THAT(promised(), SizeIs(1)) << "it was asked for there, and told in the hall";
  EXPECT_EQ(promised()[0].told, kHall);
  said.heard = kHall;
  fold(said);
  EXPECT_THAT(promised(), SizeIs(0));
}

TEST_F(ProjectionsTest, ATriggerIsArmedByWhatItIsNot) {
  Promise waits;
  waits.kind = Promise::Reminder;
  waits.due = kNever;
  waits.trigger = flow::Trigger{{4}, home::Capability::OnOff, flow::Trigger::Is, false, false};
  outcome(plan({}, kStudy, {waits}), 0, Outcome::Done);
  flow::Observation seen;
  seen.entity = {4};
  seen.capability = home::Capability::OnOff;
  seen.value = false;
  fold(seen);
  EXPECT_FALSE(promised()[0].promise.trigger->armed);
  seen.value = true;
  fold(seen);
  EXPECT_TRUE(promised()[0].promise.trigger->armed);
}

TEST_F(ProjectionsTest, TimersMoveWithTheWallClockAlarmsDoNot) {
  promise(Promise::Begin, {}, 60);
  Promise alarm;
  alarm.kind = Promise::Alarm;
  alarm.due = promised()[0].promise.due;
  outcome(plan({}, kStudy, {alarm}), 0, Outcome::Done);
  const Time due = promised()[0].promise.due;
  flow::ClockStep step;
  step.by_s = 3600;
  fold(step);
  EXPECT_EQ(promised()[0].promise.due, due + 1h);
  EXPECT_EQ(promised()[1].promise.due, due);
}

TEST_F(ProjectionsTest, ANewPreferenceReplacesTheOldOneOfTheSameWordsAndPlace) {
  const auto prefer = [&](int entity, int area, std::optional<flow::PersonId> owner) {
    flow::Lesson lesson;
    lesson.kind = flow::Lesson::Preference;
    lesson.stage = flow::Lesson::Active;
    lesson.owner = owner;
    lesson.body = R"({"slot":"name","intent":")" + std::string("TurnOn") + R"(","spoken":"lamp","area":)" +
                  std::to_string(area) + R"(,"entities":[)" + std::to_string(entity) + "]}";
    return fold(lesson);
  };
  const flow::PersonId anna{1};
  const auto answer = [&](uint32_t area, std::optional<flow::PersonId> person) {
    const auto* lesson = memory.lexicon.view()->preference(flow::Intent::TurnOn, "lamp", home::AreaId{area}, person);
    return lesson == nullptr ? 0 : lesson->head.id.value;
  };
  prefer(1, 3, std::nullopt);
  const MessageId everybodys = prefer(2, 3, std::nullopt);
  EXPECT_THAT(memory.lexicon.view()->lessons, SizeIs(1));
  const MessageId annas = prefer(7, 3, anna);
  EXPECT_EQ(answer(3, anna), annas.value) << "one's own first";
  EXPECT_EQ(answer(3, flow::PersonId{2}), everybodys.value);
  EXPECT_EQ(answer(4, anna), 0U) << "elsewhere it may mean another";
  flow::Lesson forget;
  forget.lesson = {annas.value};
  forget.kind = flow::Lesson::Preference;
  forget.stage = flow::Lesson::Forgotten;
  fold(forget);
  EXPECT_EQ(answer(3, anna), everybodys.value) << "forgotten at once";
  EXPECT_THAT(memory.lexicon.view()->lessons, SizeIs(1));
}

TEST_F(ProjectionsTest, APreferenceWhoseBodyIsNoObjectContradictsNothing) {
  for (const char* body :
       {R"({"slot":"name","intent":"TurnOn","spoken":"lamp","area":3,"entities":[1]})", "[1]", "7", "not JSON",
        R"({"slot":"name","intent":"TurnOn","spoken":"lamp","area":3,"entities":[2]})"}) {
    flow::Lesson lesson;
    lesson.kind = flow::Lesson::Preference;
    lesson.stage = flow::Lesson::Active;
    lesson.body = body;
    fold(lesson);
  }
  EXPECT_THAT(memory.lexicon.view()->lessons, SizeIs(4)) << "the last takes the place of the first";
  EXPECT_NE(memory.lexicon.view()->preference(flow::Intent::TurnOn, "lamp", home::AreaId{3}, {}), nullptr);
}

TEST_F(ProjectionsTest, ABrokenSaveLeavesAnEmptyProjectionAndNamesItself) {
  lamp();
  mean(kStudy);
  promise(Promise::Begin, {}, 60);
  for (Projection* projection : memory.all()) {
    const std::string saved = projection->save();
    const Status broken = projection->restore(saved.substr(0, saved.size() - 1));
    ASSERT_FALSE(broken.ok()) << projection->name();
    EXPECT_EQ(broken.error().kind, Error::Corrupt);
    EXPECT_EQ(broken.error().place.find(projection->name()), 0U) << broken.error().place;
  }
  EXPECT_THAT(promised(), IsEmpty());
  EXPECT_THAT(memory.plans.all(), IsEmpty());
  EXPECT_TRUE(memory.present.home()->entities.empty());
}

}  // namespace
}  // namespace hearth::memory
