#include "engine/secrets.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace hearth::engine {
namespace {

class SecretsTest : public testing::Test {
 protected:
  SecretsTest() {
    std::string name = testing::TempDir() + "hearth_secrets_XXXXXX";
    CHECK(mkdtemp(name.data()) != nullptr);
    folder_ = name;
  }
  ~SecretsTest() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file() const { return folder_ / "secrets" / "web.token"; }
  void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  }

  std::filesystem::path folder_;
};

TEST_F(SecretsTest, ATokenIsMadeOnceAndReadFromThen) {
  const Result<std::string> made = read_or_make_token(file());
  ASSERT_TRUE(made.ok());
  EXPECT_GE(made->size(), 16U);
  EXPECT_EQ(read_or_make_token(file()).value(), *made);
  struct stat about{};
  ASSERT_EQ(::stat(file().c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  EXPECT_FALSE(std::filesystem::exists(file().string() + ".new"));
}

TEST_F(SecretsTest, AStartThatWasKilledKeepsNoOtherFromStarting) {
  write(file(), "");  // as it was made, before it was written
  write(file().string() + ".new", "half a tok");
  const Result<std::string> made = read_or_make_token(file());
  ASSERT_TRUE(made.ok()) << to_string(made.error());
  EXPECT_EQ(read_or_make_token(file()).value(), *made);
}

TEST_F(SecretsTest, WhatAPersonWroteIsNeverReplaced) {
  write(file(), "short");
  EXPECT_FALSE(read_or_make_token(file()).ok());
  EXPECT_EQ(std::filesystem::file_size(file()), 5U);
}

TEST_F(SecretsTest, WhereNothingCanBeWrittenThatIsSaid) {
  write(folder_ / "taken", "x");
  const Result<std::string> made = read_or_make_token(folder_ / "taken" / "web.token");
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(made.error().kind, Error::Unavailable);
}

}  // namespace
}  // namespace hearth::engine
