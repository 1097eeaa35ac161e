// A whole house to which bad input is said, and what must hold whatever it is.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iostream>

#include "flow/codec.h"
#include "tests/stories/journal_checks.h"
#include "tests/stories/story_house.h"
#include "text/utf.h"
#include "understand/grammar/grammar.h"

namespace hearth::properties {

using stories::StoryHouse;

/// Of one sentence, all its readings together. A command in this house takes some hundred; the dearest known 62,000.
inline constexpr uint64_t kMostSteps = 200'000;
inline constexpr size_t kMostBytes = 400'000;  // of all entries that came of it, where 3,000 things are meant
inline constexpr size_t kLongestAnswer = 4000;

inline std::string repeated(std::string_view what, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += what;
  return text;
}

inline simulation::DescribedHome described(const char* name = "guarded_house") {
  return simulation::read_home(stories::source_folder() / "tests/stories/homes" / (std::string(name) + ".home"))
      .value();
}

inline simulation::DescribedHome written(const std::string& text) {
  return simulation::parse_home(text, "here").value();
}

inline home::Entity& entity_called(simulation::DescribedHome& home, const std::string& key) {
  auto& all = home.doors.front().listing.entities;
  return *std::ranges::find(all, key, &home::Entity::key);
}

/// The guarded house, where two locks share a name, so that it can be made to ask which.
inline simulation::DescribedHome guarded() {
  simulation::DescribedHome home = described();
  for (const char* key : {"lock.front_door", "lock.back_door"}) {
    entity_called(home, key).names.push_back({"lock", "en"});
  }
  return home;
}

class BadInputTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
  }

  void live_in(simulation::DescribedHome home, const engine::Models& models = **stories::models()) {
    house_.reset();
    keeper_ = std::make_unique<stories::MemoryKeeper>();
    house_ = std::make_unique<StoryHouse>(
        models, std::move(home), *keeper_,
        stories::HouseSettings{.start = from_microseconds(1'772'427'600'000'000), .shuffle = {}});
    ASSERT_TRUE(house_->start());
  }
  connect::SimulatorDoor& door() { return *house_->doors().front(); }

  /// What came of it: the words that were said, all together, and what was commanded.
  struct Came {
    std::string words;
    std::vector<connect::SimulatorDoor::Delivered> deeds;
    flow::Plan::Verdict verdict = flow::Plan::Decline;

    std::vector<std::string> keys() const {
      std::vector<std::string> all;
      for (const auto& deed : deeds) all.push_back(deed.key);
      std::ranges::sort(all);
      return all;
    }
  };
  /// Says it and looks at what must hold whatever it is. After `pause` the next sentence begins a talk of its own.
  Came say(const std::string& text, const char* who = "Anna", const char* room = "kitchen",
           std::chrono::seconds pause = std::chrono::seconds(120)) {
    const size_t spoken = door().spoken().size(), delivered = door().delivered().size();
    const flow::MessageId before = house_->journal().last();
    const uint64_t steps = understand::Grammar::steps();
    Came came;
    EXPECT_TRUE(house_->say(who, room, text));
    EXPECT_LE(understand::Grammar::steps() - steps, kMostSteps) << text.substr(0, 200);
    EXPECT_TRUE(house_->advance(house_->now() + std::chrono::seconds(5)));
    dearest_ = std::max(dearest_, understand::Grammar::steps() - steps);
    size_t plans = 0, bytes = 0;
    EXPECT_TRUE(house_->journal().scan({before.value + 1}, [&](const flow::Entry& entry) {
      bytes += flow::encode_body(entry).size();
      const auto* plan = std::get_if<flow::Plan>(&entry.message);
      if (plan == nullptr || plan->verdict == flow::Plan::Defer) return true;
      ++plans;
      came.verdict = plan->verdict;
      return true;
    }));
    EXPECT_EQ(plans, 1U) << text.substr(0, 200);
    EXPECT_LE(bytes, kMostBytes) << text.substr(0, 200);
    largest_ = std::max<uint64_t>(largest_, bytes);
    for (size_t i = spoken; i < door().spoken().size(); ++i) came.words += door().spoken()[i].words.text;
    came.deeds.assign(door().delivered().begin() + static_cast<std::ptrdiff_t>(delivered), door().delivered().end());
    EXPECT_TRUE(!came.words.empty() || !came.deeds.empty()) << "neither done nor answered: " << text.substr(0, 200);
    EXPECT_TRUE(text::is_valid_utf8(came.words));
    EXPECT_LE(came.words.size(), kLongestAnswer) << text.substr(0, 200) << " → " << came.words.substr(0, 300);
    EXPECT_TRUE(house_->advance(house_->now() + pause));
    return came;
  }
  /// The same while the talk goes on: what it follows was said five seconds ago.
  Came say_before(const std::string& text) { return say(text, "Anna", "kitchen", std::chrono::seconds(0)); }

  void expect_nothing_done(const std::string& text) {
    const Came came = say(text);
    EXPECT_THAT(came.keys(), testing::IsEmpty()) << text.substr(0, 200) << " → " << came.words;
  }
  /// In the house of guarded(): alone, after something was done ("no, …" and "it" then mean something), and while a
  /// question is open.
  void expect_nothing_ever_done(const std::string& text) {
    const auto nothing = [&](const Came& came, const char* when) {
      EXPECT_THAT(came.keys(), testing::IsEmpty()) << when << ": " << text.substr(0, 200) << " → " << came.words;
    };
    nothing(say(text), "alone");
    percent_ = percent_ == 40 ? 60 : 40;
    const Came done = say_before("set the ceiling light to " + std::to_string(percent_) + " percent");
    EXPECT_THAT(done.keys(), testing::Contains("light.ceiling"));
    nothing(say(text), "after a command");
    const Came asked = say_before("unlock the lock");
    EXPECT_EQ(asked.verdict, flow::Plan::AskBack) << asked.words;
    nothing(say(text), "to an open question");
  }
  /// The journal of all of it keeps every rule: replay, reasons, phrases read again.
  void expect_journal_in_order() {
    const auto checked = stories::check_journal(house_->journal(), house_->parts(), house_->home());
    EXPECT_TRUE(checked) << (checked ? "" : to_string(checked.error()));
  }
  void TearDown() override { std::cout << "dearest sentence: " << dearest_ << " steps, " << largest_ << " bytes\n"; }

  std::unique_ptr<stories::MemoryKeeper> keeper_;
  std::unique_ptr<StoryHouse> house_;
  uint64_t dearest_ = 0, largest_ = 0;
  int percent_ = 40;
};

}  // namespace hearth::properties
