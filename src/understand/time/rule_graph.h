// Time rules compiled: all patterns of a language as one tree of words and categories.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "understand/time/actions.h"
#include "understand/time/rule_file.h"

namespace hearth::understand {

/// Immutable once compiled; a plain value.
class RuleGraph {
 public:
  using Node = uint32_t;
  using Category = uint16_t;
  static constexpr Node kNone = UINT32_MAX;
  static constexpr Node kRoot = 0;
  /// "n" "o" "h": numbers, ordinals, numbers and a half in words; "when" "bare" "ring": what is a time anywhere, as a
  /// whole text alone, where somebody wants to be woken.
  static constexpr Category kNumber = 0, kOrdinal = 1, kWhen = 2, kBare = 3, kRing = 4, kHalf = 5;
  static constexpr size_t kMaxSymbols = 16;  ///< of one pattern

  /// What a pattern that was read to its end makes.
  struct Ending {
    Category category = 0;
    TimeAction action = nullptr;  ///< null: the only part, as it is
    struct Argument {
      double number = 0;
      bool is_part = false;
      int read = -1;  ///< which of the parts read, from 0; -1: there are not so many
    };
    std::vector<Argument> arguments;
    double cost = 1;
  };
  struct State {
    std::vector<std::pair<uint32_t, Node>> words;       ///< sorted by word
    std::vector<std::pair<Category, Node>> categories;  ///< sorted
    std::vector<uint32_t> endings;
  };

  /// `numbers`: the language of number words. Errors: InvalidInput with file and line: an action or category that does
  /// not exist, a wrong number of arguments, a pattern that is too long. Some 10 ms.
  static Result<RuleGraph> compile(const RuleFile& file, const std::string& numbers);

  /// 0 for a word that no rule has.
  uint32_t word(const std::string& text) const {
    const auto found = words_.find(text);
    return found == words_.end() ? 0 : found->second;
  }
  Node next_word(Node from, uint32_t word) const { return find(states_[from].words, word); }
  Node next_category(Node from, Category category) const { return find(states_[from].categories, category); }
  const State& state(Node node) const { return states_[node]; }
  const Ending& ending(uint32_t index) const { return endings_[index]; }
  /// Whether the words around [begin, end) forbid to read a time there.
  bool is_guarded(const std::vector<uint32_t>& words, size_t begin, size_t end) const;
  /// Whether the word always speaks of time.
  bool tells_time(uint32_t word) const { return std::binary_search(telling_.begin(), telling_.end(), word); }
  bool is_waking(uint32_t word) const { return std::binary_search(waking_.begin(), waking_.end(), word); }
  size_t states() const { return states_.size(); }

 private:
  template <class Key>
  static Node find(const std::vector<std::pair<Key, Node>>& edges, Key key) {
    const auto at = std::lower_bound(edges.begin(), edges.end(), key, [](const auto& e, Key k) { return e.first < k; });
    return at != edges.end() && at->first == key ? at->second : kNone;
  }
  uint32_t intern(const std::string& word);
  std::vector<uint32_t> intern_words(const std::vector<std::string>& words);
  std::vector<std::vector<uint32_t>> intern_all(const std::vector<std::string>& phrases);
  Category category(const std::string& name);
  Status add(const TimeRule& rule);
  Status add_sequence(const TimeRule& rule, const std::vector<RuleSymbol>& sequence, const TimeActionEntry* action);
  Result<Ending::Argument> argument_of(const TimeRule& rule, const std::vector<RuleSymbol>& sequence,
                                       size_t index) const;
  Node step_word(Node from, uint32_t word);
  Node step_category(Node from, Category category);
  void add_number(const std::string& text, double value, Category category);
  void add_numbers(const RuleFile& file, const std::string& language);
  void add_halves(const std::string& language);

  std::unordered_map<std::string, uint32_t> words_;
  std::map<std::string, Category> categories_;
  std::vector<State> states_;
  std::vector<Ending> endings_;
  std::vector<uint32_t> waking_, telling_;
  std::vector<std::vector<uint32_t>> not_after_, not_before_;
};

}  // namespace hearth::understand
