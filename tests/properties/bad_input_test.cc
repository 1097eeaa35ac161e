// Input that nobody means well, and homes that nobody would build, against the whole house: an answer or a clear
// refusal, in bounded work (steps are counted, time is for bench/), and never an action by accident.
#include "decide/safety/guard.h"
#include "tests/properties/bad_input_house.h"

namespace hearth::properties {
namespace {

using home::Capability;
using testing::HasSubstr;

TEST_F(BadInputTest, LongSentences) {
  live_in(guarded());
  for (const char* word :
       {"a", "turn on the ceiling light and ", "unlock ", "and ", "open the gate, ", "1", "💡", "("}) {
    expect_nothing_ever_done(repeated(word, 10'000 / std::string_view(word).size()));
  }
  expect_journal_in_order();
}

TEST_F(BadInputTest, RepetitionsThatJustFit) {
  live_in(guarded());
  for (const char* word : {"the ",
                           "and ",
                           "light ",
                           "on ",
                           "and then ",
                           "please ",
                           "1 ",
                           "unlock ",
                           "open it ",
                           "all ",
                           "in the kitchen ",
                           "front door ",
                           "in ten minutes ",
                           "every day at 8 ",
                           "at seven ",
                           "no, ",
                           "[",
                           "{name}",
                           "the other one ",
                           "and in the hallway "}) {
    const size_t fits = std::min<size_t>(200, 495 / std::string_view(word).size());
    expect_nothing_ever_done(repeated(word, 200));
    expect_nothing_ever_done(repeated(word, fits));
  }
  // What is meant in earnest may be done, but only that.
  for (const size_t times : {2U, 5U, 15U, 200U}) {
    for (const auto& deed :
         say(repeated("turn on the ceiling light and ", times) + "turn on the ceiling light").deeds) {
      EXPECT_EQ(deed.key, "light.ceiling");
    }
  }
  expect_journal_in_order();
}

TEST_F(BadInputTest, ScriptsThatDeceive) {
  live_in(guarded());
  // A Cyrillic o, languages that nobody here speaks, shown the other way round, marks upon marks, nothing to see.
  const char* const strange[] = {"unl\u043eck the front door",
                                 "\u0430ll d\u043e\u043ers open",
                                 "открой дверь",
                                 "افتح الباب",
                                 "פתח את הדלת",
                                 "玄関を開けて",
                                 "\u202eroo\u0064 tnorf eht kcolnu\u202c",
                                 "💡🔥🚪🔓",
                                 "🚪",
                                 "𝕦𝕟𝕝𝕠𝕔𝕜",
                                 "t̷̢u̵͜r̶n̸ ̴o̷n̵",
                                 "\u200b\u200b\u200b",
                                 "\ufeff"};
  for (const char* text : strange) expect_nothing_ever_done(text);
  for (const char sign : std::string_view(".?!-'\"%$&/()=")) expect_nothing_ever_done(std::string(3, sign));
  // Signs that nobody hears change nothing of what is said: it is done, or refused; another thing is not done.
  for (const char* text : {"turn on\u200b the ceiling light", "turn\u00a0on the ceiling\u2009light",
                           "\u202aturn on the ceiling light\u202c", "turn on the ceiling light 💡",
                           "\ufeffturn on the ceiling light", "TURN ON THE CEILING LIGHT!!!"}) {
    for (const auto& deed : say(text).deeds) EXPECT_EQ(deed.key, "light.ceiling") << text;
  }
  expect_journal_in_order();
}

TEST_F(BadInputTest, BytesThatAreNoText) {
  live_in(guarded());
  const std::string_view bad[] = {
      {"\x00\x01\x02\x03", 4}, {"\xff\xfe\xfd", 3},     {"\xc3\x28", 2},    {"\xed\xa0\x80", 3},
      {"\xf4\x90\x80\x80", 4}, {"unlock\xff", 7},       {"\x1b[2J\x07", 5}, {"un\0lock the front door", 22},
      {"\xe2\x82", 2},         {"\xc0\xaf\xc0\xae", 4}, {"\r\n\r\n", 4},    {"\x7f\x7f", 2},
  };
  for (const std::string_view text : bad) expect_nothing_ever_done(std::string(text));
  for (const std::string_view text : {std::string_view("turn on the ceiling light\x00", 26),
                                      std::string_view("turn on \xff the ceiling light", 28)}) {
    for (const auto& deed : say(std::string(text)).deeds) EXPECT_EQ(deed.key, "light.ceiling");
  }
  expect_nothing_ever_done("");
  expect_nothing_ever_done(" \t ");
  expect_journal_in_order();
}

TEST_F(BadInputTest, TemplatesAreWordsLikeOthers) {
  live_in(described());
  for (const char* text :
       {"turn on {name}", "<turn> [the] (light|lamp)", "{{ 7 * 7 }}", "{% for i in range(1000000000) %}x{% endfor %}",
        "turn on the {{ states('lock.front_door') }}", "say {{ 7 * 7 }}", "${HOME}", "%s%s%n",
        "'; DROP TABLE entries; --", "../../etc/passwd", "{\"text\": \"unlock the front door\"}"}) {
    const Came came = say(text);
    EXPECT_THAT(came.keys(), testing::IsEmpty()) << text;
    EXPECT_THAT(came.words, testing::Not(HasSubstr("49")));
  }
  const Came added = say("add {{ 7 * 7 }} to the shopping list");
  EXPECT_THAT(added.words, testing::Not(HasSubstr("49"))) << "words of people are no template";
  expect_journal_in_order();
}

TEST_F(BadInputTest, ThingsCalledLikeVerbs) {
  live_in(written(R"(zone Europe/Berlin
person Anna owner
room kitchen
satellite usual Anna
light.turn "Turn" is on_off off
light.all "All" is on_off off
light.off "Off" is on_off on
light.lamp "lamp" is on_off off
lock.light "Light" is lock locked
lock.yes "Yes" is lock locked
cover.it "It" class garage is position 0
switch.everything "Everything" tier secure is on_off off
room hall "Unlock"
light.hall "hall light" is on_off off
)"));
  EXPECT_THAT(say("turn on Turn").keys(), testing::IsSubsetOf({"light.turn"}));
  EXPECT_THAT(say("turn off Off").keys(), testing::IsSubsetOf({"light.off"}));
  EXPECT_THAT(say("turn on the lamp").keys(), testing::ElementsAre("light.lamp"))
      << "a name that is none is read as ever";
  for (const char* text : {"turn on the light", "turn on all", "turn all on", "turn it on", "yes", "all", "light", "it",
                           "unlock", "turn on everything", "turn on the lights", "everything", "lights on in unlock"}) {
    const Came came = say(text);
    for (const auto& deed : came.deeds) {
      EXPECT_NE(decide::tier_of(deed.set, house_->home(), 26), home::Tier::Secure) << text << " → " << deed.key;
    }
  }
  expect_journal_in_order();
}

TEST_F(BadInputTest, NamesOfOneLetterAndNamesThatAreNone) {
  simulation::DescribedHome home = described();
  const std::vector<std::pair<const char*, std::vector<std::string>>> names{
      {"light.ceiling", {"a", "I", "1", "é"}},
      {"light.floor_lamp", {"lamp \"the\" {name}", "[a|b] <rule>", "{{ 7 * 7 }}", "a\\b", "x\ny"}},
      {"switch.coffee", {"{% for i in range(1000000000) %}x{% endfor %}"}},
      {"media_player.radio", {"", " ", "\t"}},
      {"cover.blinds", {std::string(10'000, 'b'), "blinds"}},
      {"climate.heating", {"\xff\xfe", "\u202egnitaeh", "heating"}},
  };
  for (const auto& [key, all] : names) {
    home::Entity& entity = entity_called(home, key);
    entity.names.clear();
    for (const std::string& name : all) entity.names.push_back({name, "en"});
  }
  live_in(std::move(home));
  EXPECT_THAT(say("turn on a").keys(), testing::IsSubsetOf({"light.ceiling"}));
  EXPECT_THAT(say("turn on the lights").keys(), testing::Not(testing::Contains("switch.oven")));
  for (const char* text :
       {"turn on lamp \"the\" {name}", "turn on {{ 7 * 7 }}", "turn off [a|b] <rule>", "turn on a\\b",
        "turn on {% for i in range(1000000000) %}x{% endfor %}", "turn on the coffee machine", "open the blinds",
        "is the heating on", "turn on", "a", "which lights are on", "turn off everything"}) {
    const Came came = say(text);
    EXPECT_THAT(came.words, testing::Not(HasSubstr("49"))) << text;
    for (const auto& deed : came.deeds) {
      EXPECT_NE(decide::tier_of(deed.set, house_->home(), 26), home::Tier::Secure) << text << " → " << deed.key;
    }
  }
  expect_journal_in_order();
}

TEST_F(BadInputTest, ThreeThousandOfOneName) {
  std::string text = "zone Europe/Berlin\nperson Anna owner\nroom kitchen\nsatellite usual Anna\n";
  for (int i = 0; i < 3000; ++i) {
    if (i % 100 == 99) text += "room room_" + std::to_string(i) + "\n";
    text += (i == 5 ? "lock." : "light.") + std::string("l") + std::to_string(i) + " \"lamp\" is " +
            (i == 5 ? "lock locked\n" : "on_off off\n");
  }
  text += "room attic\nlight.attic \"lamp\" is on_off off\n";
  live_in(written(text));
  for (const char* said :
       {"turn on the lamp", "is the lamp on", "turn on the lamp in the room 299", "lamp",
        "turn on the lamp and the lamp and the lamp", "the lamp", "which lamps are on", "turn it off"}) {
    const Came came = say(said);
    EXPECT_LE(came.deeds.size(), 100U) << said << ": " << came.words;
    for (const auto& deed : came.deeds) EXPECT_NE(deed.set.capability, Capability::Lock) << said;
  }
  // Understood, and never guessed: the room is asked for, and asked again where it has a hundred.
  for (const char* said : {"turn on the lamp", "is the lamp on", "turn on the lamp in the room 299"}) {
    const Came came = say(said);
    EXPECT_EQ(came.verdict, flow::Plan::AskBack) << said << ": " << came.words;
    EXPECT_THAT(came.keys(), testing::IsEmpty()) << said;
    EXPECT_LE(came.words.size(), 200U) << came.words;
  }
  EXPECT_EQ(say_before("turn on the lamp").verdict, flow::Plan::AskBack);
  EXPECT_EQ(say("in the room 299").verdict, flow::Plan::AskBack);
  EXPECT_EQ(say_before("turn on the lamp").verdict, flow::Plan::AskBack);
  EXPECT_THAT(say("in the attic").keys(), testing::ElementsAre("light.attic"));
  EXPECT_EQ(say_before("is the lamp on").verdict, flow::Plan::AskBack);
  EXPECT_THAT(say("in the attic").words, HasSubstr("on"));
}

TEST_F(BadInputTest, AreasCalledLikeDevices) {
  live_in(written(R"(zone Europe/Berlin
person Anna owner
room lamp "Lamp"
satellite usual Anna
light.kitchen "Kitchen" is on_off off
light.one "one" is on_off off
lock.bedroom "Bedroom" is lock locked
room kitchen "Kitchen"
light.two "two" is on_off off
light.lamp "Lamp" is on_off off
room bedroom "Bedroom"
light.three "three" is on_off off
)"));
  for (const char* said : {"turn on the kitchen", "turn on the lamp", "turn on the lights in the kitchen",
                           "turn on kitchen in the kitchen", "turn on the bedroom", "turn on the bedroom lights",
                           "lights on in the lamp", "is the bedroom on"}) {
    for (const auto& deed : say(said, "Anna", "lamp").deeds) EXPECT_NE(deed.set.capability, Capability::Lock) << said;
  }
  EXPECT_THAT(say("turn off the lights in the kitchen", "Anna", "lamp").keys(),
              testing::Not(testing::Contains("light.one")));
  expect_journal_in_order();
}

}  // namespace
}  // namespace hearth::properties
