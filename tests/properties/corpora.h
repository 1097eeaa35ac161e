// Sentences that people said or wrote, from the public data sets beside the repository; none where they are absent.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace hearth::properties {

/// HEARTH_SHARED_DATA, else ../shared/data beside the repository; nothing when there is no such folder.
std::optional<std::filesystem::path> shared_data();

/// Every sentence of Home Assistant's English acceptance suite, in the order of its files.
std::vector<std::string> suite_sentences(const std::filesystem::path& data);
/// HWU64, folds 1 to 9: what people said to an assistant at home.
std::vector<std::string> hwu64_sentences(const std::filesystem::path& data);
/// CLINC150, validation and out-of-scope: mostly no business of a home.
std::vector<std::string> clinc_sentences(const std::filesystem::path& data);

/// What one person says in one language, one turn after the other.
struct Dialogue {
  std::string language;
  std::vector<std::string> turns;
};
/// The development sets of the repository (tests/golden/understanding): every line a dialogue, of one turn or more.
std::vector<Dialogue> golden_dialogues(const std::filesystem::path& folder);
/// What would open the guarded house of tests/stories/homes, asked for in so many words, vaguely, by the way, with a
/// yes, with a no, and for later.
std::vector<Dialogue> openings(const std::string& language);

/// At most `count`, evenly spread.
template <class T>
std::vector<T> sample(std::vector<T> all, size_t count) {
  if (all.size() <= count) return all;
  std::vector<T> some;
  for (size_t i = 0; i < count; ++i) some.push_back(all[i * all.size() / count]);
  return some;
}

}  // namespace hearth::properties
