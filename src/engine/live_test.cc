#include "engine/live.h"

#include <gmock/gmock.h>

#include <thread>

namespace hearth::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// A journal whose entries a test writes, or leaves out as a full disk does. Thread-safe.
class HoledJournal final : public memory::EntryReader {
 public:
  void write(flow::Entry entry) {
    entries_.with([&](auto& all) { all.emplace(entry.seq, std::move(entry)); });
  }
  Result<flow::Entry> read(flow::MessageId seq) const override {
    const auto all = copy();
    const auto found = all.find(seq);
    if (found == all.end()) return not_found("no such entry");
    return found->second;
  }
  Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const override {
    std::vector<flow::Entry> found;
    for (const auto& [seq, entry] : copy()) {
      if (entry.trace == trace) found.push_back(entry);
    }
    return found;
  }
  Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const override {
    const auto all = copy();
    for (auto entry = all.lower_bound(first); entry != all.end() && visit(entry->second); ++entry) {}
    return ok();
  }
  Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const override {
    const auto all = copy();
    for (auto entry = all.rbegin(); entry != all.rend() && visit(entry->second); ++entry) {}
    return ok();
  }

 private:
  using Entries = std::map<flow::MessageId, flow::Entry>;
  Entries copy() const {
    return entries_.with([](const Entries& all) { return all; });
  }
  Guarded<Entries> entries_;
};

class FakeReader final : public LiveReader {
 public:
  bool send(std::string text, const std::string& /*key*/) override {
    return state_.with([&](State& state) {
      if (state.open) state.texts.push_back(parse_json(text).value());
      return state.open;
    });
  }
  void close(net::SocketClose /*why*/, std::string_view /*reason*/) override {
    state_.with([](State& state) { state.open = false; });
  }
  bool open() const override {
    return state_.with([](const State& state) { return state.open; });
  }
  bool fell_behind() const override { return false; }

  std::vector<Json> texts() const {
    return state_.with([](const State& state) { return state.texts; });
  }
  /// The types of what it was told, with the numbers: "state 3".
  std::vector<std::string> told() const {
    std::vector<std::string> all;
    for (const Json& text : texts()) all.push_back(text.at("type").get<std::string>() + " " + dump(text.at("seq")));
    return all;
  }

 private:
  struct State {
    std::vector<Json> texts;
    bool open = true;
  };
  Guarded<State> state_;
};

flow::Entry entry(uint64_t seq, flow::Message message, uint64_t trace = 0) {
  flow::Entry made{{seq}, Time{}, flow::Entry::Input, {trace == 0 ? seq : trace}, "test", std::move(message)};
  if (trace != 0) made.direction = flow::Entry::Emission;
  flow::head_of(made.message).id = made.seq;
  flow::head_of(made.message).trace = made.trace;
  return made;
}

flow::Observation report(uint32_t entity, bool value) {
  return {.entity = {entity}, .capability = home::Capability::OnOff, .value = value};
}

class LiveFeedTest : public testing::Test {
 protected:
  LiveFeedTest() : worder_(act::Phrasebook::load("phrases").value()) {}

  void begin(uint64_t last = 0) {
    last_ = last;
    feed_.emplace(journal_, worder_, clock_,
                  LiveOptions{.name = "Test",
                              .language = "en",
                              .door = "web",
                              .run = 77,
                              .last = last,
                              .ask = [this](const std::function<void(const memory::Memory&)>& look) {
                                if (!busy_) look(memory_);
                                return !busy_;
                              }});
  }
  /// The house takes it; what it returns is called once it is written.
  LiveFeed::Told take(const flow::Message& message, uint64_t trace = 0) {
    newest_ = entry(++last_, message, trace);
    memory_.last = newest_.seq;
    return feed_->listen(std::span(&newest_, 1), memory_);
  }
  void write(const flow::Message& message, uint64_t trace = 0) {
    const LiveFeed::Told told = take(message, trace);
    journal_.write(newest_);
    told(ok());
  }
  /// What stands in the journal from an earlier start.
  void wrote(const flow::Message& message) { journal_.write(entry(++last_, message)); }

