#include "net/mqtt_client.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>

#include "net/mosquitto_process.h"
#include "net/mqtt_test_peer.h"

namespace hearth::net {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

MqttOptions options_for(uint16_t port, const std::string& id = "one") {
  MqttOptions options;
  options.host = "127.0.0.1";
  options.port = port;
  options.client_id = id;
  options.first_wait = milliseconds(50);
  options.longest_wait = milliseconds(300);
  return options;
}

TEST(MqttClientTest, WhatOnePublishesTheOtherHears) {
  const MosquittoProcess broker = MosquittoProcess::start().value();
  MqttPeer one(options_for(broker.port(), "one")), two(options_for(broker.port(), "two"));
  ASSERT_TRUE(two.subscribe("home/+/state", 1).ok());
  const std::string odd("bytes \0 and \xff", 13);
  for (const int qos : {0, 1, 2}) {
    EXPECT_TRUE(one.publish({.topic = "home/lamp/state", .payload = odd, .qos = qos}).ok());
    EXPECT_TRUE(one.publish({.topic = "elsewhere/lamp/state", .payload = "not asked for", .qos = qos}).ok());
  }
  ASSERT_TRUE(two.wait_for_messages(3));
  for (const MqttMessage& message : two.messages()) {
    EXPECT_EQ(message.topic, "home/lamp/state");
    EXPECT_EQ(message.payload, odd);
    EXPECT_FALSE(message.retained);
  }
  EXPECT_EQ(one.client().status().version, 5);
}

TEST(MqttClientTest, RetainedMessagesComeFlagged) {
  const MosquittoProcess broker = MosquittoProcess::start().value();
  MqttPeer one(options_for(broker.port(), "one")), two(options_for(broker.port(), "two"));
  ASSERT_TRUE(one.publish({.topic = "home/a", .payload = "kept", .qos = 1, .retained = true}).ok());
  ASSERT_TRUE(two.subscribe("home/#", 0).ok());
  ASSERT_TRUE(two.wait_for_messages(1));
  EXPECT_TRUE(two.messages()[0].retained);
  ASSERT_TRUE(one.publish({.topic = "home/a", .payload = "new", .qos = 1, .retained = true}).ok());
  ASSERT_TRUE(two.wait_for_messages(2));
  EXPECT_FALSE(two.messages()[1].retained);
}

TEST(MqttClientTest, EachHandlerHearsItsOwnAndAnUnsubscribedOneNothing) {
  const MosquittoProcess broker = MosquittoProcess::start().value();
  MqttPeer one(options_for(broker.port(), "one"));
  std::atomic<int> lamps = 0, all = 0;
  ASSERT_TRUE(one.client().subscribe("lamp/#", 0, [&](const MqttMessage&) { ++lamps; }).ok());
  ASSERT_TRUE(one.client().subscribe("door", 0, [&](const MqttMessage&) { ++all; }).ok());
  ASSERT_TRUE(one.subscribe("end", 0).ok());
  for (const char* topic : {"lamp/1", "lamp/2", "door", "end"}) {
    ASSERT_TRUE(one.publish({.topic = topic, .payload = "x", .qos = 1}).ok());
  }
  ASSERT_TRUE(one.wait_for_messages(1));
  EXPECT_EQ(lamps, 2);
  EXPECT_EQ(all, 1);
  one.client().unsubscribe("lamp/#");
  ASSERT_TRUE(one.publish({.topic = "lamp/1", .payload = "x", .qos = 1}).ok());
  ASSERT_TRUE(one.publish({.topic = "end", .payload = "x", .qos = 1}).ok());
  ASSERT_TRUE(one.wait_for_messages(2));
  EXPECT_EQ(lamps, 2);
}

TEST(MqttClientTest, TheWillComesWhenAClientIsLostAndNotWhenItStops) {
  const MosquittoProcess broker = MosquittoProcess::start().value();
  MqttPeer watcher(options_for(broker.port(), "watcher"));
  ASSERT_TRUE(watcher.subscribe("hearth/available", 1).ok());
  MqttOptions options = options_for(broker.port(), "mortal");
  options.will = MqttMessage{.topic = "hearth/available", .payload = "offline", .qos = 1};
  {
    MqttPeer leaves(options);
    ASSERT_TRUE(leaves.wait_connected());
  }
  MqttPeer taken_over(options);
  ASSERT_TRUE(taken_over.wait_connected());
  EXPECT_TRUE(watcher.messages().empty());
  MqttOptions thief = options;
  thief.will.reset();
  MqttPeer second(thief);  // the same client id: the broker drops the first, whose will is due
  ASSERT_TRUE(watcher.wait_for_messages(1));
  EXPECT_EQ(watcher.messages()[0].payload, "offline");
  EXPECT_TRUE(taken_over.wait_reason("another client uses this client id")) << taken_over.reasons();
}

TEST(MqttClientTest, ComesBackWithItsSubscriptionsAndWhatWaited) {
  MosquittoProcess broker = MosquittoProcess::start().value();
  MqttPeer one(options_for(broker.port(), "one")), two(options_for(broker.port(), "two"));
  ASSERT_TRUE(two.subscribe("home/#", 1).ok());
  broker.kill();
  ASSERT_TRUE(one.wait_phase(MqttStatus::Waiting));
  ASSERT_TRUE(two.wait_phase(MqttStatus::Waiting));
  MqttPeer::Reply reply;
  ASSERT_TRUE(one.client().publish({.topic = "home/a", .payload = "waited", .qos = 1}, reply.completion()).ok());
  std::this_thread::sleep_for(milliseconds(200));
  EXPECT_FALSE(reply.come());
  EXPECT_TRUE(two.wait_reason("no broker at 127.0.0.1:")) << two.reasons();
  ASSERT_TRUE(broker.restart().ok());
  ASSERT_TRUE(one.wait_connected());
  ASSERT_TRUE(two.wait_connected());
  EXPECT_TRUE(reply.wait().ok());
  // It may have been delivered before the other had subscribed anew; the next cannot be.
  ASSERT_TRUE(two.wait_subscribed(2));
  ASSERT_TRUE(one.publish({.topic = "home/a", .payload = "after", .qos = 1}).ok());
  ASSERT_TRUE(two.wait_for([&] { return !two.messages().empty() && two.messages().back().payload == "after"; }));
}

TEST(MqttClientTest, AFullQueueRefusesAndAPatienceEnds) {
  MqttOptions options = options_for(free_loopback_port());
  options.outgoing_capacity = 2;
  MqttPeer one(options);
  MqttPeer::Reply late, stopped;
  ASSERT_TRUE(one.client().publish({.topic = "a"}, late.completion(), milliseconds(100)).ok());
  ASSERT_TRUE(one.client().publish({.topic = "b"}, stopped.completion()).ok());
  const Status refused = one.client().publish({.topic = "c"});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().kind, Error::Unavailable);
  EXPECT_EQ(late.wait().error().kind, Error::Timeout);
  EXPECT_TRUE(one.client().publish({.topic = "c"}).ok());
  one.client().stop();
  EXPECT_EQ(stopped.wait().error().kind, Error::Cancelled);
  EXPECT_FALSE(one.client().publish({.topic = "d"}).ok());
}

