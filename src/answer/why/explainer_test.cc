#include "answer/why/explainer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "home/merge.h"

namespace hearth::answer {
namespace {

using flow::MessageId;
using flow::Plan;
using home::Capability;
using testing::Contains;
using testing::ElementsAre;

/// A journal filled message by message: a study (lamp 1, lamp 2) and a hall (light 3, motion sensor 4).
class ExplainerTest : public testing::Test {
 protected:
  ExplainerTest() {
    home::Listing listing;
    listing.door = "simulator";
    listing.areas = {{{1}, {{"Study", "en"}}, {}, {}}, {{2}, {{"Hall", "en"}}, {}, {}}};
    for (const auto& [name, area] :
         {std::pair("desk lamp", 1U), {"ceiling light", 1U}, {"hall light", 2U}, {"motion", 2U}}) {
      home::Entity entity;
      entity.key = name;
      entity.kind = "light";
      entity.names = {{name, "en"}};
      entity.area = home::AreaId{area};
      listing.entities.push_back(std::move(entity));
    }
    home = home::merge({}, listing);
  }
  template <class T>
  MessageId add(T message, std::vector<MessageId> from = {}, std::string origin = "test") {
    flow::Entry entry;
    entry.seq = {journal.last().value + 1};
    entry.at = from_microseconds(static_cast<int64_t>(entry.seq.value) * 1'000'000);
    if (from.empty()) trace = {entry.seq.value};
    entry.trace = trace;
    entry.origin = std::move(origin);
    message.head.id = entry.seq;
    message.head.trace = trace;
    message.head.from = std::move(from);
    entry.message = std::move(message);
    journal.append({.entries = {entry}, .durability = {}, .written = {}});
    return entry.seq;
  }
  MessageId say(std::string text, MessageId also_from = {}) {
    flow::Utterance said;
    said.text = std::move(text);
    said.heard = study;
    flow::Meaning meaning;
    meaning.heard = study;
    meaning.head.because = {{flow::Faculty::EntityLinking, {"linked.room", {{"area", std::string("Study")}}}, {}, 1}};
    std::vector<MessageId> from{add(said)};
    if (also_from) from.push_back(also_from);
    return add(meaning, from);
  }
  MessageId settle(MessageId meaning, Plan::Verdict verdict, std::vector<flow::Step> steps, flow::Phrase why,
                   flow::Faculty faculty = flow::Faculty::DialoguePolicy) {
    Plan plan;
    plan.settles = meaning;
    plan.verdict = verdict;
    plan.steps = std::move(steps);
    plan.reply = study;
    plan.head.because = {{flow::Faculty::HypothesisRanker, {"because.ranked", {}}, {}, 1},
                         {faculty, std::move(why), {}, 1}};
    return add(plan, {meaning});
  }
  MessageId outcome(MessageId plan, uint32_t entity, flow::Outcome::Progress progress = flow::Outcome::Done,
                    std::string reason = "because.reported") {
    flow::Outcome done;
    done.plan = plan;
    done.entity = {entity};
    done.capability = Capability::OnOff;
    done.after = true;
    done.progress = progress;
    done.head.because = {
        {flow::Faculty::Runner, {std::move(reason), {{"entity", static_cast<double>(entity)}}}, {}, 1}};
    return add(done, {plan});
  }
  static flow::Set on(uint32_t entity) { return {{entity}, Capability::OnOff, true, 0}; }
  WhyQuestion ask(WhyQuestion::Kind kind, std::vector<flow::EntityId> things = {}) const {
    return {kind, study, {1}, std::move(things), {}};
  }
  static flow::Value argument(const flow::Phrase& phrase, std::string_view name) {
    for (const auto& [key, value] : phrase.with) {
      if (key == name) return value;
    }
    return {};
  }
  static flow::Value text(const char* words) { return std::string(words); }

