// What a sentence can mean by the grammar: the result of Grammar::parse.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "understand/grammar/language.h"
#include "understand/grammar/lattice.h"

namespace hearth::understand {

/// A value that a sentence gave to a slot.
struct ParsedSlot {
  enum class Origin : uint8_t {
    Spoken,   ///< the words say it
    Fixed,    ///< the template implies it
    Context,  ///< the surroundings say it (the speaker's area)
  };

  std::string name;
  Json value;                   ///< what the list says; for names as the home writes them; else the words
  std::string text;             ///< the words, as they were given; empty unless spoken
  uint32_t begin = 0, end = 0;  ///< bytes of the sentence, [begin, end); both 0 unless spoken
  Origin origin = Origin::Spoken;
  bool is_wildcard = false;
  std::vector<uint32_t> ids;  ///< {name}, {area}, {floor}: all in the home that carry this name and fit the template
  Json metadata;              ///< of the list value
};

/// One reading of a whole sentence.
struct Parse {
  std::shared_ptr<const Block> block;  ///< intent, response, metadata
  uint32_t block_index = 0;            ///< in the order of the source
  std::vector<ParsedSlot> slots;       ///< spoken ones in the order of the words, then fixed, then from the context
  std::vector<std::pair<std::string, std::string>> captures;  ///< {list:@name}: words for the reply
  Score score = 0;                                            ///< see lattice.h; only comparable within one sentence
  /// 0: nothing was skipped; 1: skip words everywhere; 2: at the start; 3: at the end.
  uint8_t skipped = 0;

  const std::string& intent() const { return block->intent; }
  const std::string& response() const { return block->response; }
  /// The slot, or null. Of several with one name the last, as in Home Assistant.
  const ParsedSlot* slot(std::string_view name) const;
};

}  // namespace hearth::understand
