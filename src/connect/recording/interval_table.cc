#include "connect/recording/interval_table.h"

#include <charconv>

namespace hearth::connect {
namespace {

constexpr std::string_view kSeparators = "\t,;";

/// Between two stamps: blanks and separators.
void skip_separators(std::string_view& text) {
  const size_t at = text.find_first_not_of("\t,; ");
  text.remove_prefix(at == std::string_view::npos ? text.size() : at);
}

/// What stands between separators, without the empty ones: some recorders wrote two tabs for one.
std::vector<std::string_view> fields_of(std::string_view text) {
  std::vector<std::string_view> fields;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(kSeparators), text.size());
    if (const auto field = trim(text.substr(0, end)); !field.empty()) fields.push_back(field);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fields;
}

bool read_number(std::string_view text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= 0;
}

}  // namespace

Read IntervalTable::name_by_number(std::string_view number_text, bool activity, Row& row) {
  int number = 0;
  if (!read_number(number_text, number)) return Read::Unparsable;
  const std::string* name = names_.find(number);
  unnamed_ = name == nullptr;
  row.name = name ? *name : (activity ? "activity " : "sensor ") + std::to_string(number);
  row.sensor = (activity ? "activity." : "sensor.") + std::to_string(number);
  row.type = activity ? "activity" : "";
  if (!activity) row.room = room_in(as_words(row.name));
  return Read::Row;
}

Read IntervalTable::read(std::string_view line, Row& row) {
  unnamed_ = false;
  line = trim(line);
  if (line.empty()) return Read::Nothing;
  row = Row{};
  row.value = "ON";
  Stamp until;
  for (Stamp* stamp : {&row.at, &until}) {
    const StampFound found = take_stamp(line, *stamp);
    if (found == StampFound::Impossible) return Read::Impossible;
    if (found == StampFound::Missing) {
      if (stamp == &row.at && !begun_) {
        names_.add_line(line);
        return Read::Nothing;
      }
      return line.starts_with("----") || line.starts_with("Length:") ? Read::Nothing : Read::Unparsable;
    }
    skip_separators(line);
  }
  begun_ = true;
  row.until = until;
  const auto fields = fields_of(line);
  int number = 0;
  if (fields.size() == 1 && !read_number(fields[0], number)) {
    row.name = as_words(fields[0]);
    row.sensor = "activity." + std::string(fields[0]);
    row.type = "activity";
    return Read::Row;
  }
  if (fields.size() == 1) return name_by_number(fields[0], true, row);
  if (fields.size() == 2) return name_by_number(fields[0], false, row);
  if (fields.size() != 3) return Read::Unparsable;
  row.type = fields[1];
  row.room = as_words(fields[2]);
  row.name = row.room + " " + as_words(fields[0]);
  row.sensor = std::string(fields[2]) + "/" + std::string(fields[0]) + "/" + std::string(fields[1]);
  return Read::Row;
}

}  // namespace hearth::connect
