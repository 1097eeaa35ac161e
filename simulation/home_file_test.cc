#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "simulation/home_file.h"
#include "simulation/line.h"
#include "simulation/value_words.h"

namespace hearth::simulation {
namespace {

using home::Capability;

TEST(HomeFile, NamesFileAndLineOfWhatIsWrong) {
  const auto error = [](std::string_view text) { return to_string(parse_home(text, "x.home").error()); };
  EXPECT_THAT(error("room hall\nlight.x colour red"), testing::HasSubstr("x.home:2"));
  EXPECT_THAT(error("room hall on attic"), testing::HasSubstr("no floor is called 'attic'"));
  EXPECT_THAT(error("light.x \"lamp"), testing::HasSubstr("closing \""));
  EXPECT_THAT(error("light.x is lock on"), testing::HasSubstr("has no lock"));
  EXPECT_THAT(error("light.x is brightness much"), testing::HasSubstr("expected a number in %"));
  EXPECT_THAT(error("sensor.x"), testing::HasSubstr("no usual traits"));
  EXPECT_THAT(error("light.x\nlight.x"), testing::HasSubstr("stands twice"));
  EXPECT_THAT(error("lamp"), testing::HasSubstr("expected zone, language, door"));
}

TEST(ValueWords, KnowsUnitsAndWords) {
  EXPECT_EQ(parse_value(Capability::Brightness, "60%").value(), home::Value(60.0));
  EXPECT_EQ(parse_value(Capability::TargetTemperature, "21.5°C").value(), home::Value(21.5));
  EXPECT_EQ(parse_value(Capability::Lock, "unlocked").value(), home::Value(false));
  EXPECT_EQ(parse_value(Capability::Contact, "open").value(), home::Value(true));
  EXPECT_EQ(parse_value(Capability::OnOff, "?").value(), home::Value());
  EXPECT_FALSE(parse_value(Capability::OnOff, "locked"));
  EXPECT_FALSE(parse_value(Capability::Brightness, "60K"));
}

TEST(Line, SplitsWordsQuotesAndPatterns) {
  const auto words = split_line(R"(a "b, \"c\"" /d\/\d+/ e(1,2) # f)").value();
  EXPECT_EQ(words, (std::vector<LineWord>{{"a", LineWord::Plain},
                                          {"b, \"c\"", LineWord::Quoted},
                                          {R"(d/\d+)", LineWord::Pattern},
                                          {"e(1,2)", LineWord::Plain}}));
  EXPECT_EQ(parse_duration("1.5s").value(), std::chrono::milliseconds(1500));
  EXPECT_EQ(parse_duration("2h10m").value(), std::chrono::minutes(130));
  for (const char* wrong : {"5 apples", "", "5", "h", "2h10", "-1s", "nans", "1e300s"})
    EXPECT_FALSE(parse_duration(wrong)) << wrong;
}

}  // namespace
}  // namespace hearth::simulation
