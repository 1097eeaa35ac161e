// Input that nobody means well, and homes that nobody would build, against the whole house: an answer or a clear
// refusal, in bounded work (steps are counted, time is for bench/), and never an action by accident.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iostream>

#include "decide/safety/guard.h"
#include "flow/codec.h"
#include "tests/stories/journal_checks.h"
#include "tests/stories/story_house.h"
#include "text/utf.h"
#include "understand/grammar/grammar.h"

namespace hearth::properties {
namespace {

namespace fs = std::filesystem;
using home::Capability;
using stories::StoryHouse;
using testing::HasSubstr;

/// Of one sentence, all its readings together. A command in this house takes some hundred; the dearest known 62,000.
constexpr uint64_t kMostSteps = 200'000;
constexpr size_t kMostBytes = 400'000;  // of all entries that came of it, where 3,000 things are meant
constexpr size_t kLongestAnswer = 4000;

std::string repeated(std::string_view what, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += what;
  return text;
}

simulation::DescribedHome described(const char* name = "guarded_house") {
  return simulation::read_home(stories::source_folder() / "tests/stories/homes" / (std::string(name) + ".home"))
      .value();
}

simulation::DescribedHome written(const std::string& text) { return simulation::parse_home(text, "here").value(); }

home::Entity& entity_called(simulation::DescribedHome& home, const std::string& key) {
  auto& all = home.doors.front().listing.entities;
  return *std::ranges::find(all, key, &home::Entity::key);
}

class BadInputTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
  }

