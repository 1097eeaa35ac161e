// Files that are missing, broken or never end, against the whole house: they are named, and the rest works.
#include <unistd.h>

#include <fstream>

#include "tests/properties/bad_input_house.h"

namespace hearth::properties {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

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
