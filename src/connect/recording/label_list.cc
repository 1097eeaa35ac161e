#include "connect/recording/label_list.h"

#include <charconv>
#include <fstream>

#include "connect/recording/line_source.h"
#include "connect/recording/row_format.h"

namespace hearth::connect {
namespace {

constexpr size_t kMost = 10'000;  // more numbers than any home has sensors

}  // namespace

bool LabelList::add_line(std::string_view line) {
  line = trim(line);
  if (!line.empty() && line.front() == '[') line = trim(line.substr(1));
  int number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  if (error != std::errc() || number < 0) return false;
  line = trim(line.substr(static_cast<size_t>(end - line.data())));
  if (!line.empty() && (line.front() == ']' || line.front() == ':')) line = trim(line.substr(1));
  if (line.size() < 2 || line.front() != '\'' || line.back() != '\'') return false;
  const std::string_view name = trim(line.substr(1, line.size() - 2));
  if (!name.empty() && names_.size() < kMost) names_.emplace(number, name);
  return true;
}

LabelList LabelList::read(const std::filesystem::path& file) {
  LabelList list;
  auto stream = std::make_unique<std::ifstream>(file, std::ios::binary);
  if (!stream->is_open()) return list;
  LineSource lines(std::move(stream));
  for (std::string line; lines.next(line);) list.add_line(line);
  return list;
}

LabelList LabelList::beside(const std::filesystem::path& table) {
  std::string stem = table.stem().string();
  if (!stem.ends_with("_ss") && !stem.ends_with("_as")) return {};
  const bool sensors = stem.ends_with("_ss");
  stem.resize(stem.size() - 2);
  return read(table.parent_path() / (stem + (sensors ? "sensor" : "activity") + "_labels.csv"));
}

const std::string* LabelList::find(int number) const {
  const auto name = names_.find(number);
  return name == names_.end() ? nullptr : &name->second;
}

}  // namespace hearth::connect
