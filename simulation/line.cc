#include "simulation/line.h"

#include <algorithm>
#include <charconv>

namespace hearth::simulation {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Reads from behind the opening `mark` to the closing one; `at` then stands behind that.
Result<std::string> read_enclosed(std::string_view line, size_t& at, char mark) {
  std::string text;
  for (++at; at < line.size(); ++at) {
    const char c = line[at];
    if (c == mark) {
      ++at;
      return text;
    }
    const bool escapes = c == '\\' && at + 1 < line.size();
    if (escapes && (line[at + 1] == mark || (mark == '"' && line[at + 1] == '\\'))) {
      text += line[++at];
    } else {
      text += c;
    }
  }
  return invalid(std::string("expected a closing ") + mark);
}

std::string read_plain(std::string_view line, size_t& at) {
  std::string text;
  int depth = 0;
  for (; at < line.size(); ++at) {
    const char c = line[at];
    if (depth == 0 && (is_space(c) || c == ',')) break;
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    text += c;
  }
  return text;
}

struct Unit {
  std::string_view name;
  double seconds;
};
constexpr Unit kUnits[] = {{"ms", 0.001}, {"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86400}, {"y", 365.0 * 86400}};

std::string shown(const LineWord* word) { return word == nullptr ? "the end of the line" : "'" + word->text + "'"; }

}  // namespace

Result<std::vector<LineWord>> split_line(std::string_view line) {
  std::vector<LineWord> words;
  size_t at = 0;
  while (at < line.size()) {
    const char c = line[at];
    if (is_space(c) || c == ',') {
      ++at;
    } else if (c == '#') {
      break;
    } else if (c == '"') {
      words.push_back({TRY(read_enclosed(line, at, '"')), LineWord::Quoted});
    } else if (c == '/') {
      words.push_back({TRY(read_enclosed(line, at, '/')), LineWord::Pattern});
    } else {
      words.push_back({read_plain(line, at), LineWord::Plain});
    }
  }
  return words;
}

bool LineReader::take(std::string_view plain) {
  if (done() || words_[at_].kind != LineWord::Plain || words_[at_].text != plain) return false;
  ++at_;
  return true;
}

Result<LineWord> LineReader::next(std::string_view what) {
  if (done()) return invalid("expected " + std::string(what) + " at the end of the line");
  return words_[at_++];
}

Result<std::string> LineReader::plain(std::string_view what) {
  if (done() || words_[at_].kind != LineWord::Plain) {
    return invalid("expected " + std::string(what) + ", found " + shown(peek()));
  }
  return words_[at_++].text;
}

Result<std::string> LineReader::quoted(std::string_view what) {
  if (done() || words_[at_].kind != LineWord::Quoted) {
    return invalid("expected " + std::string(what) + " in quotes, found " + shown(peek()));
  }
  return words_[at_++].text;
}

Status LineReader::end() const {
  if (done()) return ok();
  return invalid("expected the end of the line, found " + shown(peek()));
}

Result<Duration> parse_duration(std::string_view text) {
  const auto wrong = [&] {
    return invalid("expected a length of time such as 5s, 10m, 2h or 250ms, found '" + std::string(text) + "'");
  };
  double sum = 0;
  std::string_view left = text;
  do {
    double number = 0;
    const auto [end, problem] = std::from_chars(left.data(), left.data() + left.size(), number);
    if (problem != std::errc() || !(number >= 0)) return wrong();
    left.remove_prefix(static_cast<size_t>(end - left.data()));
    const size_t digit = std::min(left.find_first_of("0123456789."), left.size());
    const auto* unit = std::ranges::find(kUnits, left.substr(0, digit), &Unit::name);
    if (unit == std::end(kUnits)) return wrong();
    sum += number * unit->seconds;
    left.remove_prefix(digit);
  } while (!left.empty());
  if (sum > 1e10) return wrong();
  return from_seconds(sum);
}

}  // namespace hearth::simulation
