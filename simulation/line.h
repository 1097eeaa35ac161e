// One line of a text file that a person writes: words, "quoted words" and /patterns/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace hearth::simulation {

struct LineWord {
  std::string text;
  enum Kind : uint8_t { Plain, Quoted, Pattern };
  Kind kind = Plain;
  bool operator==(const LineWord&) const = default;
};

/// Splits at spaces and commas outside brackets; `#` outside quotes begins a remark. In quotes, `\"` and `\\` stand for
/// themselves; in a pattern only `\/` does. Errors: InvalidInput for a quote that does not end.
Result<std::vector<LineWord>> split_line(std::string_view line);

/// The words of a line, taken one after the other. Errors name what was expected and what stood there.
class LineReader {
 public:
  explicit LineReader(std::vector<LineWord> words) : words_(std::move(words)) {}

  bool done() const { return at_ >= words_.size(); }
  const LineWord* peek() const { return done() ? nullptr : &words_[at_]; }
  /// True, and takes it, when the next word is this plain one.
  bool take(std::string_view plain);
  /// The next word of any kind, or why there is none. `what`: what was expected.
  Result<LineWord> next(std::string_view what);
  Result<std::string> plain(std::string_view what);
  Result<std::string> quoted(std::string_view what);
  /// Error when words are left.
  Status end() const;

 private:
  std::vector<LineWord> words_;
  size_t at_ = 0;
};

/// "250ms", "5s", "10m", "2h", "1d", "1y", "2h10m". Errors: InvalidInput.
Result<Duration> parse_duration(std::string_view text);

}  // namespace hearth::simulation
