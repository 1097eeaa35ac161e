#include "connect/recording/line_source.h"

namespace hearth::connect {

LineSource::LineSource(std::unique_ptr<std::istream> stream) : stream_(std::move(stream)) {}

bool LineSource::next(std::string& line) {
  using Traits = std::istream::traits_type;
  line.clear();
  cut_ = false;
  std::streambuf& buffer = *stream_->rdbuf();
  int c = buffer.sbumpc();
  if (c == Traits::eof()) return false;
  ++number_;
  for (; c != Traits::eof(); c = buffer.sbumpc()) {
    ++bytes_;
    if (c == '\n') break;
    if (c == '\r') {
      if (buffer.sgetc() == '\n') {
        buffer.sbumpc();
        ++bytes_;
      }
      break;
    }
    if (line.size() < kLongest) {
      line.push_back(Traits::to_char_type(c));
    } else {
      cut_ = true;
    }
  }
  return true;
}

void LineSource::rewind() {
  stream_->clear();
  stream_->seekg(0);
  number_ = bytes_ = 0;
  cut_ = false;
}

}  // namespace hearth::connect
