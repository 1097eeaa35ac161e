// What every projection must do: the same entries give the same bytes, and a saved one goes on where it stood.
#include <gtest/gtest.h>

#include "decide/waiting.h"
#include "engine/outstanding.h"
#include "sense/attribution/changes.h"
#include "tests/contracts/played_home.h"

namespace hearth::contracts {
namespace {

using Make = std::unique_ptr<memory::Projection> (*)();

template <class T>
std::unique_ptr<memory::Projection> make() {
  return std::make_unique<T>();
}

struct Kind {
  const char* name;
  Make make;
};

const std::vector<flow::Entry>& entries() {
  static const std::vector<flow::Entry> all = [] {
    PlayedHome played;
    played.say_all();
    return played.entries();
  }();
  return all;
}

class ProjectionTest : public testing::TestWithParam<Kind> {
 protected:
  void SetUp() override {
    if (!stories::models()) GTEST_SKIP() << to_string(stories::models().error());
  }
  static std::unique_ptr<memory::Projection> fold(size_t first, size_t last, std::unique_ptr<memory::Projection> into) {
    for (size_t i = first; i < last; ++i) into->apply(entries()[i]);
    return into;
  }
};

TEST_P(ProjectionTest, SameEntriesGiveTheSameBytes) {
  const size_t all = entries().size();
  ASSERT_GT(all, 100U);
  EXPECT_EQ(fold(0, all, GetParam().make())->save(), fold(0, all, GetParam().make())->save());
}

TEST_P(ProjectionTest, ASavedOneGoesOnWhereItStood) {
  const size_t all = entries().size();
  const std::string end = fold(0, all, GetParam().make())->save();
  for (size_t stop = 0; stop <= all; stop += 17) {
    const auto before = fold(0, stop, GetParam().make());
    auto after = GetParam().make();
    ASSERT_TRUE(after->restore(before->save()));
    EXPECT_EQ(after->save(), before->save()) << "after " << stop << " entries";
    EXPECT_EQ(fold(stop, all, std::move(after))->save(), end) << "restored after " << stop << " entries";
  }
}

TEST_P(ProjectionTest, RestoringReplacesWhatWasThere) {
  const auto full = fold(0, entries().size(), GetParam().make());
  ASSERT_TRUE(full->restore(GetParam().make()->save()));
  EXPECT_EQ(full->save(), GetParam().make()->save());
}

TEST_P(ProjectionTest, RefusesWhatItDidNotSave) {
  for (const char* wrong : {"", "{", "[1,2", "\"text\"", "{\"no such member\":1}", "\xff\xff"}) {
    const auto full = fold(0, entries().size(), GetParam().make());
    const Status restored = full->restore(wrong);
    ASSERT_FALSE(restored) << wrong;
    EXPECT_EQ(restored.error().kind, Error::Corrupt);
    EXPECT_EQ(full->save(), GetParam().make()->save()) << "not empty after a failed restore of " << wrong;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ProjectionTest,
    testing::Values(Kind{"present", make<memory::Present>}, Kind{"conversations", make<memory::Conversations>},
                    Kind{"plans", make<memory::Plans>}, Kind{"promises", make<memory::Promises>},
                    Kind{"lexicon", make<memory::Lexicon>}, Kind{"attribution", make<sense::Changes>},
                    Kind{"waiting", make<decide::WaitingMeanings>}, Kind{"outstanding", make<engine::Outstanding>}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace hearth::contracts
