#include "score/time/time_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>

#include "base/json.h"
#include "flow/fields.h"

namespace hearth::score {
namespace {

namespace fs = std::filesystem;

std::string letters(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c + 32);
    if (c >= 'a' && c <= 'z') out += c;
  }
  return out;
}

class Row {
 public:
  Row(const Json& json, const std::string& place) : json_(json), place_(place) {}

  Result<TimeRow> read() const {
    TimeRow row;
    row.id = TRY(text(json_, "id"));
    row.language = TRY(text(json_, "language"));
    row.text = TRY(text(json_, "text"));
    if (json_.contains("half")) row.half = TRY(text(json_, "half"));
    row.zone = TRY(calendar::Zone::find(TRY(text(json_, "zone"))));
    row.now = TRY(time(json_, "now", row.zone));
    if (!json_.contains("expect")) return wrong("expect", "what is right");
    row.expect = TRY(expected(json_["expect"], row.zone));
    row.expect.written = dump(json_["expect"]);
    return row;
  }

 private:
  Error wrong(std::string_view member, std::string_view what) const {
    return invalid(fmt::format("'{}': expected {}", member, what), place_);
  }
  Result<std::string> text(const Json& json, const char* member) const {
    if (!json.is_object() || !json.contains(member) || !json[member].is_string()) return wrong(member, "text");
    return json[member].get<std::string>();
  }
  Result<Time> time(const Json& json, const char* member, const calendar::Zone& zone) const {
    const std::string written = TRY(text(json, member));
    if (const auto read = parse_iso8601(written)) return *read;
    const auto civil = calendar::parse_civil(written);
    if (!civil) return wrong(member, "a time in ISO 8601");
    return zone.to_utc(*civil);
  }
  Result<ExpectedTime> expected(const Json& json, const calendar::Zone& zone) const {
    ExpectedTime out;
    if (json.is_string()) {
      const auto word = json.get<std::string>();
      out.ask = word == "ask";
      if (!out.ask) out.seconds = TRY(read_length(word));
      return out;
    }
    if (!json.is_object()) return wrong("expect", "an object, a length or \"ask\"");
    out.from = TRY(time(json, "from", zone));
    if (json.contains("to")) out.to = TRY(time(json, "to", zone));
    if (json.contains("recurrence")) out.recurrence = TRY(text(json, "recurrence"));
    const std::string grain = letters(TRY(text(json, "grain")));
    const auto& names = flow::Names<flow::When::Grain>::list;
    const auto* const found =
        std::ranges::find_if(names, [&](std::string_view name) { return letters(name) == grain; });
    if (found == names.end()) return wrong("grain", fmt::format("one of {}", fmt::join(names, ", ")));
    out.grain = static_cast<flow::When::Grain>(found - names.begin());
    return out;
  }

  const Json& json_;
  const std::string& place_;
};

Status read_file(const fs::path& path, std::vector<TimeRow>& rows) {
  std::ifstream file(path);
  if (!file) return not_found("cannot be read; expected lines of times", path);
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    rows.push_back(TRY(read_time_row(line, fmt::format("{}:{}", path.string(), number))));
  }
  return ok();
}

}  // namespace

Result<double> read_length(std::string_view text) {
  const auto bad = [&] { return invalid(fmt::format("'{}' is no length; expected one such as PT1H30M", text)); };
  if (!text.starts_with('P') || text.size() < 3) return bad();
  double seconds = 0;
  bool clock = false;
  for (std::string_view rest = text.substr(1); !rest.empty();) {
    if (rest.front() == 'T') {
      clock = true;
      rest.remove_prefix(1);
      continue;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error != std::errc{} || end == rest.data() + rest.size()) return bad();
    const char unit = *end;
    rest.remove_prefix(static_cast<size_t>(end - rest.data()) + 1);
    if (clock && unit == 'H') {
      seconds += value * 3600;
    } else if (clock && unit == 'M') {
      seconds += value * 60;
    } else if (clock && unit == 'S') {
      seconds += value;
    } else if (!clock && unit == 'D') {
      seconds += value * 86400;
    } else if (!clock && unit == 'W') {
      seconds += value * 7 * 86400;
    } else {
      return bad();
    }
  }
  return seconds;
}

Result<TimeRow> read_time_row(std::string_view line, const std::string& place) {
  const Json json = TRY(parse_json(line, place));
  return Row(json, place).read();
}

Result<std::vector<TimeRow>> read_time_rows(const std::string& path, const std::vector<std::string>& languages) {
  std::vector<TimeRow> rows;
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(path, ignored)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with("time") && name.ends_with(".jsonl")) files.push_back(entry.path());
    }
    if (files.empty()) return not_found("no file time*.jsonl in it", path);
    std::ranges::sort(files);
    for (const fs::path& file : files) TRY(read_file(file, rows));
  } else {
    TRY(read_file(path, rows));
  }
  if (!languages.empty()) {
    std::erase_if(rows,
                  [&](const TimeRow& row) { return std::ranges::find(languages, row.language) == languages.end(); });
  }
  return rows;
}

}  // namespace hearth::score
