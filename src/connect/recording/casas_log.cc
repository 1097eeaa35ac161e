#include "connect/recording/casas_log.h"

#include <algorithm>
#include <cctype>

namespace hearth::connect {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  std::vector<std::string_view> words;
  for (size_t at = text.find_first_not_of(kBlank); at != std::string_view::npos;) {
    const size_t end = std::min(text.find_first_of(kBlank, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(kBlank, end);
  }
  return words;
}

/// M003, T001, LS012: letters, then a number. Such a sensor is known by that alone; any other by its places as well.
bool is_identifier(std::string_view word) {
  const size_t digit = word.find_first_of("0123456789");
  return digit != 0 && digit != std::string_view::npos &&
         std::all_of(word.begin() + static_cast<std::ptrdiff_t>(digit), word.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// Sensor, room and name from the words before the value.
void read_places(const std::vector<std::string_view>& places, Row& row) {
  row.sensor = places[0];
  const bool identified = is_identifier(places[0]);
  for (size_t i = places.size(); i-- > 0;) {  // the finer place comes last
    if (const std::string words = as_words(places[i]); row.room.empty() && room_in(words) == words) row.room = words;
  }
  if (identified) {
    if (row.room.empty() && places.size() > 1) row.room = as_words(places[1]);
    row.name = row.room.empty() ? row.sensor : row.room + " " + row.sensor;
    return;
  }
  for (size_t i = 0; i < places.size(); ++i) {
    if (i > 0 && places[i] != places[i - 1]) row.sensor += "/" + std::string(places[i]);
    const std::string words = as_words(places[i]);
    if (words == row.room || (i > 0 && places[i] == places[i - 1])) continue;
    row.name += (row.name.empty() ? "" : " ") + words;
  }
  if (row.name.empty()) row.name = row.room;
}

}  // namespace

Read CasasLog::read(std::string_view line, Row& row) {
  line = trim(line);
  if (line.empty()) return Read::Nothing;
  row = Row{};
  switch (take_stamp(line, row.at)) {
    case StampFound::Missing:
      return Read::Unparsable;
    case StampFound::Impossible:
      return Read::Impossible;
    case StampFound::Yes:
      break;
  }
  const auto words = words_of(line);
  if (words.size() < 2) return Read::Unparsable;
  const auto value = std::find_if(words.begin() + 1, words.end(), is_value);
  if (value == words.end() || value - words.begin() > 4) return Read::Unparsable;
  row.value = *value;
  if (value + 1 != words.end()) row.label = *(value + 1);
  if (value + 2 < words.end()) row.label += " " + std::string(*(value + 2));
  read_places({words.begin(), value}, row);
  return Read::Row;
}

}  // namespace hearth::connect
