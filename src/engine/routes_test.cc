#include "engine/routes.h"

#include <gmock/gmock.h>

#include "graph/inline_executor.h"

namespace hearth::engine {
namespace {

using testing::HasSubstr;

/// A house that takes its arrivals when the test lets it, and the routes to it.
class RoutesTest : public testing::Test {
 protected:
  RoutesTest() {
    std::string name = testing::TempDir() + "hearth_routes_XXXXXX";
    CHECK(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    models_ = Models::load({.phrases = "phrases", .sentences = "sentences"}, {"en"}).value();
    journal_ = memory::SqliteJournal::open(folder_ / "journal.db").value();
    house_ = House::open(make_parts(*models_), executor_, clock_, *journal_, {.inbox_capacity = 2}).value();
    house_->start();
    phrases_.emplace(*journal_, *models_, "UTC", folder_ / "journal.db.phrases", "this build");
    lookups_.emplace(Lookups{.config = config_,
                             .clock = clock_,
                             .house = *house_,
                             .journal = *journal_,
                             .models = *models_,
                             .phrases = *phrases_,
                             .thread = thread_,
                             .vitals = [] { return Vitals(); }});
    add_lookups(routes_, *lookups_);
  }
  ~RoutesTest() override {
    thread_.stop();
    house_.reset();
    journal_.reset();
    std::filesystem::remove_all(folder_);
  }

  struct Answer {
    Awaited<std::optional<net::HttpResponse>> response;
    bool came() const {
      return response.wait_for({}, [](const auto& one) { return one.has_value(); });
    }
    net::HttpResponse wait() const {
      net::HttpResponse found;
      EXPECT_TRUE(response.wait_for(std::chrono::seconds(60), [&](const auto& one) {
        if (one) found = *one;
        return one.has_value();
      }));
      return found;
    }
  };
  std::shared_ptr<Answer> get(const std::string& path) {
    auto answer = std::make_shared<Answer>();
    net::HttpRequest request;
    request.path = path;
    const auto match = routes_.find("GET", net::parse_target(path).value());
    (*match.handler)(request, net::HttpResponder([answer](net::HttpResponse response) {
                       answer->response.change([&](auto& one) { one = std::move(response); });
                     }));
    return answer;
  }
  void run() {
    while (house_->step()) {}
  }

  std::filesystem::path folder_;
  Config config_;
  SimulatedClock clock_{Time{}};
  graph::InlineExecutor executor_{clock_};
  std::unique_ptr<Models> models_;
  std::unique_ptr<memory::SqliteJournal> journal_;
  std::unique_ptr<House> house_;
  std::optional<PhraseWatch> phrases_;
  LookupThread thread_{"lookups", 4};
  std::optional<Lookups> lookups_;
  net::HttpRoutes routes_;
};

TEST_F(RoutesTest, WhatHoldsNowIsWrittenOutBesideTheHouse) {
  house_->inventory({.listing = {.door = "fake", .entities = {{.key = "lamp", .kind = "light"}}}});
  run();
  for (const char* path : {"/v1/state", "/v1/devices", "/v1/promises", "/v1/lessons", "/v1/timeline"}) {
    const auto answer = get(path);
    EXPECT_FALSE(answer->came()) << "the house has not been asked yet";
    run();
    const net::HttpResponse response = answer->wait();
    EXPECT_EQ(response.status, 200) << path << response.body;
  }
  const auto state = get("/v1/state");
  run();
  const Json home = parse_json(state->wait().body).value();
  EXPECT_EQ(home.at("seq"), journal_->last().value);
  EXPECT_EQ(home.at("entities").size(), 1U);
  EXPECT_TRUE(journal_->read(journal_->last()).ok()) << "all of it is written";
}

TEST_F(RoutesTest, WhoCannotBeAskedNowSaysSoAtOnce) {
  for (int i = 0; i < 8; ++i) house_->feedback({});  // all that there is room for
  for (const char* path : {"/v1/state", "/v1/devices", "/v1/promises", "/v1/lessons", "/v1/timeline"}) {
    const net::HttpResponse response = get(path)->wait();
    EXPECT_EQ(response.status, 503) << path;
    EXPECT_THAT(response.body, HasSubstr("unavailable"));
  }
  const net::HttpResponse health = get("/healthz")->wait();
  EXPECT_EQ(health.status, 503);
  EXPECT_EQ(parse_json(health.body).value().at("ok"), false);
}

TEST_F(RoutesTest, TheHouseSaysThatItLives) {
  const auto answer = get("/healthz");
  EXPECT_FALSE(answer->came());
  run();
  EXPECT_EQ(answer->wait().body, R"({"ok":true})");
}

}  // namespace
}  // namespace hearth::engine
