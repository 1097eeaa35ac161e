#include "engine/vitals.h"

#include <gmock/gmock.h>

#include <atomic>

#include "engine/watch.h"

namespace hearth::engine {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Vitals well() {
  Vitals vitals;
  vitals.doors = {{.name = "mqtt", .connected = true}, {.name = "control", .connected = true}};
  vitals.graph.nodes = {{.name = "understand", .lane = graph::Lane::Interactive}, {.name = "decide"}};
  vitals.graph.edges = {{.from = "source", .to = "understand.utterance", .capacity = 32, .dropped = 2}};
  vitals.zone = "Europe/Berlin";
  return vitals;
}

TEST(Vitals, AllIsWell) {
  Vitals vitals = well();
  vitals.graph.nodes[1].state = graph::NodeState::Failing;  // it goes on
  EXPECT_THAT(problems(vitals), IsEmpty());
  const Json json = to_json(vitals);
  EXPECT_EQ(json["nodes"][1]["state"], "failing");
  EXPECT_EQ(json["edges"][0]["dropped"], 2);
  EXPECT_EQ(json["clock"]["zone"], "Europe/Berlin");
  EXPECT_EQ(json["problems"], Json::array());
}

TEST(Vitals, ANodeThatWasTurnedOffIsAProblem) {
  Vitals vitals = well();
  vitals.graph.nodes[0].state = graph::NodeState::Off;
  ASSERT_THAT(problems(vitals), SizeIs(1));
  EXPECT_THAT(problems(vitals)[0], HasSubstr("understand is off"));
  EXPECT_EQ(to_json(vitals)["nodes"][0]["state"], "off");
}

TEST(Watch, LooksAgainAndAgainAndEndsAtOnce) {
  std::atomic<int> looks{0};
  {
    Watch often(std::chrono::milliseconds(1), [&] { ++looks; });
    while (looks < 3) std::this_thread::yield();
  }
  const int at_the_end = looks;
  {
    Watch seldom(std::chrono::hours(1), [&] { ++looks; });
  }
  EXPECT_LE(looks, at_the_end + 1);
}

TEST(Vitals, EachProblemIsNamed) {
  Vitals vitals = well();
  vitals.doors[0] = {.name = "mqtt", .connected = false, .detail = "no broker"};
  vitals.journal.disk_ok = false;
  vitals.journal.reason = "the disk is full";
  vitals.moved_aside = "home.db.corrupt-1";
  vitals.missing = "no sentences";
  const std::vector<std::string> lines = problems(vitals);
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_THAT(lines[0], HasSubstr("the disk is full"));
  EXPECT_THAT(lines[1], HasSubstr("home.db.corrupt-1"));
  EXPECT_THAT(lines[2], HasSubstr("no sentences"));
  EXPECT_THAT(lines[3], HasSubstr("no broker"));
  EXPECT_EQ(to_json(vitals)["journal"]["moved_aside"], "home.db.corrupt-1");
}

}  // namespace
}  // namespace hearth::engine
