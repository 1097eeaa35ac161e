// Stands in for libFuzzer where there is none: feeds a target its whole corpus, each file also cut short and with bytes
// changed. Everything is drawn from a fixed seed, so a failure comes again.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

constexpr size_t kVariants = 64;  // of each kind, a file

size_t feed_variants(const std::vector<uint8_t>& bytes, std::mt19937& random) {
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
  if (bytes.empty()) return 1;
  for (size_t i = 0; i < kVariants; ++i) {
    // An own allocation of exactly that size lets the address sanitizer see a read past the end.
    const std::vector<uint8_t> shorter(bytes.begin(),
                                       bytes.begin() + static_cast<ptrdiff_t>(bytes.size() * i / kVariants));
    LLVMFuzzerTestOneInput(shorter.data(), shorter.size());
    std::vector<uint8_t> altered = bytes;
    for (size_t changes = 1 + i % 4; changes > 0; --changes)
      altered[random() % altered.size()] = static_cast<uint8_t>(random());
    LLVMFuzzerTestOneInput(altered.data(), altered.size());
  }
  return 1 + 2 * kVariants;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return std::fprintf(stderr, "usage: %s CORPUS\n", arguments[0]), 2;
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[1], error))
    if (entry.is_regular_file()) files.push_back(entry.path());
  if (error || files.empty()) return std::fprintf(stderr, "%s: expected a folder with a corpus\n", arguments[1]), 2;
  std::sort(files.begin(), files.end());
  std::mt19937 random(1);
  size_t runs = 0;
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
    std::printf("%s (%zu bytes)\n", path.c_str(), bytes.size());
    std::fflush(stdout);  // the last line names the file that fails
    runs += feed_variants(bytes, random);
  }
  std::printf("%zu files, %zu inputs\n", files.size(), runs);
  return 0;
}
