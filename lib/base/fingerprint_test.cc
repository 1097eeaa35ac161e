#include "base/fingerprint.h"

#include <gtest/gtest.h>

#include <set>

namespace hearth {
namespace {

std::string of(std::initializer_list<std::string_view> parts) {
  Fingerprint print;
  for (const std::string_view part : parts) print.add(part);
  return print.hex();
}

TEST(Fingerprint, SameContentSamePrint) {
  EXPECT_EQ(of({"turn on the light"}), of({"turn on the light"}));
  EXPECT_EQ(of({}).size(), 32U);
}

TEST(Fingerprint, EveryChangeShows) {
  const std::set<std::string> all{of({}),
                                  of({""}),
                                  of({"a"}),
                                  of({"a", ""}),
                                  of({"", "a"}),
                                  of({"ab"}),
                                  of({"a", "b"}),
                                  of({"b", "a"}),
                                  of({"12345678"}),
                                  of({"123456780"}),
                                  of({std::string_view("12345678\0", 9)})};
  EXPECT_EQ(all.size(), 11U);
}

TEST(Fingerprint, OneBitAnywhereShows) {
  std::string text(1000, 'x');
  std::set<std::string> seen{of({text})};
  for (size_t i = 0; i < text.size(); ++i) {
    text[i] = 'y';
    seen.insert(of({text}));
    text[i] = 'x';
  }
  EXPECT_EQ(seen.size(), 1001U);
}

}  // namespace
}  // namespace hearth
