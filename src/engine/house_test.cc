#include "engine/house.h"

#include <gmock/gmock.h>

#include "engine/models.h"
#include "engine/replay.h"
#include "graph/inline_executor.h"

namespace hearth::engine {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// Takes what it is given, and remembers it.
class FakeDoor final : public connect::Door {
 public:
  explicit FakeDoor(std::string name) : name_(std::move(name)) {}
  std::string_view name() const override { return name_; }
  Status open(connect::HouseInbox&) override { return ok(); }
  void carry_out(const flow::Command& command, std::shared_ptr<const home::Home>) override {
    if (before_taking) before_taking();
    taken.push_back(command);
  }
  connect::DoorHealth health() const override { return {}; }
  void close() override {}

  void plan_ended(const flow::Plan& /*plan*/) override { taken_by_end.push_back(taken.size()); }

  std::vector<flow::Command> taken;
  std::vector<size_t> taken_by_end;  ///< for each plan that ended: how much had been taken by then
  std::function<void()> before_taking;

 private:
  std::string name_;
};

/// A journal whose disk may refuse what must be synced.
class RefusingJournal final : public memory::Journal {
 public:
  Result<flow::Entry> read(flow::MessageId seq) const override { return kept.read(seq); }
  Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const override { return kept.trace(trace); }
  Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const override {
    return kept.scan(first, [&](const flow::Entry& entry) {
      if (entry.seq != unreadable) return visit(entry);
      flow::Gap gap{.since = entry.at, .lost = 1, .reason = "entry 3: broken"};
      return visit({entry.seq, entry.at, flow::Entry::Input, entry.trace, std::string(memory::kUnreadable), gap});
    });
  }
  Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const override {
    return kept.scan_back(visit);
  }
  flow::MessageId last() const override { return kept.last(); }
  void append(memory::Batch batch) override {
    const bool refuse = refuses && batch.durability == memory::Durability::Synced;
    const auto written = std::exchange(batch.written, {});
    kept.append(std::move(batch));
    if (written) written(refuse ? Status(unavailable("the disk is full")) : ok());
  }
  Status flush() override { return ok(); }

  memory::MemoryJournal kept;
  bool refuses = false;
  flow::MessageId unreadable;
};

const Models& models() {
  static const std::unique_ptr<Models> loaded =
      Models::load({.phrases = "phrases", .sentences = "sentences", .intents = "build/fetched/intents/data"}, {"en"})
          .value();
  return *loaded;
}

class HouseTest : public testing::Test {
 protected:
  ~HouseTest() override { house.reset(); }

  void open(HouseOptions options = {}) {
    house = House::open(make_parts(models()), executor, clock, journal, std::move(options)).value();
    house->attach(door);
    house->listen([this](std::span<const flow::Entry> entries, const Core&) -> House::Told {
      return [this, newest = entries.back().seq](const Status& written) {
        (written ? told_written : told_refused).push_back(newest);
      };
    });
    house->start();
    run();
  }
  void run() {
    while (executor.run_one() || house->step() || executor.fire_wakes() > 0) {}
  }
  void list(home::Tier tier = home::Tier::Harmless) {
    flow::Inventory inventory;
    inventory.listing.door = "fake";
    inventory.listing.areas = {{.names = {{"study", "en"}}}};
    inventory.listing.devices = {{.names = {{"speaker", "en"}}, .area = home::AreaId{1}, .identifiers = {"sat"}}};
    inventory.listing.people = {{.names = {{"Anna", ""}}, .role = home::Role::Owner}};
    inventory.listing.satellites = {{.device = home::DeviceId{1}, .language = "en", .usual = home::PersonId{1}}};
    inventory.listing.entities = {
        {.key = "lamp",
         .kind = "light",
         .names = {{"lamp", "en"}},
         .area = home::AreaId{1},
         .traits = {{.capability = home::Capability::OnOff, .sensed = true, .settable = true}},
         .tier = tier},
        {.key = "lock",
         .kind = "lock",
         .names = {{"door", "en"}},
         .area = home::AreaId{1},
         .traits = {{.capability = home::Capability::Lock, .sensed = true, .settable = true}},
         .tier = home::Tier::Secure}};
    house->inventory(std::move(inventory));
    run();
  }
  void say(std::string text) {
    flow::Utterance utterance;
    utterance.text = std::move(text);
    house->hear("fake", "sat", std::move(utterance));
    run();
  }
  template <class T>
  std::vector<T> kept() const {
    std::vector<T> found;
    for (const flow::Entry& entry : journal.kept.entries()) {
      if (const T* of_kind = std::get_if<T>(&entry.message)) found.push_back(*of_kind);
    }
    return found;
  }

