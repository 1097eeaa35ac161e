// The control door against a real client on a Unix socket; the house behind it answers by hand.
#include "connect/control/control_door.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <future>

#include "base/queue.h"
#include "net/http_client.h"

namespace hearth::connect {
namespace {

/// Keeps what the door told, for a test that waits for it.
class WaitingInbox final : public HouseInbox {
 public:
  struct Heard {
    std::string device;
    flow::Utterance utterance;
  };
  bool inventory(flow::Inventory inventory) override {
    inventories_.with([&](auto& all) { all.push_back(std::move(inventory)); });
    return true;
  }
  void observe(std::string_view, std::string_view, flow::Observation) override {
    ADD_FAILURE() << "a shell sees nothing";
  }
  bool hear(std::string_view, std::string_view device, flow::Utterance utterance) override {
    EXPECT_TRUE(heard_.try_push({std::string(device), std::move(utterance)}));
    return true;
  }
  bool want(std::string_view, std::string_view, flow::Meaning) override {
    ADD_FAILURE() << "a shell has no buttons";
    return false;
  }
  void receipt(flow::Receipt receipt) override {
    receipts_.with([&](auto& all) { all.push_back(std::move(receipt)); });
  }
  void feedback(flow::Feedback) override {}

  Heard next() {
    auto heard = heard_.pop(std::chrono::seconds(30));
    EXPECT_TRUE(heard);
    return heard.value_or(Heard{});
  }
  std::vector<flow::Inventory> inventories() const {
    return inventories_.with([](const auto& all) { return all; });
  }
  std::vector<flow::Receipt> receipts() const {
    return receipts_.with([](const auto& all) { return all; });
  }

 private:
  Guarded<std::vector<flow::Inventory>> inventories_;
  Guarded<std::vector<flow::Receipt>> receipts_;
  Queue<Heard> heard_{100};
};

class ControlDoorTest : public ::testing::Test {
 protected:
  ControlDoorTest() {
    std::string folder = ::testing::TempDir() + "control-XXXXXX";
    EXPECT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
    options_.server.address.unix_path = folder_ / "socket";
    options_.tickets_after = 10;
  }
  ~ControlDoorTest() override {
    door_.reset();
    std::filesystem::remove_all(folder_);
  }

  void open() {
    door_ = std::make_unique<ControlDoor>(options_);
    const Status opened = door_->open(inbox_);
    ASSERT_TRUE(opened.ok()) << to_string(opened.error());
  }
  Result<net::HttpResponse> post(const Json& body) const {
    return net::HttpClient(options_.server.address).request("POST", "/v1/say", dump(body));
  }
  /// Returns when the house has heard it; the answer comes later.
  std::future<Json> say(const std::string& text, const std::string& conversation) {
    auto answer = std::async(std::launch::async, [this, text, conversation] {
      const auto response = post({{"text", text}, {"conversation", conversation}});
      return response ? Json::parse(response.value().body) : Json(to_string(response.error()));
    });
    const flow::Utterance heard = inbox_.next().utterance;
    EXPECT_EQ(heard.text, text);
    EXPECT_EQ(heard.heard.ticket, ++last_ticket_);
    return answer;
  }
  void tell(const std::string& text, uint64_t ticket, bool unasked = false) {
    flow::Command command;
    command.to.ticket = ticket;
    command.what = flow::Words{.text = text, .language = "en", .choices = {}, .unasked = unasked};
    door_->carry_out(command, std::make_shared<home::Home>());
  }
  std::vector<std::string> unasked() const {
    std::vector<std::string> texts;
    const auto response = net::HttpClient(options_.server.address).request("GET", "/v1/said");
    EXPECT_TRUE(response.ok());
    if (response) {
      for (const Json& said : Json::parse(response.value().body)) texts.push_back(said.at("text"));
    }
    return texts;
  }