  std::shared_ptr<FakeReader> reader(std::optional<uint64_t> after = std::nullopt) {
    auto reader = std::make_shared<FakeReader>();
    feed_->add(reader, after);
    return reader;
  }
  /// Another reader's hello comes after all that was told before.
  void settle() {
    const auto last = reader();
    for (int i = 0; i < 6000 && last->texts().empty(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_THAT(last->texts(), SizeIs(1));
  }
  std::vector<std::string> told_after(std::optional<uint64_t> after) {
    const auto one = reader(after);
    settle();
    return one->told();
  }

  HoledJournal journal_;
  act::Worder worder_;
  SimulatedClock clock_{Time{}};
  memory::Memory memory_;
  uint64_t last_ = 0;
  bool busy_ = false;
  flow::Entry newest_;
  std::optional<LiveFeed> feed_;
};

TEST_F(LiveFeedTest, NothingIsToldBeforeItIsWritten) {
  begin(4);
  const auto page = reader();
  settle();
  const LiveFeed::Told told = take(report(1, true));
  settle();
  EXPECT_THAT(page->told(), ElementsAre("hello 4"));
  EXPECT_THAT(told_after(5), ElementsAre("hello 4")) << "it has just loaded the home";
  EXPECT_THAT(told_after(6), ElementsAre("hello 4", "restart 4"));
  journal_.write(newest_);
  told(ok());
  settle();
  EXPECT_THAT(page->told(), ElementsAre("hello 4", "state 5"));
  EXPECT_EQ(page->texts()[0].at("run"), 77) << "a page that knows another run begins anew";
}

TEST_F(LiveFeedTest, WhatTheDiskRefusedIsNeverToldAndAllBeginAnew) {
  begin();
  const auto page = reader();
  settle();
  flow::Words words{.text = "Timer set.", .unasked = true};
  take(flow::Command{.what = words})(unavailable("disk full"));
  settle();
  EXPECT_THAT(page->told(), ElementsAre("hello 0", "restart 1"));
  // The disk takes again: what stands for the lost part is told by beginning anew once more.
  journal_.write(entry(1, flow::Gap{.lost = 1, .reason = "full"}));
  write(report(1, true));
  write(report(1, false));
  settle();
  EXPECT_THAT(page->told().back(), testing::AnyOf("state 3", "restart 3"));
  for (const Json& text : page->texts()) EXPECT_THAT(dump(text), testing::Not(HasSubstr("Timer")));
  EXPECT_THAT(told_after(2), ElementsAre("hello 3", "state 3"));
  EXPECT_THAT(told_after(0), ElementsAre("hello 3", "restart 3")) << "part of what was missed is lost";
}

TEST_F(LiveFeedTest, WhoComesBackIsToldWhatWasMissedOfEachThingTheNewest) {
  for (int i = 0; i < 10; ++i) wrote(report(1, i % 2 == 0));
  begin(10);
  write(report(2, true));  // nobody looks
  write(flow::Utterance{.text = "hello"});
  EXPECT_THAT(told_after(12), ElementsAre("hello 12"));
  EXPECT_THAT(told_after(10), ElementsAre("hello 12", "state 11", "item 12"));
  EXPECT_THAT(told_after(3), ElementsAre("hello 12", "state 10", "state 11", "item 12"));
  EXPECT_THAT(told_after(13), ElementsAre("hello 12", "restart 12")) << "of another journal";
}

TEST_F(LiveFeedTest, AHoleInTheJournalIsNoStream) {
  for (int i = 0; i < 5; ++i) wrote(report(1, true));
  ++last_;  // lost, and nothing stands in its place yet
  wrote(report(1, false));
  begin(7);
  EXPECT_THAT(told_after(4), ElementsAre("hello 7", "restart 7"));
  EXPECT_THAT(told_after(6), ElementsAre("hello 7", "state 7"));
}

TEST_F(LiveFeedTest, WhoMissedTooMuchBeginsAnew) {
  for (uint32_t i = 0; i < 501; ++i) wrote(report(i + 1, true));
  begin(501);
  EXPECT_THAT(told_after(0), ElementsAre("hello 501", "restart 501"));
  EXPECT_THAT(told_after(1), SizeIs(501)) << "hello, and 500 things";
}

TEST_F(LiveFeedTest, NobodyIsToldOfMoreEntriesThanCanBeLookedAt) {
  begin(30'000);
  EXPECT_THAT(told_after(9'999), ElementsAre("hello 30000", "restart 30000"));
}

TEST_F(LiveFeedTest, LargeItemsAreCountedByTheirBytes) {
  for (int i = 0; i < 40; ++i) wrote(flow::Utterance{.text = std::string(20'000, 'x')});
  begin(40);
  EXPECT_THAT(told_after(0), ElementsAre("hello 40", "restart 40"));
  EXPECT_THAT(told_after(30), SizeIs(11));
}

TEST_F(LiveFeedTest, WhoCannotBeTakenIsSentAway) {
  begin();
  busy_ = true;
  const auto page = reader();
  EXPECT_FALSE(page->open());
  EXPECT_THAT(page->texts(), IsEmpty());
  busy_ = false;
  settle();
}

TEST_F(LiveFeedTest, WhoHasGoneIsForgotten) {
  begin();
  const auto page = reader();
  settle();
  EXPECT_EQ(feed_->health().sockets, 2U);
  page->close(net::SocketClose::Normal, "");
  write(report(1, true));
  settle();
  EXPECT_EQ(feed_->health().sockets, 2U) << "those of settle()";
  EXPECT_THAT(page->told(), ElementsAre("hello 0"));
}

}  // namespace
}  // namespace hearth::engine
