// A story as text: what happens in a home and what is expected of the house. README.md tells the format.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "simulation/line.h"

namespace hearth::stories {

struct StoryLine {
  size_t number = 0;
  std::string text;
  std::vector<simulation::LineWord> words;
};

struct Story {
  std::filesystem::path file;
  std::string name;              ///< of its first line "# name: …", else the file's
  std::string home;              ///< of the line "home …"
  std::vector<StoryLine> lines;  ///< all others that say something
};

/// Errors: InvalidInput with file and line.
Result<Story> parse_story(std::string_view text, const std::filesystem::path& file);
Result<Story> read_story(const std::filesystem::path& file);

}  // namespace hearth::stories
