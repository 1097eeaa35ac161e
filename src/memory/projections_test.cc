// What each projection makes of a day's messages, one behaviour a test.
#include "memory/test_memory.h"

namespace hearth::memory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ProjectionsTest : public MemoryTest {};

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
