#include "score/dialogue/talk_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "base/file.h"

namespace hearth::score {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardHome = "standard_home.json";

Result<Json> read_json(const fs::path& path) { return parse_json(TRY(read_file(path)), path.string()); }

std::string text_of(const Json& body, const char* member) {
  return body.contains(member) && body[member].is_string() ? body[member].get<std::string>() : std::string();
}

/// The home of a line: its own, else the standard one, which is looked for in the folders above and beside `path`.
class LineHomes {
 public:
  explicit LineHomes(std::string path) : path_(std::move(path)) {}
  /// Errors: those of scored_home; NotFound where a line needs the standard home and there is none.
  Result<ScoredHome> home_of(const TalkLine& line);

 private:
  Status read_standard();

  const std::string path_;
  Json standard_;
};

Status LineHomes::read_standard() {
  if (!standard_.is_null()) return ok();
  std::vector<fs::path> places;
  if (const char* shared = std::getenv("HEARTH_SHARED_DATA")) places.push_back(fs::path(shared) / "nlu");
  for (fs::path at = fs::absolute(path_).parent_path(); !at.empty(); at = at.parent_path()) {
    places.push_back(at);
    places.push_back(at / "shared" / "data" / "nlu");
    if (at == at.parent_path()) break;
  }
  for (const fs::path& place : places) {
    if (!fs::exists(place / kStandardHome)) continue;
    standard_ = TRY(read_json(place / kStandardHome));
    return ok();
  }
  return not_found(fmt::format("expected {} beside the data or in a folder above it", kStandardHome), path_);
}

Result<ScoredHome> LineHomes::home_of(const TalkLine& line) {
  const bool own = line.body.contains("home");
  if (!own) TRY(read_standard());
  Result<ScoredHome> made = scored_home(own ? line.body["home"] : standard_, line.here);
  if (made) return made;
  Error error = std::move(made).error();
  error.place = fmt::format("{}:{} {}", path_, line.number, error.place);
  return error;
}

/// Each once, sorted; all that are asked for where a line does not tell its own.
std::vector<std::string> languages_of(const std::vector<TalkLine>& lines, const ScoreOptions& options) {
  std::set<std::string> found;
  for (const TalkLine& line : lines) {
    found.insert(line.language);
    if (!line.told) found.insert(options.languages.begin(), options.languages.end());
  }
  return {found.begin(), found.end()};
}

}  // namespace

Result<std::vector<TalkLine>> read_talk_lines(const std::string& path, const ScoreOptions& options,
                                              const std::vector<std::string>& needs) {
  std::ifstream file(path);
  if (!file || fs::is_directory(path)) return not_found("expected a file with one JSON object a line", path);
  std::vector<TalkLine> lines;
  std::map<std::string, size_t> taken;
  std::string text;
  for (size_t number = 1; std::getline(file, text); ++number) {
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string place = fmt::format("{}:{}", path, number);
    TalkLine line;
    line.body = TRY(parse_json(text, place));
    if (!line.body.is_object()) return invalid("expected a JSON object", place);
    for (const std::string& member : needs) {
      if (!line.body.contains(member)) return invalid(fmt::format("expected the member \"{}\"", member), place);
    }
    line.number = number;
    line.id = text_of(line.body, "id");
    line.here = text_of(line.body, "here");
    line.language = text_of(line.body, "language");
    line.told = !line.language.empty();
    if (!line.told && !options.languages.empty()) line.language = options.languages.front();
    if (std::ranges::find(options.languages, line.language) == options.languages.end()) continue;
    if (options.limit > 0 && taken[line.language]++ >= options.limit) continue;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string half_of(const TalkLine& line) { return line.number % 2 == 0 ? "even lines" : "odd lines"; }

Status for_each_talk(const engine::ModelFiles& files, const std::string& path, const ScoreOptions& options,
                     const std::vector<std::string>& needs,
                     const std::function<void(const TalkLine& line, DialogueHouse& house)>& talk) {
  const std::vector<TalkLine> lines = TRY(read_talk_lines(path, options, needs));
  const std::unique_ptr<engine::Models> models = TRY(engine::Models::load(files, languages_of(lines, options)));
  LineHomes homes(path);
  size_t done = 0;
  for (const TalkLine& line : lines) {
    const ScoredHome furnished = TRY(homes.home_of(line));
    const std::unique_ptr<DialogueHouse> house = TRY(DialogueHouse::open(*models, furnished));
    house->say("hmm", line.language);
    talk(line, *house);
    if (options.progress) options.progress(static_cast<double>(++done) / static_cast<double>(lines.size()), line.id);
  }
  return ok();
}

}  // namespace hearth::score