  std::filesystem::path folder_;
  ControlDoorOptions options_;
  WaitingInbox inbox_;
  std::unique_ptr<ControlDoor> door_;
  uint64_t last_ticket_ = 10;
};

TEST_F(ControlDoorTest, WhoAskedGetsTheAnswer) {
  open();
  auto answer = say("lights on", "a");
  tell("Turned on.", 11);
  EXPECT_EQ(answer.get().at("text"), "Turned on.");
  EXPECT_THAT(unasked(), ::testing::IsEmpty());
  ASSERT_THAT(inbox_.receipts(), ::testing::SizeIs(1));
  EXPECT_FALSE(inbox_.receipts()[0].error);
}

TEST_F(ControlDoorTest, TwoWhoAskAtOnceEachGetTheirOwnAnswer) {
  open();
  auto first = say("lights on", "a");
  auto second = say("lights off", "a");
  tell("Turned off.", 12);
  tell("Turned on.", 11);
  EXPECT_EQ(first.get().at("text"), "Turned on.");
  EXPECT_EQ(second.get().at("text"), "Turned off.");
}

TEST_F(ControlDoorTest, APlanThatEndsWithoutAWordKeepsNobodyWaiting) {
  open();
  auto answer = say("lights on", "a");
  flow::Plan plan;
  plan.head.id = flow::MessageId{13};
  plan.reply.ticket = 11;
  door_->plan_ended(plan);
  const Json said = answer.get();
  EXPECT_EQ(said.at("text"), "");
  EXPECT_EQ(said.at("plan"), 13);
}

TEST_F(ControlDoorTest, ARingIsNotTakenForTheAnswerThatSomeoneWaitsFor) {
  open();
  auto answer = say("lights on", "a");
  tell("The timer is up.", 11, true);
  tell("Turned on.", 11);
  EXPECT_EQ(answer.get().at("text"), "Turned on.");
  EXPECT_THAT(unasked(), ::testing::ElementsAre("The timer is up."));
}

TEST_F(ControlDoorTest, WhatWasAskedBeforeTheStartAnswersNobody) {
  open();
  auto answer = say("lights on", "a");
  tell("Turned off.", 10);
  tell("Turned on.", 11);
  EXPECT_EQ(answer.get().at("text"), "Turned on.");
  EXPECT_THAT(unasked(), ::testing::ElementsAre("Turned off."));
}

TEST_F(ControlDoorTest, ARoomThatIsNotThereIsNotMade) {
  auto home = std::make_shared<home::Home>();
  home->areas = {{.id = {1}, .names = {{"Kitchen", ""}}}, {.id = {2}, .names = {{"Attic", ""}}}};
  options_.home = [home] { return home; };
  options_.area = "Study";
  open();
  const size_t listed = inbox_.inventories().size();
  const std::map<std::string, std::string> wrong{{"Moon", "Attic, Kitchen, Study"},
                                                 {std::string(60'000, 'x'), "at most 100 bytes"}};
  for (const auto& [room, expected] : wrong) {
    const auto response = post({{"text", "lights on"}, {"area", room}});
    ASSERT_TRUE(response.ok()) << to_string(response.error());
    EXPECT_EQ(response.value().status, 400);
    EXPECT_THAT(response.value().body, ::testing::HasSubstr(expected));
  }
  EXPECT_EQ(inbox_.inventories().size(), listed);
}

TEST_F(ControlDoorTest, AShellInARoomIsASatelliteThere) {
  auto home = std::make_shared<home::Home>();
  home->areas = {{.id = {1}, .names = {{"Kitchen", ""}}}};
  options_.home = [home] { return home; };
  open();
  auto answer = std::async(std::launch::async, [this] { return post({{"text", "lights on"}, {"area", "kitchen"}}); });
  const auto heard = inbox_.next();
  tell("Turned on.", 11);
  ASSERT_TRUE(answer.get().ok());
  const flow::Inventory listed = inbox_.inventories().back();
  ASSERT_THAT(listed.listing.areas, ::testing::SizeIs(1));
  EXPECT_EQ(listed.listing.areas[0].names[0].text, "Kitchen");
  EXPECT_THAT(listed.listing.devices[0].identifiers, ::testing::ElementsAre(heard.device));
}

TEST_F(ControlDoorTest, WhatIsNoSentenceIsRefusedWithTheMember) {
  open();
  for (const Json& body : {Json("text"), Json::object(), Json{{"text", ""}}, Json{{"text", 1}},
                           Json{{"text", std::string(2001, 'x')}}, Json{{"text", "on"}, {"area", 1}}}) {
    const auto response = post(body);
    ASSERT_TRUE(response.ok()) << to_string(response.error());
    EXPECT_EQ(response.value().status, 400) << dump(body).substr(0, 40);
    EXPECT_THAT(response.value().body, ::testing::HasSubstr("expected")) << dump(body).substr(0, 40);
  }
  EXPECT_EQ(door_->health().errors, 6u);
}

TEST_F(ControlDoorTest, NothingInAShellCanBeSwitched) {
  open();
  flow::Command command;
  command.what = flow::Set{};
  door_->carry_out(command, std::make_shared<home::Home>());
  ASSERT_THAT(inbox_.receipts(), ::testing::SizeIs(1));
  EXPECT_TRUE(inbox_.receipts()[0].error);
}

TEST_F(ControlDoorTest, WhoStillWaitsIsToldThatItClosed) {
  open();
  auto answer = std::async(std::launch::async, [this] { return post({{"text", "lights on"}}); });
  inbox_.next();
  door_->close();
  const auto response = answer.get();
  EXPECT_TRUE(!response.ok() || response.value().status >= 500);
}

}  // namespace
}  // namespace hearth::connect