  home::Home home;
  memory::MemoryJournal journal;
  const flow::Address study{{1}, {1}, "c"};
  flow::TraceId trace;
  const Explainer explainer{journal};
};

TEST_F(ExplainerTest, ADeedBecauseSomebodySaidSo) {
  const MessageId meaning = say("turn on the lights");
  const MessageId plan = settle(meaning, Plan::Do, {on(1)}, {"because.grounded", {}});
  const MessageId done = outcome(plan, 1);
  const auto why = explainer.explain_last(ask(WhyQuestion::Done), home);
  ASSERT_TRUE(why.ok()) << to_string(why.error());
  EXPECT_EQ(why->about, done);
  EXPECT_EQ(why->sentence.key, "why.done");
  EXPECT_EQ(argument(why->sentence, "text"), text("turn on the lights"));
  EXPECT_EQ(argument(why->sentence, "reason"), text("linked.room"));
  std::vector<std::string> kinds;
  for (const ChainLink& link : why->chain) kinds.push_back(link.kind);
  EXPECT_THAT(kinds, ElementsAre("Outcome", "Plan", "Meaning", "Utterance"));
  EXPECT_EQ(why->evidence.size(), 4U);
  EXPECT_EQ(why->evidence.back().quote, "turn on the lights");
}

TEST_F(ExplainerTest, AChoiceIsToldWithBothSentences) {
  const MessageId asked = settle(say("it is too dark"), Plan::AskBack, {flow::Ask{}}, {"because.tie", {}});
  const MessageId plan = settle(say("the desk one", asked), Plan::Do, {on(1)}, {"because.answer_to_question", {}});
  outcome(plan, 1);
  const auto why = explainer.explain_last(ask(WhyQuestion::Last), home);
  ASSERT_TRUE(why.ok());
  EXPECT_EQ(argument(why->sentence, "text"), text("it is too dark"));
  EXPECT_EQ(argument(why->sentence, "then"), text("the desk one"));
  const auto question = explainer.explain_last(ask(WhyQuestion::Asked), home);
  ASSERT_TRUE(question.ok());
  EXPECT_EQ(question->about, asked);
  EXPECT_EQ(question->sentence.key, "why.asked");
  EXPECT_EQ(argument(question->sentence, "reason"), text("because.tie"));
}

TEST_F(ExplainerTest, AThingNotDone) {
  const MessageId refused =
      settle(say("unlock the door"), Plan::Decline, {}, {"decline.not_allowed", {}}, flow::Faculty::Safety);
  settle(say("what time is it"), Plan::Do, {flow::Say{}}, {"because.answered", {}});
  const auto why = explainer.explain_last(ask(WhyQuestion::NotDone), home);
  ASSERT_TRUE(why.ok());
  EXPECT_EQ(why->about, refused);
  EXPECT_EQ(why->sentence.key, "why.declined");
  EXPECT_EQ(argument(why->sentence, "reason"), text("decline.not_allowed"));
  EXPECT_EQ(argument(why->sentence, "clause"), flow::Value(false));
  EXPECT_FALSE(why->evidence.empty());
}

TEST_F(ExplainerTest, AFailureIsAThingNotDoneToo) {
  const MessageId plan = settle(say("turn on the desk lamp"), Plan::Do, {on(1)}, {"because.grounded", {}});
  const MessageId failed = outcome(plan, 1, flow::Outcome::Failed, "because.no_report");
  const auto why = explainer.explain_last(ask(WhyQuestion::NotDone), home);
  ASSERT_TRUE(why.ok());
  EXPECT_EQ(why->about, failed);
  EXPECT_EQ(why->sentence.key, "why.failed");
  EXPECT_EQ(argument(why->sentence, "reason"), text("because.no_report"));
}

TEST_F(ExplainerTest, ARoutineIsTracedToWhatWasSeen) {
  flow::Observation motion;
  motion.entity = {4};
  motion.capability = Capability::Motion;
  motion.value = true;
  const MessageId seen = add(motion);
  flow::Proposal proposal;
  proposal.kind = flow::Proposal::Routine;
  const MessageId proposed = add(proposal, {seen});
  Plan plan;
  plan.settles = proposed;
  plan.verdict = Plan::Do;
  plan.steps = {on(3)};
  plan.head.because = {
      {flow::Faculty::Interruption, {"because.promoted", {}}, {{flow::Evidence::Learned, 57, "", 1}}, 1}};
  outcome(add(plan, {proposed}), 3);
  const auto why = explainer.explain_last({WhyQuestion::Thing, study, {1}, {{3}}, {}}, home);
  ASSERT_TRUE(why.ok());
  EXPECT_EQ(why->sentence.key, "why.unasked");
  EXPECT_EQ(argument(why->sentence, "reason"), text("because.promoted"));
  EXPECT_THAT(why->evidence, Contains(testing::Field(&flow::Evidence::kind, flow::Evidence::Learned)));
  // Nothing of it could be noticed in the study.
  EXPECT_EQ(explainer.explain_last(ask(WhyQuestion::Done), home).ok(), false);
}

TEST_F(ExplainerTest, WhatOthersDidIsNotClaimed) {
  flow::Observation seen;
  seen.entity = {3};
  flow::Actuation changed;
  changed.entity = {3};
  changed.capability = Capability::OnOff;
  changed.after = true;
  changed.by = flow::Actuation::ByHand;
  changed.head.because = {{flow::Faculty::Attribution, {"attribution.by_hand", {}}, {}, 0.65F}};
  const MessageId id = add(changed, {add(seen)});
  const auto why = explainer.explain_last(ask(WhyQuestion::Thing, {{3}}), home);
  ASSERT_TRUE(why.ok());
  EXPECT_EQ(why->about, id);
  EXPECT_EQ(why->sentence.key, "why.not_me");
  EXPECT_EQ(argument(why->sentence, "by_hand"), flow::Value(true));
}

TEST_F(ExplainerTest, WhatWasSaidIsExplainedByItsPlan) {
  const MessageId meaning = say("gibberish");
  const MessageId plan = settle(meaning, Plan::Decline, {}, {"because.none_likely", {}});
  const auto why = explainer.explain(meaning);
  ASSERT_TRUE(why.ok());
  EXPECT_EQ(why->about, plan);
  EXPECT_EQ(explainer.explain({999}).error().kind, Error::NotFound);
  EXPECT_EQ(explainer.explain_last(ask(WhyQuestion::Done), home).error().kind, Error::NotFound);
}

TEST_F(ExplainerTest, TheQuestionItselfIsNoAnswer) {
  outcome(settle(say("turn on the desk lamp"), Plan::Do, {on(1)}, {"because.grounded", {}}), 1);
  WhyQuestion question = ask(WhyQuestion::Last);
  question.before = say("why");
  settle(question.before, Plan::Decline, {}, {"because.none_likely", {}});
  const auto why = explainer.explain_last(question, home);
  ASSERT_TRUE(why.ok());
  EXPECT_EQ(argument(why->sentence, "text"), text("turn on the desk lamp"));
}

}  // namespace
}  // namespace hearth::answer