  SimulatedClock clock{from_microseconds(1'700'000'000'000'000)};
  graph::InlineExecutor executor{clock};
  RefusingJournal journal;
  FakeDoor door{"fake"};
  std::vector<flow::MessageId> told_written, told_refused;  ///< the listener's: the last entry of each batch
  std::unique_ptr<House> house;
};

TEST_F(HouseTest, AReportOfAnUnknownKeyIsCountedAndNotKept) {
  open();
  list();
  house->observe("fake", "no such lamp", {.capability = home::Capability::OnOff, .value = true});
  house->observe("nobody", "lamp", {.capability = home::Capability::OnOff, .value = true});
  house->observe("fake", "lamp", {.capability = home::Capability::OnOff, .value = true});
  run();
  EXPECT_EQ(house->health().unknown_keys, 2U);
  EXPECT_THAT(kept<flow::Observation>(), SizeIs(1));
}

TEST_F(HouseTest, AStepOfTheClockIsNoticedOnceDriftIsNot) {
  open();
  clock.advance(1h);
  list();
  clock.step(500ms);
  list();
  EXPECT_THAT(kept<flow::ClockStep>(), IsEmpty());
  clock.step(1h);
  list();
  list();
  ASSERT_THAT(kept<flow::ClockStep>(), SizeIs(1));
  EXPECT_NEAR(kept<flow::ClockStep>()[0].by_s, 3600.5, 0.001);
}

TEST_F(HouseTest, AStepOfTheClockIsNoticedWhenNothingElseHappens) {
  open();
  clock.step(-1h);
  EXPECT_TRUE(house->step());
  ASSERT_THAT(kept<flow::ClockStep>(), SizeIs(1));
  EXPECT_NEAR(kept<flow::ClockStep>()[0].by_s, -3600, 0.001);
  EXPECT_FALSE(house->step()) << "once";
}

TEST_F(HouseTest, WhatTheInboxDropsIsKeptAsDropped) {
  open({.inbox_capacity = 4});
  list();
  for (int i = 0; i < 10; ++i) {
    house->observe("fake", "lamp", {.capability = home::Capability::Press, .value = std::string("single")});
  }
  run();
  ASSERT_THAT(kept<flow::Dropped>(), SizeIs(1));
  EXPECT_EQ(kept<flow::Dropped>()[0].count, 6U);
}

TEST_F(HouseTest, AFullInboxLosesNoWakeAndAnswersWhatItCannotTakeUp) {
  open({.inbox_capacity = 2});
  list();
  for (int i = 0; i < 20; ++i) house->feedback({});
  flow::Utterance utterance;
  utterance.text = "turn on the lamp";
  house->hear("fake", "sat", utterance);
  house->receipt({.plan = {99}});
  run();
  EXPECT_THAT(kept<flow::Feedback>(), SizeIs(8));
  EXPECT_THAT(kept<flow::Receipt>(), testing::Not(IsEmpty()));
  EXPECT_THAT(kept<flow::Utterance>(), SizeIs(1));
  ASSERT_THAT(kept<flow::Plan>(), SizeIs(1)) << "nobody waits in vain";
  EXPECT_EQ(kept<flow::Plan>()[0].verdict, flow::Plan::Decline);
  EXPECT_THAT(door.taken, SizeIs(1));
  EXPECT_EQ(kept<flow::Dropped>()[0].count, 12U);
}

TEST_F(HouseTest, WhoIsNotTakenInIsTold) {
  open({.inbox_capacity = 2});
  list();
  size_t taken = 0;
  for (int i = 0; i < 20; ++i) taken += house->hear("fake", "sat", {}) ? 1 : 0;
  EXPECT_FALSE(house->want("fake", "sat", {}));
  run();
  EXPECT_THAT(kept<flow::Utterance>(), SizeIs(taken));
  EXPECT_EQ(taken, 10U) << "all that there is room for";
  EXPECT_TRUE(house->want("fake", "sat", {})) << "there is room again";
  house->close();
  EXPECT_FALSE(house->hear("fake", "sat", {}));
}

TEST_F(HouseTest, AnEntryThatCannotBeReadDoesNotKeepTheHouseFromStarting) {
  open();
  list();
  house->observe("fake", "lamp", {.capability = home::Capability::OnOff, .value = true});
  run();
  house.reset();
  journal.unreadable = {3};
  open();
  EXPECT_EQ(house->core().memory().present.home()->entities.size(), 2U);
  EXPECT_EQ(house->health().faults, 1U);
  EXPECT_THAT(house->health().last_fault, HasSubstr("entry 3"));
  const Result<ReplayReport> replayed = verify(journal, make_parts(models()));
  ASSERT_TRUE(replayed.ok());
  EXPECT_FALSE(replayed->difference);
  EXPECT_EQ(replayed->gaps, 1U);
  EXPECT_GT(replayed->unverified, 0U);
}

TEST_F(HouseTest, RequestsThatACrashLostComeBackAsFailedAndAreAnswered) {
  open();
  list();
  flow::Utterance utterance;
  utterance.text = "turn on the lamp";
  house->hear("fake", "sat", utterance);
  while (house->step()) {}  // the lane has not run
  house.reset();
  open({.crashed = true});
  const auto returns = kept<flow::LaneReturn>();
  ASSERT_THAT(returns, SizeIs(1));
  EXPECT_EQ(returns[0].node, "understand");
  EXPECT_EQ(returns[0].status, flow::LaneReturn::Failed);
  ASSERT_THAT(kept<flow::Plan>(), SizeIs(1)) << "the person hears of it";
  EXPECT_EQ(kept<flow::Plan>()[0].settles, returns[0].request);
  EXPECT_TRUE(kept<flow::Started>().back().crashed);
  house.reset();
  open();
  EXPECT_THAT(kept<flow::LaneReturn>(), SizeIs(1)) << "once";
}

class SpokenHouseTest : public HouseTest {
 protected:
  void SetUp() override {
    if (!models().missing().empty()) GTEST_SKIP() << models().missing();
    open();
    list();
  }
};

TEST_F(SpokenHouseTest, CommandsAreLetOutOnceTheyAreInTheJournal) {
  door.before_taking = [this] { EXPECT_THAT(kept<flow::Command>(), SizeIs(door.taken.size() + 1)); };
  say("turn on the lamp");
  ASSERT_FALSE(door.taken.empty());
  EXPECT_TRUE(std::holds_alternative<flow::Set>(door.taken[0].what));
}

TEST_F(SpokenHouseTest, WhatComesBackFromALaneSaysWhatItSaw) {
  say("turn on the lamp");
  const auto returns = kept<flow::LaneReturn>();
  ASSERT_FALSE(returns.empty());
  EXPECT_EQ(returns[0].node, "understand");
  EXPECT_EQ(returns[0].view, kept<flow::Utterance>()[0].head.id.value);
}

TEST_F(SpokenHouseTest, APromiseThatCannotBeKeptIsNotMade) {
  journal.refuses = true;
  say("set a timer for 5 minutes");
  const auto receipts = kept<flow::Receipt>();
  ASSERT_FALSE(receipts.empty());
  ASSERT_TRUE(receipts[0].error);
  EXPECT_THAT(receipts[0].error->message, HasSubstr("disk is full"));
  EXPECT_THAT(house->core().memory().promises.all(), IsEmpty());
  EXPECT_THAT(told_refused, Not(IsEmpty())) << "who listens must not show it";
  EXPECT_EQ(told_written.back(), journal.kept.last());
  ASSERT_THAT(door.taken, SizeIs(1)) << "nothing is said that a power cut could undo, but that it was refused";
  EXPECT_THAT(std::get<flow::Words>(door.taken[0].what).text, HasSubstr("no way to write it down"));
  EXPECT_THAT(door.taken_by_end, testing::AllOf(Not(IsEmpty()), testing::Each(1U)))
      << "nobody was told of the end before those words";
  const Result<ReplayReport> same = verify(journal.kept, make_parts(models()));
  ASSERT_TRUE(same.ok());
  EXPECT_FALSE(same->difference) << same->difference->expected << " | " << same->difference->found;
}

TEST_F(SpokenHouseTest, ASecureActThatCannotBeKeptIsRefusedAloud) {
  house->observe("fake", "lock", {.capability = home::Capability::Lock, .value = true});
  run();
  journal.refuses = true;
  say("unlock the door");
  ASSERT_THAT(door.taken, SizeIs(1)) << "words, and no command to the lock";
  EXPECT_THAT(std::get<flow::Words>(door.taken[0].what).text, HasSubstr("I could not"));
}

TEST_F(SpokenHouseTest, ReplayFindsAPlantedDifference) {
  say("turn on the lamp");
  Result<ReplayReport> same = verify(journal.kept, make_parts(models()));
  ASSERT_TRUE(same.ok());
  EXPECT_FALSE(same->difference) << same->difference->expected << " | " << same->difference->found;
  memory::MemoryJournal forged;
  for (flow::Entry entry : journal.kept.entries()) {
    if (auto* plan = std::get_if<flow::Plan>(&entry.message)) plan->tier = flow::Tier::Secure;
    forged.append({{entry}, {}, {}});
  }
  Result<ReplayReport> other = verify(forged, make_parts(models()));
  ASSERT_TRUE(other.ok());
  ASSERT_TRUE(other->difference);
  EXPECT_THAT(other->difference->expected, HasSubstr("secure"));
  EXPECT_THAT(other->difference->found, HasSubstr("Plan"));
}

TEST_F(SpokenHouseTest, ReplayFollowsAHomeThatMoves) {
  say("turn on the lamp");
  for (const char* zone : {"Europe/Berlin", "America/New_York"}) {
    house.reset();
    open({.zone = zone});
    say("set a timer for 5 minutes");
  }
  Result<ReplayReport> report = verify(journal.kept, make_parts(models()));
  ASSERT_TRUE(report.ok());
  EXPECT_FALSE(report->difference) << report->difference->expected << " | " << report->difference->found;
  EXPECT_EQ(report->entries, journal.kept.last().value) << "each entry once";
}

TEST(Parts, CivilTimeIsThatOfTheHome) {
  EXPECT_EQ(make_parts(models(), "Europe/Berlin").decide.zone.name(), "Europe/Berlin");
  EXPECT_EQ(make_parts(models()).decide.zone, calendar::Zone());
  EXPECT_EQ(make_parts(models(), "Europe/Nowhere").decide.zone, calendar::Zone());
}

TEST_F(SpokenHouseTest, BehindAGapReplayGoesOnWhereTheHouseKnewItsJournalAlone) {
  say("turn on the lamp");
  memory::MemoryJournal holed;
  const auto copy = [&](uint64_t first, uint64_t last) {
    for (const flow::Entry& entry : journal.kept.entries()) {
      if (entry.seq.value < first || entry.seq.value > last) continue;
      holed.append({{entry}, {}, {}});
    }
  };
  // What was said is lost with all that it led to; the report of the lamp is kept.
  const uint64_t heard = kept<flow::Utterance>()[0].head.id.value;
  const uint64_t lost_to = journal.last().value;
  house->observe("fake", "lamp", {.capability = home::Capability::OnOff, .value = true});
  run();
  const uint64_t seen_to = journal.last().value;
  ASSERT_GT(seen_to, lost_to + 1) << "the plan that was lost went on";
  copy(1, heard - 1);
  for (uint64_t seq = heard; seq <= lost_to; ++seq) {
    flow::Gap gap{.since = clock.now(), .lost = 1, .reason = "full"};
    holed.append({{{{seq}, clock.now(), flow::Entry::Input, {seq}, "journal", gap}}, {}, {}});
  }
  copy(lost_to + 1, seen_to);
  Result<ReplayReport> report = verify(holed, make_parts(models()));
  ASSERT_TRUE(report.ok());
  EXPECT_FALSE(report->difference) << report->difference->expected << " | " << report->difference->found;
  EXPECT_EQ(report->unverified, seen_to - lost_to);

  // Started anew on that journal, it is compared again: a forged entry is found.
  flow::Started started{.version = "forged"};
  started.head.id.value = seen_to + 1;
  holed.append({{{{seen_to + 1}, clock.now(), flow::Entry::Input, {seen_to + 1}, "house", started}}, {}, {}});
  flow::Plan forged;
  forged.head.id.value = seen_to + 2;
  holed.append({{{{seen_to + 2}, clock.now(), flow::Entry::Emission, {seen_to + 1}, "decide", forged}}, {}, {}});
  report = verify(holed, make_parts(models()));
  ASSERT_TRUE(report.ok());
  EXPECT_TRUE(report->difference);
}

}  // namespace
}  // namespace hearth::engine
