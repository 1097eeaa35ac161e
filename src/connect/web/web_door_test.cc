// The web door against a real client on loopback; the house behind it answers by hand.
#include "connect/web/web_door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

#include "base/queue.h"
#include "net/http_client.h"

namespace hearth::connect {
namespace {

/// Takes what it is told until it is full.
class FullInbox final : public HouseInbox {
 public:
  std::atomic<bool> full = false;
  std::atomic<int> inventories = 0;
  Queue<uint64_t> tickets{100};

  bool inventory(flow::Inventory) override {
    ++inventories;
    return !full;
  }
  void observe(std::string_view, std::string_view, flow::Observation) override {}
  bool hear(std::string_view, std::string_view, flow::Utterance utterance) override {
    return !full && tickets.try_push(uint64_t(utterance.heard.ticket));
  }
  bool want(std::string_view, std::string_view, flow::Meaning meaning) override {
    return !full && tickets.try_push(uint64_t(meaning.heard.ticket));
  }
  void receipt(flow::Receipt) override {}
  void feedback(flow::Feedback) override {}
};

class WebDoorTest : public ::testing::Test {
 protected:
  WebDoorTest() {
    WebDoorOptions options;
    options.server.token = "0123456789abcdef";
    options.home = [] { return std::make_shared<const home::Home>(); };
    options.look_up = [](flow::MessageId, const std::function<void(Json)>& tell) { tell({{"verdict", "do"}}); };
    door_.emplace(std::move(options));
  }
  Result<net::HttpResponse> post(const std::string& path, const Json& body) const {
    return net::HttpClient(door_->address(), "0123456789abcdef").request("POST", path, dump(body));
  }
  static Json say(const std::string& text) { return {{"text", text}, {"conversation", "page-1"}}; }

  FullInbox inbox_;
  std::optional<WebDoor> door_;
};

TEST_F(WebDoorTest, WhatIsSaidIsAnsweredWithWhatTheHouseKnowsOfThePlan) {
  ASSERT_TRUE(door_->open(inbox_).ok());
  auto answer = std::async(std::launch::async, [&] { return post("/v1/say", say("lights on")); });
  flow::Command command;
  command.to.ticket = inbox_.tickets.pop(std::chrono::seconds(30)).value_or(0);
  command.what = flow::Words{.text = "Turned on.", .language = "en", .choices = {}, .unasked = false};
  door_->carry_out(command, std::make_shared<home::Home>());
  const auto response = answer.get();
  ASSERT_TRUE(response.ok()) << to_string(response.error());
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(Json::parse(response->body).at("text"), "Turned on.");
  EXPECT_EQ(Json::parse(response->body).at("verdict"), "do");
}

TEST_F(WebDoorTest, AHouseThatTakesNothingMoreIsSaidAtOnce) {
  ASSERT_TRUE(door_->open(inbox_).ok());
  inbox_.full = true;
  for (const auto& [path, body] : {std::pair<std::string, Json>{"/v1/say", say("lights on")},
                                   {"/v1/undo", Json{{"plan", 7}, {"conversation", "page-1"}}}}) {
    const auto response = post(path, body);
    ASSERT_TRUE(response.ok()) << to_string(response.error());
    EXPECT_EQ(response->status, 429) << path;
    EXPECT_THAT(response->body, ::testing::HasSubstr("unavailable")) << path;
  }
  EXPECT_EQ(door_->health().errors, 2U);
}

TEST_F(WebDoorTest, ASatelliteThatWasNotTakenIsListedAgain) {
  inbox_.full = true;
  ASSERT_TRUE(door_->open(inbox_).ok());
  EXPECT_EQ(inbox_.inventories, 1);
  ASSERT_TRUE(post("/v1/say", say("lights on")).ok());
  EXPECT_EQ(inbox_.inventories, 2);
  inbox_.full = false;
  for (int i = 0; i < 2; ++i) {
    auto answer = std::async(std::launch::async, [&] { return post("/v1/say", say("lights on")); });
    flow::Plan plan;
    plan.reply.ticket = inbox_.tickets.pop(std::chrono::seconds(30)).value_or(0);
    door_->plan_ended(plan);
    EXPECT_TRUE(answer.get().ok());
  }
  EXPECT_EQ(inbox_.inventories, 3) << "taken once, it is there";
}

TEST_F(WebDoorTest, ItsHealthMayBeAskedWhileItOpensAndCloses) {
  std::atomic<bool> over = false;
  std::thread asker([&] {
    while (!over) EXPECT_EQ(door_->health().name, "web");
  });
  ASSERT_TRUE(door_->open(inbox_).ok());
  EXPECT_TRUE(door_->health().connected);
  EXPECT_NE(door_->address().port, 0);
  door_->close();
  EXPECT_FALSE(door_->health().connected);
  over = true;
  asker.join();
}

}  // namespace
}  // namespace hearth::connect
