#include "understand/time/rule_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

#include "text/normalise.h"
#include "understand/time/tokens.h"

namespace hearth::understand {
namespace {

using Sequence = std::vector<RuleSymbol>;

constexpr size_t kMaxSequences = 4000;  ///< of one pattern
constexpr int kMaxDepth = 12;

/// Reads one pattern from left to right; every function returns all sequences of what it read.
class PatternReader {
 public:
  PatternReader(std::string_view pattern, const std::string& place) : rest_(pattern), place_(place) {}

  Result<std::vector<Sequence>> whole() {
    std::vector<Sequence> all = TRY(alternatives(0));
    if (!rest_.empty()) return wrong("a bracket that nothing opens");
    return all;
  }

 private:
  Error wrong(std::string_view what) const { return invalid(fmt::format("{}; before '{}'", what, rest_), place_); }

  Result<std::vector<Sequence>> alternatives(int depth) {
    if (depth > kMaxDepth) return wrong("brackets nested too deep");
    std::vector<Sequence> all = TRY(sequence(depth));
    while (rest_.starts_with('|')) {
      rest_.remove_prefix(1);
      for (Sequence& one : TRY(sequence(depth))) all.push_back(std::move(one));
      if (all.size() > kMaxSequences) return wrong("too many alternatives in one pattern");
    }
    return all;
  }

  Result<std::vector<Sequence>> sequence(int depth) {
    std::vector<Sequence> all{{}};
    while (!rest_.empty() && !rest_.starts_with('|') && !rest_.starts_with(')') && !rest_.starts_with(']')) {
      const std::vector<Sequence> next = TRY(item(depth));
      std::vector<Sequence> joined;
      if (all.size() * next.size() > kMaxSequences) return wrong("too many alternatives in one pattern");
      for (const Sequence& front : all) {
        for (const Sequence& back : next) {
          joined.push_back(front);
          joined.back().insert(joined.back().end(), back.begin(), back.end());
        }
      }
      all = std::move(joined);
    }
    return all;
  }

  Result<std::vector<Sequence>> item(int depth) {
    const char first = rest_.front();
    if (first == '(' || first == '[') {
      const char last = first == '(' ? ')' : ']';
      rest_.remove_prefix(1);
      std::vector<Sequence> inner = TRY(alternatives(depth + 1));
      if (!rest_.starts_with(last)) return wrong(fmt::format("expected '{}'", last));
      rest_.remove_prefix(1);
      if (first == '[') inner.emplace_back();
      return inner;
    }
    if (first == '<') {
      const size_t end = rest_.find('>');
      if (end == std::string_view::npos || end == 1) return wrong("expected <category>");
      Sequence one{{{}, std::string(rest_.substr(1, end - 1))}};
      rest_.remove_prefix(end + 1);
      return std::vector<Sequence>{std::move(one)};
    }
    const size_t end = std::min(rest_.find_first_of("()[]<>|"), rest_.size());
    if (end == 0) return wrong("expected a word");
    Sequence words;
    for (const TimeToken& token : time_tokens(rest_.substr(0, end))) words.push_back({token.text, {}});
    rest_.remove_prefix(end);
    return std::vector<Sequence>{std::move(words)};
  }

  std::string_view rest_;
  const std::string& place_;
};

std::string_view trim(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  return text;
}

int parts_of(const Sequence& sequence) {
  return static_cast<int>(std::ranges::count_if(sequence, [](const RuleSymbol& one) { return !one.category.empty(); }));
}
int most_parts(const TimeRule& rule) {
  int most = 0;
  for (const Sequence& sequence : rule.sequences) most = std::max(most, parts_of(sequence));
  return most;
}

Status read_action(std::string_view text, TimeRule& rule) {
  for (const std::string& word : text::words(text)) {
    double number = 0;
    const std::string_view digits =
        std::string_view(word).substr(word.starts_with('+') || word[0] == '$' || word[0] == '!');
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_number = error == std::errc{} && end == digits.data() + digits.size();
    if (word[0] == '!') {
      if (!is_number) return invalid(fmt::format("'{}': expected a cost such as !2", word), rule.place);
      rule.cost = number;
    } else if (rule.action.empty()) {
      rule.action = word;
    } else if (word[0] == '$') {
      if (!is_number || number < 1 || number > most_parts(rule) || number != std::floor(number)) {
        return invalid(fmt::format("'{}': expected $1 to ${}", word, most_parts(rule)), rule.place);
      }
      rule.arguments.emplace_back(static_cast<int>(number) - 1);
    } else if (is_number) {
      rule.arguments.emplace_back(number);
    } else {
      rule.arguments.emplace_back(word);
    }
  }
  return ok();
}

Result<TimeRule> read_rule(std::string_view category, std::string_view line, const std::string& place) {
  TimeRule rule;
  rule.category = category;
  rule.place = place;
  const size_t arrow = line.find("=>");
  if (line.substr(0, arrow).find('!') != std::string_view::npos) { return invalid("a cost stands behind '=>'", place); }
  PatternReader reader(trim(line.substr(0, arrow)), place);
  rule.sequences = TRY(reader.whole());
  std::erase_if(rule.sequences, [](const auto& sequence) { return sequence.empty(); });
  if (rule.sequences.empty()) return invalid("expected a pattern of at least one word", place);
  if (arrow != std::string_view::npos) TRY(read_action(line.substr(arrow + 2), rule));
  if (rule.action.empty()) {
    for (const auto& sequence : rule.sequences) {
      if (parts_of(sequence) != 1)
        return invalid("a rule without an action hands one part on; expected one <…>", place);
    }
  }
  return rule;
}

}  // namespace

Result<RuleFile> read_rules(std::string_view text, const std::string& name) {
  RuleFile file;
  int number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string place = fmt::format("{}:{}", name, ++number);
    line = trim(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    const size_t colon = line.find(':');
    const std::string_view category = trim(line.substr(0, colon));
    const bool is_name =
        !category.empty() && category.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
    if (colon == std::string_view::npos || !is_name) {
      return invalid("expected CATEGORY: PATTERN => ACTION, the category in small letters", place);
    }
    line = trim(line.substr(colon + 1));
    if (category == "not_after" || category == "not_before") {
      auto& phrases = category == "not_after" ? file.not_after : file.not_before;
      for (size_t from = 0; from <= line.size();) {
        const size_t to = std::min(line.find(',', from), line.size());
        phrases.emplace_back(trim(line.substr(from, to - from)));
        from = to + 1;
      }
    } else if (category == "drop" || category == "waking" || category == "telling") {
      auto& words = category == "drop" ? file.dropped : category == "waking" ? file.waking : file.telling;
      for (const std::string& word : text::words(line)) words.push_back(word);
    } else {
      file.rules.push_back(TRY(read_rule(category, line, place)));
    }
  }
  return file;
}

}  // namespace hearth::understand
