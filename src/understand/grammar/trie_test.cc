#include "understand/grammar/trie.h"

#include <gtest/gtest.h>

#include "understand/grammar/home_names.h"

namespace hearth::understand {
namespace {

std::vector<std::pair<uint32_t, uint32_t>> found(const Trie& trie, std::u32string_view text, size_t from = 0) {
  std::vector<Trie::Hit> hits;
  trie.find(text, from, hits);
  std::vector<std::pair<uint32_t, uint32_t>> out;
  for (const Trie::Hit& hit : hits) {
    for (uint32_t i = 0; i < hit.count; ++i) out.emplace_back(hit.end, trie.values()[hit.first + i]);
  }
  return out;
}

using Found = std::vector<std::pair<uint32_t, uint32_t>>;

TEST(Trie, FindsEveryFormThatStartsHere) {
  const Trie trie({{U"living", 1}, {U"living room", 2}, {U"living room lamp", 3}, {U"lamp", 4}});
  EXPECT_EQ(found(trie, U"living room lamp on"), (Found{{6, 1}, {11, 2}, {16, 3}}));
  EXPECT_EQ(found(trie, U"the lamp", 4), (Found{{8, 4}}));
  EXPECT_EQ(found(trie, U"liv"), Found{});
}

TEST(Trie, OneFormMayHaveSeveralValues) {
  const Trie trie({{U"lamp", 2}, {U"lamp", 1}, {U"lamp", 2}});
  EXPECT_EQ(found(trie, U"lamp"), (Found{{4, 1}, {4, 2}}));
}

TEST(Trie, GapsAreAlike) {
  const Trie trie({{U"rez-de-chaussée", 1}, {U"to_do", 2}});
  EXPECT_EQ(found(trie, U"rez de chaussée"), (Found{{15, 1}}));
  EXPECT_EQ(found(trie, U"to - do list"), (Found{{7, 2}}));
  EXPECT_EQ(found(trie, U"todo"), Found{});
}

TEST(Trie, EmptyFormsAreNeverFound) {
  EXPECT_EQ(found(Trie({{U"", 1}, {U" ", 2}}), U"a"), Found{});
  EXPECT_EQ(found(Trie(), U"a"), Found{});
}

TEST(HomeTries, GroupsThingsThatShareAName) {
  HomeNames home;
  home.entities = {
      {7, "light", {"Lamp", "desk lamp"}}, {8, "switch", {"lamp", "LAMP"}}, {9, "vacuum", {"Robo", "..."}}};
  const HomeTries tries(home, {"light", "switch"});
  const Found hits = found(tries.name, U"lamp");
  ASSERT_EQ(hits.size(), 1U);
  const HomeTries::Group& group = tries.groups[hits[0].second];
  EXPECT_EQ(group.value, "Lamp");
  EXPECT_EQ(group.ids, (std::vector<uint32_t>{7, 8}));
  EXPECT_EQ(group.domains, (std::vector<uint64_t>{1, 2}));
  EXPECT_EQ(group.any_domain, 3U);
  EXPECT_EQ(tries.groups[found(tries.name, U"robo")[0].second].any_domain, 1ULL << kMaxDomains);
}

}  // namespace
}  // namespace hearth::understand