TEST(MqttClientTest, AWrongPasswordIsSaidAndTheRightOneServes) {
  const std::string file = ::testing::TempDir() + "passwords";
  std::filesystem::remove(file);
  { std::ofstream(file) << ""; }
  if (std::system(("mosquitto_passwd -b " + file + " anna secret >/dev/null 2>&1").c_str()) != 0) {
    GTEST_SKIP() << "mosquitto_passwd is not installed";
  }
  const MosquittoProcess broker =
      MosquittoProcess::start("allow_anonymous false\npassword_file " + file + "\n").value();
  MqttOptions options = options_for(broker.port());
  options.user = "anna";
  options.password = "wrong";
  MqttPeer wrong(options);
  EXPECT_TRUE(wrong.wait_reason("refused: not authorised")) << wrong.reasons();
  options.password = "secret";
  options.client_id = "two";
  MqttPeer right(options);
  EXPECT_TRUE(right.wait_connected()) << right.reasons();
}

/// Makes an authority, and a certificate for localhost signed by it, with the openssl program.
bool make_certificates(const std::string& folder) {
  const std::string script =
      "cd " + folder +
      " && openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=test-authority -keyout ca.key -out ca.crt"
      " && openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr"
      " && printf 'subjectAltName=DNS:localhost' > names"
      " && openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile names -out "
      "server.crt";
  return std::system(("(" + script + ") >/dev/null 2>&1").c_str()) == 0;
}

