#include "connect/control/access.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace hearth::connect {
namespace {

TEST(Access, DaemonAndShellMeetAtOneSocket) {
  setenv("HEARTH_SOCKET", "/somewhere/else.sock", 1);
  EXPECT_EQ(default_control_socket(), "/somewhere/else.sock");
  unsetenv("HEARTH_SOCKET");
  setenv("XDG_RUNTIME_DIR", "/run/user/1000", 1);
  EXPECT_EQ(default_control_socket(), "/run/user/1000/hearth.sock");
  setenv("XDG_RUNTIME_DIR", "", 1);
  EXPECT_TRUE(default_control_socket().ends_with("/hearth.sock"));
  EXPECT_TRUE(default_control_socket().starts_with('/'));
}

TEST(Access, TheSocketsFolderIsNobodyElses) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "hearth_access_test";
  std::filesystem::remove_all(folder);
  ASSERT_TRUE(make_folder_of(folder / "hearth.sock").ok());
  struct stat about{};
  ASSERT_EQ(::stat(folder.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0700U);
  EXPECT_TRUE(make_folder_of(folder / "hearth.sock").ok()) << "it is there";
  const Status status = make_folder_of(folder / "not" / "there" / "hearth.sock");
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().kind, Error::Unavailable);
  std::filesystem::remove_all(folder);
}

TEST(Access, ATokenIsLongAndSecret) {
  const std::string file = testing::TempDir() + "/hearth_access_token";
  EXPECT_EQ(read_token(file + ".absent").error().kind, Error::NotFound);
  std::ofstream(file) << "0123456789abcdef\nmore\n";
  ::chmod(file.c_str(), 0644);
  EXPECT_EQ(read_token(file).error().kind, Error::Denied);
  ::chmod(file.c_str(), 0600);
  EXPECT_EQ(read_token(file).value(), "0123456789abcdef");
  std::ofstream(file) << "short\n";
  EXPECT_EQ(read_token(file).error().kind, Error::InvalidInput);
  for (const char* wrong : {"c2xhc2g/c2xhc2g=", "sixteen and more", "0123456789abcdef\r"}) {
    std::ofstream(file) << wrong << '\n';
    EXPECT_EQ(read_token(file).error().kind, Error::InvalidInput) << wrong;
  }
  std::ofstream(file) << "A-Za-z_0.9~abcdef\n";
  EXPECT_TRUE(read_token(file).ok());
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace hearth::connect
