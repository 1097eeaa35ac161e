// Lines of a file, one at a time, whatever the file holds.
#pragma once

#include <cstdint>
#include <istream>
#include <memory>
#include <string>

namespace hearth::connect {

/// Ends of line may be LF, CRLF or CR. Memory stays at one line of at most kLongest bytes: of a longer one the rest is
/// skipped. The stream must be able to go back to its beginning.
class LineSource {
 public:
  static constexpr size_t kLongest = 4096;

  explicit LineSource(std::unique_ptr<std::istream> stream);

  /// False at the end. `line` comes without its end.
  bool next(std::string& line);
  void rewind();

  uint64_t number() const { return number_; }  ///< of the line that next() gave last, from 1
  uint64_t bytes() const { return bytes_; }    ///< read so far
  bool cut() const { return cut_; }            ///< the last line was longer than kLongest

 private:
  std::unique_ptr<std::istream> stream_;
  uint64_t number_ = 0;
  uint64_t bytes_ = 0;
  bool cut_ = false;
};

}  // namespace hearth::connect
