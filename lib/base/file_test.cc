#include "base/file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hearth {
namespace {

namespace fs = std::filesystem;

class FileTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder); }
  void TearDown() override { fs::remove_all(folder); }
  size_t files() const {
    return static_cast<size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }
  const fs::path folder = fs::path(testing::TempDir()) / ("file_test." + std::to_string(::getpid()));
  const fs::path file = folder / "kept";
};

TEST_F(FileTest, WhatIsWrittenIsRead) {
  const std::string bytes("one\0two\n", 8);
  ASSERT_TRUE(replace_file(file, bytes));
  EXPECT_EQ(read_file(file).value(), bytes);
  ASSERT_TRUE(replace_file(file, "shorter"));
  EXPECT_EQ(read_file(file).value(), "shorter");
  EXPECT_EQ(files(), 1U) << "nothing is left beside it";
}

TEST_F(FileTest, AnEmptyFileIsRead) {
  ASSERT_TRUE(replace_file(file, ""));
  EXPECT_EQ(read_file(file).value(), "");
}

TEST_F(FileTest, ItIsMadeWithItsMode) {
  ASSERT_TRUE(replace_file(file, "secret", 0600));
  struct stat about{};
  ASSERT_EQ(::stat(file.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600U);
}

TEST_F(FileTest, WhatIsAbsentIsNamed) {
  const Result<std::string> none = read_file(file);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, Error::NotFound);
  EXPECT_EQ(none.error().place, file.string());
  EXPECT_FALSE(read_file(folder)) << "a folder is no file";
}

TEST_F(FileTest, WhatCannotBeReplacedStays) {
  fs::create_directories(file / "inside");  // a name that is taken by a folder cannot become a file
  const Status replaced = replace_file(file, "bytes");
  ASSERT_FALSE(replaced);
  EXPECT_EQ(replaced.error().place, file.string());
  EXPECT_TRUE(fs::is_directory(file / "inside"));
  EXPECT_EQ(files(), 1U);
  EXPECT_FALSE(replace_file(folder / "absent" / "kept", "bytes"));
}

}  // namespace
}  // namespace hearth
