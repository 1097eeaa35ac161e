#include "base/json.h"

#include <gtest/gtest.h>

namespace hearth {
namespace {

TEST(Json, ErrorsNameThePlaceAndTheByte) {
  const Result<Json> broken = parse_json(R"({"a": 1,})", "zigbee2mqtt/lamp");
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.error().kind, Error::InvalidInput);
  EXPECT_EQ(broken.error().place, "zigbee2mqtt/lamp");
  EXPECT_NE(broken.error().message.find("column 9"), std::string::npos) << broken.error().message;
  EXPECT_FALSE(parse_json("").ok());
  EXPECT_FALSE(parse_json("{} {}").ok());
  EXPECT_FALSE(parse_json("\"\xff\"").ok()) << "not UTF-8";
}

TEST(Json, LimitsWhatADocumentMayCost) {
  const std::string long_text = "\"" + std::string(100, 'x') + "\"";
  EXPECT_TRUE(parse_json(long_text, "", 102).ok());
  EXPECT_FALSE(parse_json(long_text, "", 101).ok());
  EXPECT_TRUE(parse_json("[[[1]]]", "", 100, 3).ok());
  const Result<Json> deep = parse_json("[[[[1]]]]", "topic", 100, 3);
  ASSERT_FALSE(deep.ok());
  EXPECT_NE(deep.error().message.find("nested 4 deep"), std::string::npos);
  EXPECT_EQ(deep.error().place, "topic");
  EXPECT_FALSE(parse_json(std::string(1'000'000, '['), "").ok()) << "must not exhaust the stack";
}

TEST(Json, BracketsInTextAreNoDepth) {
  EXPECT_TRUE(parse_json(R"({"a": "[[[[[[\"[[[", "b": "\\"})", "", 100, 1).ok());
  EXPECT_TRUE(parse_json("[[],[],[],[]]", "", 100, 2).ok()) << "side by side is not nested";
}

TEST(Json, DumpsOneLineAndReplacesWhatIsNoText) {
  EXPECT_EQ(dump(Json{{"b", 1}, {"a", "x\ny"}}), R"({"a":"x\ny","b":1})");
  EXPECT_EQ(dump(Json("a\xff")), "\"a\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace hearth
