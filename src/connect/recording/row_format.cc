#include "connect/recording/row_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "connect/recording/casas_log.h"
#include "connect/recording/interval_table.h"
#include "connect/recording/point_table.h"

namespace hearth::connect {
namespace {

constexpr std::array<std::string_view, 26> kRooms{
    "living room", "dining room", "work area", "guest room", "laundry room", "bathroom", "bedroom",
    "kitchen",     "livingroom",  "living",    "dining",     "entrance",     "entry",    "hallway",
    "hall",        "corridor",    "office",    "study",      "toilet",       "laundry",  "garage",
    "balcony",     "basement",    "attic",     "garden",     "shower room"};

size_t rows_explained(RowFormat& format, const std::vector<std::string>& lines) {
  Row row;
  return static_cast<size_t>(std::count_if(
      lines.begin(), lines.end(), [&](const std::string& line) { return format.read(line, row) == Read::Row; }));
}

}  // namespace

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string as_words(std::string_view name) {
  std::string words;
  for (size_t i = 0; i < name.size(); ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    const bool after_lower = i > 0 && std::islower(static_cast<unsigned char>(name[i - 1])) != 0;
    if (c == '_' || c == ' ') {
      if (!words.empty() && words.back() != ' ') words += ' ';
      continue;
    }
    if (std::isupper(c) != 0 && after_lower) words += ' ';
    words += static_cast<char>(std::tolower(c));
  }
  return words;
}

bool is_value(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kWords{"ON",      "OFF",    "OPEN",  "CLOSE", "CLOSED",
                                                           "PRESENT", "ABSENT", "START", "STOP",  "END"};
  if (std::find(kWords.begin(), kWords.end(), word) != kWords.end()) return true;
  if (word.empty() || word.find_first_not_of("-.0123456789") != std::string_view::npos) return false;  // no inf, no nan
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size();
}

std::string room_in(std::string_view name) {
  for (const std::string_view room : kRooms) {
    const size_t at = name.find(room);
    if (at == std::string_view::npos) continue;
    const size_t end = at + room.size();
    const auto letter = [&](size_t i) { return std::isalpha(static_cast<unsigned char>(name[i])) != 0; };
    if ((at == 0 || !letter(at - 1)) && (end == name.size() || !letter(end))) return std::string(room);
  }
  return {};
}

Result<std::unique_ptr<RowFormat>> detect_format(const std::vector<std::string>& lines, LabelList names,
                                                 std::string_view place) {
  const auto candidates = [&] {
    std::array<std::unique_ptr<RowFormat>, 3> formats;
    formats[0] = std::make_unique<IntervalTable>(names);
    formats[1] = std::make_unique<PointTable>();
    formats[2] = std::make_unique<CasasLog>();
    return formats;
  };
  auto tried = candidates();
  size_t best = 0, most = 0;
  for (size_t i = 0; i < tried.size(); ++i) {
    const size_t rows = rows_explained(*tried[i], lines);
    if (rows > most) best = i, most = rows;
  }
  if (most == 0) {
    return invalid(
        "no recording that can be read; expected lines such as '2010-11-04 00:03:50.2 M003 ON', "
        "'25-Feb-2008 00:20:14<tab>25-Feb-2008 00:22:57<tab>24<tab>1' or '2008-02-25 00:20:14;Fridge ON'",
        std::string(place));
  }
  return std::move(candidates()[best]);  // a fresh one: what it read so far will be read again
}

}  // namespace hearth::connect
