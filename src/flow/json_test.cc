#include "flow/json.h"

#include <gtest/gtest.h>

#include "flow/json_fields.h"

namespace hearth::flow {
namespace {

Error error_of(const char* text) {
  const Result<Message> read = message_from_json(Json::parse(text));
  EXPECT_FALSE(read.ok()) << text;
  return read.ok() ? Error{} : read.error();
}

TEST(Json, ErrorsNameThePathAndWhatWasExpected) {
  const Error unknown = error_of(R"({"Plan": {"steps": [{"say": {}}, {"set": {"enttity": 3}}]}})");
  EXPECT_EQ(unknown.kind, Error::InvalidInput);
  EXPECT_EQ(unknown.place, "Plan.steps.1.set.enttity");
  EXPECT_EQ(unknown.message, "no such member");
  const Error word = error_of(R"({"Plan": {"verdict": "perhaps"}})");
  EXPECT_EQ(word.place, "Plan.verdict");
  EXPECT_EQ(word.message.find("'perhaps' is none of"), 0U) << word.message;
  EXPECT_EQ(error_of(R"({"Outcome": {"step": 1.5}})").place, "Outcome.step");
  EXPECT_EQ(error_of(R"({"Observation": {"capability": "warp"}})").message, "'warp' is no capability");
  EXPECT_EQ(error_of(R"({"Observation": {"head": {"at": "noon"}}})").place, "Observation.head.at");
  EXPECT_EQ(error_of(R"({"Plans": {}})").message.find("'Plans' is none of Started,"), 0U);
  EXPECT_EQ(error_of(R"({"Plan": {}, "Wake": {}})").message.find("expected an object with one member"), 0U);
  error_of("[]");
}

TEST(Json, DefaultsAreLeftOutAndComeBack) {
  EXPECT_EQ(dump(to_json(Message(Plan{}))), R"({"Plan":{}})");
  Plan plan;
  plan.verdict = Plan::Do;
  plan.steps = {Set{EntityId{3}, Capability::Brightness, 40.0, 0}};
  const Json json = to_json(Message(plan));
  EXPECT_EQ(json["Plan"]["steps"][0]["set"]["capability"], "brightness");
  EXPECT_EQ(json["Plan"]["steps"][0]["set"]["to"], 40.0);
  EXPECT_EQ(message_from_json(json).value(), Message(plan));
}

TEST(Json, AWhenComesBackWhole) {
  When when;
  EXPECT_EQ(dump(json::write(when)), "{}");
  when.role = When::Between;
  when.grain = When::PartOfDay;
  when.spoken = "jeden Abend zwischen sechs und acht";
  when.from = parse_iso8601("2026-11-18T18:00:00+01:00").value();
  when.to = parse_iso8601("2026-11-18T20:00:00+01:00").value();
  when.seconds = 7200;
  when.recurrence = "FREQ=DAILY";
  when.zone = "Europe/Berlin";
  when.others = {parse_iso8601("2026-11-19T06:00:00+01:00").value()};
  const Json json = json::write(when);
  EXPECT_EQ(json["role"], "between");
  EXPECT_EQ(json["grain"], "part_of_day");
  EXPECT_EQ(json["from"], "2026-11-18T17:00:00Z");
  EXPECT_EQ(json::read_whole<When>(json).value(), when);
  EXPECT_EQ(json::read_whole<When>(Json::parse(R"({"grain": "hours"})")).error().place, "grain");
}

TEST(Json, NamesOfIntentsGoBothWays) {
  EXPECT_EQ(intent_named(name_of(Intent::TurnOn)).value(), Intent::TurnOn);
  EXPECT_FALSE(intent_named("Teleport").ok());
}

TEST(Json, ResultsOfLanesAreDigitsNotBrokenText) {
  LaneReturn back;
  back.node = "understand";
  back.results = {{"meaning", std::string("\x00\xff\x0a{", 4)}, {"meaning", ""}};
  const Json json = to_json(Message(back));
  EXPECT_EQ(json["LaneReturn"]["results"],
            Json::parse(R"([{"port": "meaning", "bytes": "00ff0a7b"}, {"port": "meaning", "bytes": ""}])"));
  EXPECT_EQ(message_from_json(Json::parse(dump(json))).value(), Message(back));
  EXPECT_EQ(error_of(R"({"LaneReturn": {"results": [{"port": "a", "bytes": "0"}]}})").place,
            "LaneReturn.results.0.bytes");
  EXPECT_EQ(error_of(R"({"LaneReturn": {"results": [{}, {"bytes": "0g"}]}})").place, "LaneReturn.results.1.bytes");
  EXPECT_EQ(error_of(R"({"LaneReturn": {"results": [{"text": ""}]}})").place, "LaneReturn.results.0.text");
  EXPECT_EQ(error_of(R"({"LaneReturn": {"results": 3}})").place, "LaneReturn.results");
}

}  // namespace
}  // namespace hearth::flow
