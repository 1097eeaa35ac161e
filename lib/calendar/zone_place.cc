#include "calendar/zone_place.h"

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace hearth::calendar {
namespace {

using Places = std::map<std::string, Place, std::less<>>;

/// "+5230" or "-0123456": sign, two or three digits of degrees, two of minutes, maybe two of seconds.
std::optional<double> degrees(std::string_view text, size_t whole) {
  const size_t digits = text.size() - 1;
  if (text.empty() || (text[0] != '+' && text[0] != '-') || (digits != whole + 2 && digits != whole + 4)) return {};
  if (text.find_first_not_of("0123456789", 1) != std::string_view::npos) return {};
  const auto number = [&](size_t at, size_t count) { return std::atof(std::string(text.substr(at, count)).c_str()); };
  double value = number(1, whole) + number(1 + whole, 2) / 60;
  if (digits == whole + 4) value += number(3 + whole, 2) / 3600;
  return text[0] == '-' ? -value : value;
}

Places read_places() {
  Places places;
  std::ifstream file("/usr/share/zoneinfo/zone.tab");
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    std::string country, at, name;
    fields >> country >> at >> name;
    const size_t second = at.find_first_of("+-", 1);
    if (name.empty() || second == std::string::npos) continue;
    const auto latitude = degrees(std::string_view(at).substr(0, second), 2);
    const auto longitude = degrees(std::string_view(at).substr(second), 3);
    if (latitude && longitude) places[name] = {*latitude, *longitude};
  }
  return places;
}

}  // namespace

std::optional<Place> place_of_zone(std::string_view zone) {
  static const Places places = read_places();
  const auto found = places.find(zone);
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace hearth::calendar
