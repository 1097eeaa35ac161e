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

/// At most `count`, evenly spread.
std::vector<std::string> sample(std::vector<std::string> all, size_t count);

}  // namespace hearth::properties
