// A sentence as the matcher reads it: folded code points, each knowing the bytes that it came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::understand {

/// Code points in normal form C, folded, ’ as ', white space squeezed, and without the punctuation that speech
/// recognition puts around words ("10:30", "20.5" and "it's" stay whole).
struct SpokenText {
  /// Bytes [begin, end) of the sentence as it was given.
  struct Span {
    uint32_t begin = 0, end = 0;
    bool operator==(const Span&) const = default;
  };

  std::u32string characters;
  std::vector<Span> spans;  ///< one for each character

  size_t size() const { return characters.size(); }

  /// What was said between two positions, in its own letters, without what was dropped in between. `sentence` is the
  /// text given to read_utterance.
  std::string spoken(std::string_view sentence, size_t begin, size_t end) const;
};

/// Any bytes are accepted; malformed UTF-8 reads as U+FFFD.
SpokenText read_utterance(std::string_view sentence);

/// The characters that read_utterance finds in a name or a list value; comparable with them.
std::u32string read_name(std::string_view name);

/// Literal words of a template in the same form; white space is already squeezed. Punctuation before a space goes, and
/// at the end if `ends` says that nothing follows.
std::u32string literal_text(std::u32string_view literal, bool ends);

}  // namespace hearth::understand
