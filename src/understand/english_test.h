// A test that says English sentences in the home of test_home.h, by the real sentences.
#pragma once

#include "understand/test_home.h"
#include "understand/understander.h"

namespace hearth::understand {

class EnglishTest : public testing::Test {
 protected:
  void SetUp() override {
    if (english() == nullptr) GTEST_SKIP() << "build/fetched/intents is absent; tools/setup fetches it";
    understander.emplace(*english());
  }
  /// What the likeliest reading asks for; nothing where none was understood.
  std::vector<flow::Request> say(std::string text) {
    flow::Utterance said;
    said.head.at = now;
    said.text = std::move(text);
    said.language = "en";
    said.heard = {{1}, TestHome::kStudySatellite, "c"};
    const flow::Meaning meaning = understander->understand(said, view);
    return meaning.readings.empty() ? std::vector<flow::Request>() : meaning.readings.front().requests;
  }

  Time now{};
  TestHome home;
  memory::View view = home.view();
  std::optional<Understander> understander;
};

}  // namespace hearth::understand
