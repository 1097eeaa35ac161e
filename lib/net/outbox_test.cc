#include "net/outbox.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <vector>

namespace hearth::net {
namespace {

TEST(OutboxTest, TheNewestOfAKeyStandsAtTheEnd) {
  Outbox outbox(10, 1000);
  EXPECT_TRUE(outbox.push("lamp on", "lamp"));
  EXPECT_TRUE(outbox.push("news"));
  EXPECT_TRUE(outbox.push("lamp off", "lamp"));
  EXPECT_EQ(outbox.size(), 2u);
  EXPECT_EQ(outbox.pop(), "news");
  EXPECT_EQ(outbox.pop(), "lamp off");
  EXPECT_EQ(outbox.pop(), std::nullopt);
  EXPECT_EQ(outbox.bytes(), 0u);
}

TEST(OutboxTest, FullRefusesButStillReplaces) {
  Outbox outbox(2, 1000);
  EXPECT_TRUE(outbox.push("a", "a"));
  EXPECT_TRUE(outbox.push("b"));
  EXPECT_FALSE(outbox.push("c"));
  EXPECT_TRUE(outbox.push("a2", "a"));
  EXPECT_EQ(outbox.pop(), "b");
  EXPECT_EQ(outbox.pop(), "a2");
}

TEST(OutboxTest, BytesAreBoundedToo) {
  Outbox outbox(10, 10);
  EXPECT_TRUE(outbox.push("12345", "x"));
  EXPECT_TRUE(outbox.push("67890"));
  EXPECT_FALSE(outbox.push("1"));
  EXPECT_TRUE(outbox.push("123", "x"));
  EXPECT_TRUE(outbox.push("45"));
  outbox.clear();
  EXPECT_EQ(outbox.size(), 0u);
  EXPECT_TRUE(outbox.push("1234567890", "x"));
}

// Against the plainest way of doing the same.
TEST(OutboxTest, BehavesLikeAPlainList) {
  std::mt19937 random(1);
  Outbox outbox(50, 100000);
  std::vector<std::pair<std::string, std::string>> plain;  // key, text
  for (int i = 0; i < 20000; ++i) {
    if (random() % 3 == 0) {
      const auto popped = outbox.pop();
      ASSERT_EQ(popped.has_value(), !plain.empty());
      if (popped) {
        ASSERT_EQ(*popped, plain.front().second);
        plain.erase(plain.begin());
      }
      continue;
    }
    const std::string key = random() % 4 == 0 ? "" : std::to_string(random() % 70);
    const std::string text = std::to_string(i);
    const auto older =
        std::ranges::find_if(plain, [&](const auto& entry) { return !key.empty() && entry.first == key; });
    const bool fits = plain.size() - (older == plain.end() ? 0 : 1) < 50;
    ASSERT_EQ(outbox.push(text, key), fits);
    if (!fits) continue;
    if (older != plain.end()) plain.erase(older);
    plain.emplace_back(key, text);
    ASSERT_EQ(outbox.size(), plain.size());
  }
}

}  // namespace
}  // namespace hearth::net