  void live_in(simulation::DescribedHome home, const engine::Models& models = **stories::models()) {
    house_.reset();
    keeper_ = std::make_unique<stories::MemoryKeeper>();
    house_ = std::make_unique<StoryHouse>(
        models, std::move(home), *keeper_,
        stories::HouseSettings{.start = from_microseconds(1'772'427'600'000'000), .shuffle = {}});
    ASSERT_TRUE(house_->start());
  }
  connect::SimulatorDoor& door() { return *house_->doors().front(); }

  /// What came of it: the words that were said, all together, and what was commanded.
  struct Came {
    std::string words;
    std::vector<connect::SimulatorDoor::Delivered> deeds;
    flow::Plan::Verdict verdict = flow::Plan::Decline;

    std::vector<std::string> keys() const {
      std::vector<std::string> all;
      for (const auto& deed : deeds) all.push_back(deed.key);
      std::ranges::sort(all);
      return all;
    }
  };
  /// Says it and looks at what must hold whatever it is.
  Came say(const std::string& text, const char* who = "Anna", const char* room = "kitchen") {
    const size_t spoken = door().spoken().size(), delivered = door().delivered().size();
    const flow::MessageId before = house_->journal().last();
    const uint64_t steps = understand::Grammar::steps();
    Came came;
    EXPECT_TRUE(house_->say(who, room, text));
    EXPECT_LE(understand::Grammar::steps() - steps, kMostSteps) << text.substr(0, 200);
    EXPECT_TRUE(house_->advance(house_->now() + std::chrono::seconds(5)));
    dearest_ = std::max(dearest_, understand::Grammar::steps() - steps);
    size_t plans = 0, bytes = 0;
    EXPECT_TRUE(house_->journal().scan({before.value + 1}, [&](const flow::Entry& entry) {
      bytes += flow::encode_body(entry).size();
      const auto* plan = std::get_if<flow::Plan>(&entry.message);
      if (plan == nullptr || plan->verdict == flow::Plan::Defer) return true;
      ++plans;
      came.verdict = plan->verdict;
      return true;
    }));
    EXPECT_EQ(plans, 1U) << text.substr(0, 200);
    EXPECT_LE(bytes, kMostBytes) << text.substr(0, 200);
    largest_ = std::max<uint64_t>(largest_, bytes);
    for (size_t i = spoken; i < door().spoken().size(); ++i) came.words += door().spoken()[i].words.text;
    came.deeds.assign(door().delivered().begin() + static_cast<std::ptrdiff_t>(delivered), door().delivered().end());
    EXPECT_TRUE(!came.words.empty() || !came.deeds.empty()) << "neither done nor answered: " << text.substr(0, 200);
    EXPECT_TRUE(text::is_valid_utf8(came.words));
    EXPECT_LE(came.words.size(), kLongestAnswer) << text.substr(0, 200) << " → " << came.words.substr(0, 300);
    EXPECT_TRUE(house_->advance(house_->now() + std::chrono::seconds(120)));
    return came;
  }
  void expect_nothing_done(const std::string& text) {
    const Came came = say(text);
    EXPECT_THAT(came.keys(), testing::IsEmpty()) << text.substr(0, 200) << " → " << came.words;
  }
  /// The journal of all of it keeps every rule: replay, reasons, phrases read again.
  void expect_journal_in_order() {
    const auto checked = stories::check_journal(house_->journal(), house_->parts(), house_->home());
    EXPECT_TRUE(checked) << (checked ? "" : to_string(checked.error()));
  }
  void TearDown() override { std::cout << "dearest sentence: " << dearest_ << " steps, " << largest_ << " bytes\n"; }

  std::unique_ptr<stories::MemoryKeeper> keeper_;
  std::unique_ptr<StoryHouse> house_;
  uint64_t dearest_ = 0, largest_ = 0;
};

TEST_F(BadInputTest, LongSentences) {
  live_in(described());
  for (const char* word :
       {"a", "turn on the ceiling light and ", "unlock ", "and ", "open the gate, ", "1", "💡", "("}) {
    expect_nothing_done(repeated(word, 10'000 / std::string_view(word).size()));
  }
  expect_journal_in_order();
}

TEST_F(BadInputTest, RepetitionsThatJustFit) {
  live_in(described());
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
    expect_nothing_done(repeated(word, 200));
    expect_nothing_done(repeated(word, fits));
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
  live_in(described());
  const char* const strange[] = {
      "unl\u043eck the front door",              // a Cyrillic o
      "\u0430ll d\u043e\u043ers open",           //
      "открой дверь",                            // a language that nobody here speaks
      "افتح الباب",                              //
      "פתח את הדלת",                             //
      "玄関を開けて",                            //
      "\u202eroo\u0064 tnorf eht kcolnu\u202c",  // shown the other way round
      "💡🔥🚪🔓",                                //
      "🚪",                                      //
      "𝕦𝕟𝕝𝕠𝕔𝕜",                                  //
      "t̷̢u̵͜r̶n̸ ̴o̷n̵",                                 // marks upon marks
      "\u200b\u200b\u200b",                      // nothing that anybody sees
      "\ufeff",                                  //
      "...",
      "?!",
      "-",
      "'",
      "\"\"",
      "%",
      "§$&/()=",  //
  };
  for (const char* text : strange) expect_nothing_done(text);
  // Signs that nobody hears change nothing of what is said: it is done, or refused; another thing is not done.
  for (const char* text : {"turn on\u200b the ceiling light", "turn\u00a0on the ceiling\u2009light",
                           "\u202aturn on the ceiling light\u202c", "turn on the ceiling light 💡",
                           "\ufeffturn on the ceiling light", "TURN ON THE CEILING LIGHT!!!"}) {
    for (const auto& deed : say(text).deeds) EXPECT_EQ(deed.key, "light.ceiling") << text;
  }
  expect_journal_in_order();
}

TEST_F(BadInputTest, BytesThatAreNoText) {
  live_in(described());
  const std::string_view bad[] = {
      {"\x00\x01\x02\x03", 4}, {"\xff\xfe\xfd", 3},     {"\xc3\x28", 2},    {"\xed\xa0\x80", 3},
      {"\xf4\x90\x80\x80", 4}, {"unlock\xff", 7},       {"\x1b[2J\x07", 5}, {"un\0lock the front door", 22},
      {"\xe2\x82", 2},         {"\xc0\xaf\xc0\xae", 4}, {"\r\n\r\n", 4},    {"\x7f\x7f", 2},
  };
  for (const std::string_view text : bad) expect_nothing_done(std::string(text));
  for (const std::string_view text : {std::string_view("turn on the ceiling light\x00", 26),
                                      std::string_view("turn on \xff the ceiling light", 28)}) {
    for (const auto& deed : say(std::string(text)).deeds) EXPECT_EQ(deed.key, "light.ceiling");
  }
  expect_nothing_done("");
  expect_nothing_done(" \t ");
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
  live_in(written(text));
  for (const char* said :
       {"turn on the lamp", "is the lamp on", "turn on the lamp in the room 299", "lamp",
        "turn on the lamp and the lamp and the lamp", "the lamp", "which lamps are on", "turn it off"}) {
    const Came came = say(said);
    EXPECT_LE(came.deeds.size(), 100U) << said << ": " << came.words;
    for (const auto& deed : came.deeds) EXPECT_NE(deed.set.capability, Capability::Lock) << said;
  }
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

/// Models with files of the test's own.
class OwnFilesTest : public BadInputTest {
 protected:
  void SetUp() override {
    BadInputTest::SetUp();
    std::string name = testing::TempDir() + "hearth_bad_XXXXXX";
    CHECK(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    files_ = {stories::source_folder() / "phrases", stories::source_folder() / "sentences",
              fs::path(HEARTH_FETCHED_FOLDER) / "intents" / "data"};
  }
  void TearDown() override {
    BadInputTest::TearDown();
    house_.reset();
    fs::remove_all(folder_);
  }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  void load(const std::vector<std::string>& languages) {
    models_ = engine::Models::load(files_, languages, engine::Languages::Demand::AtOnce).value();
  }

  fs::path folder_;
  engine::ModelFiles files_;
  std::unique_ptr<engine::Models> models_;
};

TEST_F(OwnFilesTest, ALanguageWithoutTemplates) {
  files_.intents = folder_ / "none";
  load({"tlh"});
  EXPECT_THAT(models_->missing(), HasSubstr("tlh"));
  live_in(described(), *models_);
  for (const char* text : {"turn on the ceiling light", "unlock the front door", "yes", "tera'ngan"}) {
    expect_nothing_done(text);
  }
}

TEST_F(OwnFilesTest, ATemplateThatDoesNotCompileIsNamedAndTheRestWorks) {
  files_.household = folder_ / "household";
  write("household/en/mine.yaml", R"(language: en
intents:
  HassTurnOn:
    data:
      - sentences: ["broken (of course", "<nothing> like it", "{unheard_of} too"]
        slots: {name: "front door"}
      - sentences: ["cosy please"]
        slots: {area: "living room", domain: light}
)");
  load({"en"});
  EXPECT_THAT(models_->missing(), HasSubstr("mine.yaml:5"));
  live_in(described(), *models_);
  expect_nothing_done("broken of course");
  EXPECT_THAT(say("cosy please").words + repeated("x", door().delivered().size()), testing::Not(testing::IsEmpty()));
  EXPECT_THAT(say("turn on the ceiling light").keys(), testing::ElementsAre("light.ceiling"));
  expect_journal_in_order();
}

TEST_F(OwnFilesTest, APhraseThatNeverEnds) {
  fs::copy(stories::source_folder() / "phrases", folder_ / "phrases", fs::copy_options::recursive);
  std::ifstream in(folder_ / "phrases/en/dialogue.toml");
  std::string text(std::istreambuf_iterator<char>(in), {});
  const std::string line = "not_understood = \"Sorry, I did not understand that.\"";
  ASSERT_NE(text.find(line), std::string::npos);
  text.replace(
      text.find(line), line.size(),
      "not_understood = \"{% for i in range(1000000000) %}{% for j in range(1000000000) %}x{% endfor %}{% endfor %}\"");
  write("phrases/en/dialogue.toml", text);
  files_.phrases = folder_ / "phrases";
  load({"en"});
  live_in(described(), *models_);
  const Came came = say("tera'ngan");
  EXPECT_THAT(came.keys(), testing::IsEmpty());
  EXPECT_THAT(came.words, testing::Not(HasSubstr("decline."))) << "a key is no sentence";
  EXPECT_THAT(came.words, testing::Not(HasSubstr("xx")));
  EXPECT_THAT(say("turn on the ceiling light").keys(), testing::ElementsAre("light.ceiling"));
}

}  // namespace
}  // namespace hearth::properties