TEST(MqttClientTest, TlsTrustsItsAuthorityAndNobodyElse) {
  std::string folder = ::testing::TempDir() + "tls-XXXXXX";
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  if (!make_certificates(folder)) GTEST_SKIP() << "the openssl program is not installed";
  const uint16_t port = free_loopback_port();
  const MosquittoProcess broker =
      MosquittoProcess::start_at(port, fmt::format("listener {} 127.0.0.1\nallow_anonymous true\ncafile {}/ca.crt\n"
                                                   "certfile {}/server.crt\nkeyfile {}/server.key\n",
                                                   port, folder, folder, folder))
          .value();
  MqttOptions options = options_for(port);
  options.host = "localhost";
  options.tls = MqttTls{.ca_file = folder + "/ca.crt"};
  {
    MqttPeer trusting(options);
    ASSERT_TRUE(trusting.subscribe("a", 1).ok()) << trusting.reasons();
    ASSERT_TRUE(trusting.publish({.topic = "a", .payload = "hidden", .qos = 1}).ok());
    EXPECT_TRUE(trusting.wait_for_messages(1));
  }
  options.tls = MqttTls{};  // the system's authorities do not know this one
  {
    MqttPeer distrusting(options);
    EXPECT_TRUE(distrusting.wait_reason("certificate verify failed")) << distrusting.reasons();
  }
  options.tls->verify = false;
  {
    MqttPeer careless(options);
    EXPECT_TRUE(careless.wait_connected()) << careless.reasons();
  }
  options.tls = MqttTls{.ca_file = folder + "/none.crt"};
  EXPECT_EQ(MqttClient::start(options).error().place, folder + "/none.crt");
  std::filesystem::remove_all(folder);
}

TEST(MqttClientTest, FallsBackWhenTheBrokerRefusesVersionFive) {
  for (const auto refusal : {FakeBroker::SaysItInFive, FakeBroker::SaysItInThree, FakeBroker::HangsUp}) {
    FakeBroker broker(refusal);
    MqttPeer one(options_for(broker.port()));
    ASSERT_TRUE(one.wait_connected()) << refusal << ": " << one.reasons();
    EXPECT_EQ(one.client().status().version, 4);
  }
}

TEST(MqttClientTest, SpeaksOldMqttWithARealBroker) {
  // A proxy refuses version 5 and lets the rest through to a broker, which then really speaks 3.1.1.
  const MosquittoProcess real = MosquittoProcess::start().value();
  FakeBroker broker(FakeBroker::SaysItInFive, real.port());
  MqttPeer one(options_for(broker.port()));
  ASSERT_TRUE(one.subscribe("home/#", 1).ok());
  EXPECT_EQ(one.client().status().version, 4);
  ASSERT_TRUE(one.publish({.topic = "home/a", .payload = "old", .qos = 2}).ok());
  EXPECT_TRUE(one.wait_for_messages(1));
}

