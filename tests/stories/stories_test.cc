// Every file below tests/stories is a test: its folder is the suite, its name the case. Those in known/ must fail
// still.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "tests/stories/journal_checks.h"
#include "tests/stories/story_player.h"

namespace hearth::stories {
namespace {

Checked total;

Status play(const std::filesystem::path& file) {
  const Story story = TRY(read_story(file));
  simulation::DescribedHome home =
      TRY(simulation::read_home(source_folder() / "tests/stories/homes" / (story.home + ".home")));
  MemoryKeeper keeper;
  // A Monday, early.
  const calendar::Zone zone = TRY(calendar::Zone::find(home.zone));
  StoryHouse house(**models(), std::move(home), keeper, {.start = zone.to_utc({2026, 3, 2, 6, 0, 0}), .shuffle = {}});
  StoryPlayer player(story, house);
  TRY(player.play());
  if (!house.running()) return ok();
  const Checked checked = TRY(check_journal(house.journal(), house.parts(), house.home()));
  total.entries += checked.entries;
  total.replayed += checked.replayed;
  total.meanings += checked.meanings;
  total.proposals += checked.proposals;
  total.reasons += checked.reasons;
  total.sets += checked.sets;
  total.phrases += checked.phrases;
  return ok();
}

class StoryTest : public testing::Test {
 public:
  StoryTest(std::filesystem::path file, bool known) : file_(std::move(file)), known_(known) {}
  void TestBody() override {
    if (!models()) GTEST_SKIP() << to_string(models().error());
    const Status played = play(file_);
    if (known_) {
      EXPECT_FALSE(played) << file_ << " passes now: move it to the folder of its theme";
    } else {
      EXPECT_TRUE(played) << to_string(played.error());
    }
  }

 private:
  std::filesystem::path file_;
  bool known_;
};

class Totals : public testing::Environment {
 public:
  void TearDown() override {
    std::cout << total.entries << " entries, " << total.replayed << " lived again and the same; " << total.meanings
              << " meanings and " << total.proposals << " proposals with one plan each; " << total.sets << " sets; "
              << total.reasons << " reasons with evidence; " << total.phrases << " sentences read again and the same\n";
  }
};

void add_stories() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(source_folder() / "tests/stories")) {
    if (entry.path().extension() == ".story") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  for (const std::filesystem::path& file : files) {
    const std::string theme = file.parent_path().filename().string();
    testing::RegisterTest(theme.c_str(), file.stem().string().c_str(), nullptr, nullptr, file.string().c_str(), 1,
                          [file, theme]() -> testing::Test* { return new StoryTest(file, theme == "known"); });
  }
  testing::AddGlobalTestEnvironment(new Totals);
}

}  // namespace
}  // namespace hearth::stories

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  hearth::stories::add_stories();
  return RUN_ALL_TESTS();
}
