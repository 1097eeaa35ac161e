#include "understand/language/spoken_language.h"

#include <gtest/gtest.h>

#include "understand/grammar/intent_source.h"

namespace hearth::understand {
namespace {

Grammar grammar(const std::string& sentences) {
  const std::string yaml =
      "language: en\nintents: {A: {data: [{sentences: " + sentences + "}]}}\nlists: {any: {wildcard: true}}";
  return Grammar::compile(read_language(parse_yaml(yaml, "test").value()).value()).value();
}

Explained explained(const Grammar& commands, std::string_view text, bool asked = false) {
  return explained_by({commands, grammar("['yes']"), grammar("['and there']")}, asked, text, {});
}

TEST(SpokenLanguage, WholeSentencesBeatOpenText) {
  const Grammar english = grammar("['turn on the light', 'say {any}', '{any} now', 'stop']");
  const Grammar german = grammar("['say das licht', 'stop']");
  EXPECT_TRUE(explained(english, "turn on the light").sure);
  EXPECT_EQ(explained(english, "schalte das licht ein").how, Explained::NotAtAll);
  const Explained open = explained(english, "say das licht");
  EXPECT_EQ(open.how, Explained::ByOpenText);
  EXPECT_FALSE(open.sure);
  EXPECT_LT(open, explained(german, "say das licht"));
  EXPECT_FALSE(explained(english, "stop") < explained(german, "stop")) << "the expected language stays";
}

TEST(SpokenLanguage, RepliesCountOnlyWhereSomethingWasAsked) {
  const Grammar commands = grammar("['turn on the light']");
  EXPECT_EQ(explained(commands, "yes").how, Explained::NotAtAll);
  EXPECT_EQ(explained(commands, "yes", true).how, Explained::AsReply);
}

TEST(SpokenLanguage, FollowUpsCountLessThanSentences) {
  EXPECT_EQ(explained(grammar("['turn on the light']"), "and there").how, Explained::AsFollowUp);
  EXPECT_EQ(explained(grammar("['and there']"), "and there").how, Explained::AsCommand);
}

TEST(SpokenLanguage, TheReplyKeepsTheRegion) {
  EXPECT_EQ(language_of_reply("de-AT", "de"), "de-AT");
  EXPECT_EQ(language_of_reply("en", "de"), "de");
  EXPECT_EQ(language_of_reply("", "de"), "de");
}

}  // namespace
}  // namespace hearth::understand
