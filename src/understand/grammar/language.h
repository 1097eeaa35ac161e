// The sentences of one language before they are compiled: plain data, read by intent_source.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"

namespace hearth::understand {

/// Text of a template and where it stands, for errors.
struct Template {
  std::string text;
  std::string place;
};

/// What the surroundings of a sentence must (or must not) say. `domain` is that of the entity named; `area` and other
/// keys come from the caller's Context or from the list values matched.
struct ContextRule {
  std::string key;
  std::vector<Json> values;  ///< any of these; empty: any value at all
  std::string slot;          ///< the value also goes into this slot; empty: into none
};

/// One value of a list.
struct ListValueSource {
  Template in;
  bool is_template = true;  ///< false: `in` is read as it stands
  Json out;                 ///< null: the words that were said
  Json context;             ///< adds to the surroundings of the sentence; null or an object
  Json metadata;
};

/// Whole numbers from `from` to `to`, both included, written in digits and words.
struct RangeSource {
  int64_t from = 0, to = 0, step = 1;
  double multiplier = 1;
  enum class Fractions : uint8_t { None, Halves, Tenths } fractions = Fractions::None;
  bool digits = true, words = true;
  std::string words_language;  ///< empty: that of the grammar
  bool operator==(const RangeSource&) const = default;
};

struct ListSource {
  enum class Kind : uint8_t { Text, Range, Wildcard } kind = Kind::Text;
  std::vector<ListValueSource> values;
  RangeSource range;
};

/// Sentences that mean the same but for their slots.
struct Block {
  std::string intent;
  std::vector<Template> sentences;
  std::vector<std::pair<std::string, Json>> slots;  ///< fixed values, unless the sentence says one
  std::vector<ContextRule> requires_context, excludes_context;
  std::vector<std::string> required_keywords;  ///< one of these words must be in the sentence, if any are given
  std::string response;                        ///< key of the reply; "default" if none is named
  Json metadata;
  bool household = false;                   ///< people's own words: read before all others
  std::map<std::string, ListSource> lists;  ///< known in this block only
  std::map<std::string, Template> rules;    ///< known in this block only
};

struct Language {
  std::string language;            ///< BCP 47
  bool ignore_whitespace = false;  ///< scripts that write no spaces between words
  std::vector<std::string> skip_words;
  std::vector<Block> blocks;  ///< in the order of the file, intent by intent
  std::map<std::string, ListSource> lists;
  std::map<std::string, Template> rules;
  Json responses;  ///< as it stands: intent, key, template
};

}  // namespace hearth::understand
