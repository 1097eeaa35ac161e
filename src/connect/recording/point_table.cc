#include "connect/recording/point_table.h"

#include <array>

namespace hearth::connect {
namespace {

struct Ending {
  std::string_view text, value;
  bool activity;
};
constexpr std::array kEndings{Ending{" ON", "ON", false},     Ending{" OFF", "OFF", false},
                              Ending{" START", "ON", true},   Ending{" END", "OFF", true},
                              Ending{"_begin", "ON", true},   Ending{"_end", "OFF", true},
                              Ending{" OPEN", "OPEN", false}, Ending{" CLOSE", "CLOSE", false}};

}  // namespace

Read PointTable::read(std::string_view line, Row& row) {
  line = trim(line);
  if (line.empty()) return Read::Nothing;
  row = Row{};
  switch (take_stamp(line, row.at)) {
    case StampFound::Missing:
      return begun_ ? Read::Unparsable : Read::Nothing;
    case StampFound::Impossible:
      return Read::Impossible;
    case StampFound::Yes:
      break;
  }
  line = trim(line);
  if (line.empty() || (line.front() != ';' && line.front() != ',')) return Read::Unparsable;
  line = trim(line.substr(1));
  for (const Ending& ending : kEndings) {
    if (line.size() <= ending.text.size() || !line.ends_with(ending.text)) continue;
    const std::string_view thing = trim(line.substr(0, line.size() - ending.text.size()));
    if (thing.empty() || thing.find_first_of(";,") != std::string_view::npos) return Read::Unparsable;
    begun_ = true;
    row.value = ending.value;
    row.sensor = (ending.activity ? "activity." : "") + std::string(thing);
    row.name = ending.activity ? as_words(thing) : std::string(thing);
    row.type = ending.activity ? "activity" : "";
    if (!ending.activity) row.room = room_in(as_words(thing));
    return Read::Row;
  }
  return Read::Unparsable;
}

}  // namespace hearth::connect
