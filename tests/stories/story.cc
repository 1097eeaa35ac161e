#include "tests/stories/story.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace hearth::stories {
namespace {

constexpr std::string_view kName = "# name:";

Status take_line(std::string_view text, size_t number, Story& story) {
  if (text.starts_with(kName)) {
    text.remove_prefix(kName.size());
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    story.name = std::string(text);
    return ok();
  }
  std::vector<simulation::LineWord> words = TRY(simulation::split_line(text));
  if (words.empty()) return ok();
  if (words.front().text == "home" && words.front().kind == simulation::LineWord::Plain) {
    if (words.size() != 2 || !story.home.empty()) return invalid("expected one home and one name for it");
    story.home = words[1].text;
    return ok();
  }
  if (story.home.empty()) return invalid("expected 'home <name>' before anything else");
  story.lines.push_back({number, std::string(text), std::move(words)});
  return ok();
}

}  // namespace

Result<Story> parse_story(std::string_view text, const std::filesystem::path& file) {
  Story story{.file = file, .name = file.stem().string(), .home = {}, .lines = {}};
  size_t number = 0;
  while (!text.empty()) {
    ++number;
    const size_t end = std::min(text.find('\n'), text.size());
    if (Status taken = take_line(text.substr(0, end), number, story); !taken) {
      return invalid(taken.error().message, file.string() + ":" + std::to_string(number));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (story.home.empty()) return invalid("expected a line 'home <name>'", file.string());
  return story;
}

Result<Story> read_story(const std::filesystem::path& file) {
  const std::ifstream in(file);
  if (!in) return not_found("cannot read the story", file.string());
  std::ostringstream text;
  text << in.rdbuf();
  return parse_story(text.str(), file);
}

}  // namespace hearth::stories