TEST(MqttClientTest, StopsWithinASecondFromAnyState) {
  const auto stop_takes = [](MqttPeer& peer) {
    const auto start = steady_clock::now();
    peer.client().stop();
    return steady_clock::now() - start;
  };
  MosquittoProcess broker = MosquittoProcess::start().value();
  {
    MqttPeer connected(options_for(broker.port()));
    ASSERT_TRUE(connected.wait_connected());
    EXPECT_LT(stop_takes(connected), seconds(1));
  }
  {
    MqttOptions options = options_for(free_loopback_port());
    options.first_wait = options.longest_wait = seconds(60);
    MqttPeer waiting(options);
    ASSERT_TRUE(waiting.wait_phase(MqttStatus::Waiting));
    EXPECT_LT(stop_takes(waiting), seconds(1));
  }
  {
    MqttPeer frozen(options_for(broker.port()));
    ASSERT_TRUE(frozen.wait_connected());
    broker.freeze();
    ASSERT_TRUE(frozen.client().publish({.topic = "a", .qos = 1}).ok());
    EXPECT_LT(stop_takes(frozen), seconds(1));
  }
  {
    MqttPeer greeting(options_for(broker.port()));  // the frozen broker accepts and says nothing
    std::this_thread::sleep_for(milliseconds(100));
    EXPECT_LT(stop_takes(greeting), seconds(1));
  }
  {
    MqttPeer resolving([] {
      MqttOptions options = options_for(1883);
      options.host = "no-such-host.invalid";
      return options;
    }());
    EXPECT_LT(stop_takes(resolving), seconds(1));
  }
  broker.thaw();
}

TEST(MqttClientTest, ABrokerThatSaysNothingIsGivenUp) {
  MosquittoProcess broker = MosquittoProcess::start().value();
  broker.freeze();
  MqttOptions options = options_for(broker.port());
  options.connect_patience = milliseconds(300);
  MqttPeer one(options);
  EXPECT_TRUE(one.wait_reason("does not answer")) << one.reasons();
  broker.thaw();
  EXPECT_TRUE(one.wait_connected()) << one.reasons();
}

TEST(MqttClientTest, ABrokerThatAcknowledgesNothingIsLeftAndTheMessageAnsweredFor) {
  FakeBroker broker(FakeBroker::SaysItInFive);
  MqttOptions options = options_for(broker.port());
  options.acknowledge_patience = milliseconds(100);
  std::promise<Status> outcome;
  MqttPeer one(options);
  ASSERT_TRUE(one.wait_connected()) << one.reasons();
  ASSERT_TRUE(one.client()
                  .publish(
                      {.topic = "lamp/set", .payload = "ON", .qos = 1},
                      [&](const Status& status) { outcome.set_value(status); }, milliseconds(100))
                  .ok());
  EXPECT_TRUE(one.wait_reason("has not acknowledged")) << one.reasons();
  std::future<Status> told = outcome.get_future();
  ASSERT_EQ(told.wait_for(seconds(10)), std::future_status::ready);
  EXPECT_EQ(told.get().error().kind, Error::Timeout);
}

TEST(MqttClientTest, BadOptionsAndTopicsAreRefused) {
  MqttOptions options = options_for(1);
  options.client_id = "";
  EXPECT_FALSE(MqttClient::start(options).ok());
  options = options_for(0);
  EXPECT_EQ(MqttClient::start(options).error().place, "port");
  MqttPeer one(options_for(free_loopback_port()));
  EXPECT_FALSE(one.client().publish({.topic = "a/+/b"}).ok());
  EXPECT_FALSE(one.client().publish({.topic = ""}).ok());
  EXPECT_FALSE(one.client().publish({.topic = "a\xff"}).ok());
  EXPECT_FALSE(one.client().publish({.topic = "a", .qos = 3}).ok());
  EXPECT_FALSE(one.client().subscribe("a/#/b", 0, [](const MqttMessage&) {}).ok());
}

TEST(MqttClientTest, ManyMessagesArriveInOrder) {
  const MosquittoProcess broker = MosquittoProcess::start("allow_anonymous true\nmax_queued_messages 0\n").value();
  MqttOptions options = options_for(broker.port());
  options.outgoing_capacity = 100000;
  MqttPeer one(options), two(options_for(broker.port(), "two"));
  ASSERT_TRUE(two.subscribe("n", 1).ok());
  constexpr int kCount = 20000;
  for (int i = 0; i < kCount; ++i) {
    ASSERT_TRUE(one.client().publish({.topic = "n", .payload = std::to_string(i), .qos = 1}).ok());
  }
  ASSERT_TRUE(two.wait_for_messages(kCount));
  const std::vector<MqttMessage> messages = two.messages();
  for (int i = 0; i < kCount; ++i) ASSERT_EQ(messages[static_cast<size_t>(i)].payload, std::to_string(i));
}

}  // namespace
}  // namespace hearth::net
