// The lists that {list} in a template refers to, ready to be looked up in a text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "understand/grammar/language.h"
#include "understand/grammar/template.h"
#include "understand/grammar/trie.h"

namespace hearth::understand {

/// One thing that a list can stand for.
struct ListValue {
  Json out;  ///< null: the words that were said
  Json context, metadata;
};

/// The number at the start of a text.
struct NumberHit {
  uint32_t end = 0;
  double value = 0;
  bool words = false;  ///< spelt out
};

struct ValueList {
  enum class Kind : uint8_t { Text, Range, Wildcard, Name, Area, Floor };  // the last three come from the home

  Kind kind = Kind::Wildcard;
  Trie forms;                     ///< Text: index of `values`; Range: index of `numbers`
  std::vector<ListValue> values;  ///< Text
  RangeSource range;
  std::vector<double> numbers;

  /// Range: digits (the longest run) or number words at `from`. Values are already multiplied.
  void find_numbers(std::u32string_view text, size_t from, std::vector<NumberHit>& hits) const;
};

/// Rules by name, as they hold where a template stands.
using RuleLookup = std::map<std::string, Expression>;

/// Every text that the template can read. Errors: InvalidInput for a list within it, an unknown or endless rule, and
/// more than 20,000 texts, or longer ones than 1,000 letters.
Result<std::vector<std::u32string>> expand(const Expression& expression, const RuleLookup& rules,
                                           std::string_view place);

/// Errors: as `expand` and parse_template.
Result<ValueList> compile_list(const ListSource& source, const RuleLookup& rules, const std::string& language);

}  // namespace hearth::understand
