#include "score/report/score.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "score/report/tally.h"

namespace hearth::score {
namespace {

using testing::ElementsAre;

std::vector<std::string> members(const OrderedJson& json) {
  std::vector<std::string> names;
  for (const auto& [name, value] : json.items()) names.push_back(name);
  return names;
}

Score four_cases() {
  Tally tally("some/faculty", "some/where");
  tally.add(Outcome::Right, 3, {{"intent", "on"}, {"language", "en"}});
  tally.add(Outcome::Wrong, 1, {{"intent", "on"}, {"language", "de"}});
  tally.add(Outcome::Asked, 4, {{"intent", "off"}, {"language", "en"}});
  tally.add(Outcome::Missed, 2, {{"intent", "off"}, {"language", "en"}});
  tally.failed({"in", "wanted", "found"});
  return std::move(tally).finish();
}

TEST(ScoreJson, HasExactlyTheAgreedMembersInOrder) {
  const OrderedJson json = to_json(four_cases());
  EXPECT_THAT(members(json), ElementsAre("name", "data", "cases", "right", "wrong", "asked", "missed", "p50_us",
                                         "p99_us", "by", "failures"));
  EXPECT_THAT(members(json["by"]["intent"]["on"]), ElementsAre("cases", "right", "wrong", "asked", "missed"));
  EXPECT_THAT(members(json["failures"][0]), ElementsAre("input", "expected", "got"));
}

TEST(ScoreJson, CountsEachCaseOnceAndInItsGroups) {
  const OrderedJson json = to_json(four_cases());
  EXPECT_EQ(json["name"], "some/faculty");
  EXPECT_EQ(json["cases"], 4);
  for (const char* outcome : {"right", "wrong", "asked", "missed"}) EXPECT_EQ(json[outcome], 1) << outcome;
  EXPECT_EQ(json["by"]["intent"]["on"]["cases"], 2);
  EXPECT_EQ(json["by"]["intent"]["on"]["wrong"], 1);
  EXPECT_EQ(json["by"]["language"]["en"]["missed"], 1);
  EXPECT_EQ(json["by"]["language"]["de"]["right"], 0);
  EXPECT_EQ(json["p50_us"], 2);
  EXPECT_EQ(json["p99_us"], 4);
}

TEST(ScoreJson, KeepsTheFirstFailures) {
  Tally tally("a", "b");
  for (size_t i = 0; i < kMaxFailures + 7; ++i) tally.failed({std::to_string(i), "", ""});
  const OrderedJson json = to_json(std::move(tally).finish());
  ASSERT_EQ(json["failures"].size(), kMaxFailures);
  EXPECT_EQ(json["failures"].back()["input"], std::to_string(kMaxFailures - 1));
}

TEST(ScoreJson, AnEmptyScoreIsWholeToo) {
  const OrderedJson json = to_json(Score{});
  EXPECT_EQ(json["cases"], 0);
  EXPECT_TRUE(json["by"].is_object());
  EXPECT_TRUE(json["failures"].is_array());
}

TEST(ScoreJson, IsWrittenWholeOrNotAtAll) {
  const auto folder = std::filesystem::temp_directory_path() / ("hearth_score_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const std::string path = folder / "out.json";
  ASSERT_TRUE(write_json(four_cases(), path).ok());
  std::ifstream in(path);
  EXPECT_EQ(OrderedJson::parse(in), to_json(four_cases()));
  EXPECT_FALSE(std::filesystem::exists(path + ".new"));
  const Status nowhere = write_json(Score{}, folder / "missing" / "out.json");
  ASSERT_FALSE(nowhere.ok());
  EXPECT_THAT(to_string(nowhere.error()), testing::HasSubstr("missing/out.json"));
  std::filesystem::remove_all(folder);
}

TEST(Percentile, IsOfTheNearestRank) {
  EXPECT_EQ(percentile({}, 0.5), 0);
  EXPECT_EQ(percentile({7}, 0.99), 7);
  EXPECT_EQ(percentile({1, 2, 3, 4}, 0.5), 2);
  EXPECT_EQ(percentile({1, 2, 3, 4}, 0.51), 3);
  EXPECT_EQ(percentile({1, 2, 3, 4}, 1), 4);
}

}  // namespace
}  // namespace hearth::score
