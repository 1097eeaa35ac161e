#include "understand/time/rule_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "text/number_words.h"
#include "understand/time/feasts.h"
#include "understand/time/tokens.h"

namespace hearth::understand {
namespace {

constexpr int kLargestWord = 100;  ///< numbers above are read from digits alone
constexpr int kLargestOrdinal = 31;
constexpr int kLargestHalf = 31;
constexpr size_t kMaxStates = 400'000;

std::optional<PartialTime> number_of_word(std::span<const ActionArgument> arguments) {
  PartialTime out;
  out.number = arguments[0].number;
  return out;
}

std::string spelled(std::string_view text) {
  std::string out;
  for (const TimeToken& token : time_tokens(text)) out += (out.empty() ? "" : " ") + token.text;
  return out;
}

enum class Kind : unsigned char { Whole, Ordinal, Half };

/// Numbers in words, less those that are dropped; digits are read by the chart.
std::vector<std::pair<std::string, double>> wordy(const std::string& language, int64_t to, Kind kind,
                                                  const std::set<std::string>& dropped) {
  std::set<std::pair<std::string, double>> found;
  const text::NumberRange range{
      .from = 0, .to = to, .ordinals = kind == Kind::Ordinal, .halves = kind == Kind::Half, .digits = false};
  for (const text::NumberSpelling& one : text::number_words(language, range)) {
    const std::string text = spelled(one.text);
    const bool has_digit = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!text.empty() && !has_digit && !dropped.contains(text)) found.emplace(text, one.value);
  }
  return {found.begin(), found.end()};
}

}  // namespace

uint32_t RuleGraph::intern(const std::string& word) {
  return words_.emplace(word, static_cast<uint32_t>(words_.size() + 1)).first->second;
}

std::vector<uint32_t> RuleGraph::intern_words(const std::vector<std::string>& words) {
  std::vector<uint32_t> out;
  for (const std::string& word : words) {
    for (const TimeToken& token : time_tokens(word)) out.push_back(intern(token.text));
  }
  std::ranges::sort(out);
  return out;
}

std::vector<std::vector<uint32_t>> RuleGraph::intern_all(const std::vector<std::string>& phrases) {
  std::vector<std::vector<uint32_t>> out;
  for (const std::string& phrase : phrases) {
    std::vector<uint32_t> words;
    for (const TimeToken& token : time_tokens(phrase)) words.push_back(intern(token.text));
    if (!words.empty()) out.push_back(std::move(words));
  }
  return out;
}

bool RuleGraph::is_guarded(const std::vector<uint32_t>& words, size_t begin, size_t end) const {
  const auto after = [&](const std::vector<uint32_t>& guard) {
    return guard.size() <= begin &&
           std::equal(guard.begin(), guard.end(), words.begin() + static_cast<std::ptrdiff_t>(begin - guard.size()));
  };
  const auto before = [&](const std::vector<uint32_t>& guard) {
    return guard.size() <= words.size() - end &&
           std::equal(guard.begin(), guard.end(), words.begin() + static_cast<std::ptrdiff_t>(end));
  };
  return std::ranges::any_of(not_after_, after) || std::ranges::any_of(not_before_, before);
}

RuleGraph::Category RuleGraph::category(const std::string& name) {
  return categories_.emplace(name, static_cast<Category>(categories_.size())).first->second;
}

RuleGraph::Node RuleGraph::step_word(Node from, uint32_t word) {
  if (const Node known = next_word(from, word); known != kNone) return known;
  const auto fresh = static_cast<Node>(states_.size());
  auto& edges = states_[from].words;
  edges.insert(std::ranges::lower_bound(edges, std::pair{word, Node{0}}), {word, fresh});
  states_.emplace_back();
  return fresh;
}

RuleGraph::Node RuleGraph::step_category(Node from, Category category) {
  if (const Node known = next_category(from, category); known != kNone) return known;
  const auto fresh = static_cast<Node>(states_.size());
  auto& edges = states_[from].categories;
  edges.insert(std::ranges::lower_bound(edges, std::pair{category, Node{0}}), {category, fresh});
  states_.emplace_back();
  return fresh;
}

Result<RuleGraph::Ending::Argument> RuleGraph::argument_of(const TimeRule& rule,
                                                           const std::vector<RuleSymbol>& sequence,
                                                           size_t index) const {
  const auto& written = rule.arguments[index];
  if (const double* number = std::get_if<double>(&written)) return Ending::Argument{.number = *number};
  if (const std::string* name = std::get_if<std::string>(&written)) {
    const int feast = feast_named(*name);
    if (feast < 0) return invalid(fmt::format("'{}' is no feast, number or part", *name), rule.place);
    return Ending::Argument{.number = static_cast<double>(feast)};
  }
  Ending::Argument out{.is_part = true};
  const auto parts = std::ranges::count_if(sequence, [](const RuleSymbol& one) { return !one.category.empty(); });
  if (std::get<int>(written) < parts) out.read = std::get<int>(written);
  return out;
}

Status RuleGraph::add_sequence(const TimeRule& rule, const std::vector<RuleSymbol>& sequence,
                               const TimeActionEntry* action) {
  if (sequence.size() > kMaxSymbols) {
    return invalid(fmt::format("a pattern of {} words; expected at most {}", sequence.size(), kMaxSymbols), rule.place);
  }
  Node node = kRoot;
  for (const RuleSymbol& symbol : sequence) {
    if (symbol.category.empty()) {
      node = step_word(node, intern(symbol.word));
    } else {
      const auto known = categories_.find(symbol.category);
      if (known == categories_.end()) return invalid(fmt::format("no rule makes a <{}>", symbol.category), rule.place);
      node = step_category(node, known->second);
    }
  }
  if (states_.size() > kMaxStates) return invalid("too many patterns", rule.place);
  Ending ending{.category = categories_.at(rule.category), .cost = 1 + rule.cost};
  if (action != nullptr) ending.action = action->action;
  for (size_t i = 0; i < rule.arguments.size(); ++i) {
    ending.arguments.push_back(TRY(argument_of(rule, sequence, i)));
  }
  // What was left out at the end is not given at all.
  while (action != nullptr && ending.arguments.size() > action->least && ending.arguments.back().is_part &&
         ending.arguments.back().read < 0) {
    ending.arguments.pop_back();
  }
  states_[node].endings.push_back(static_cast<uint32_t>(endings_.size()));
  endings_.push_back(std::move(ending));
  return ok();
}

Status RuleGraph::add(const TimeRule& rule) {
  const TimeActionEntry* action = nullptr;
  if (!rule.action.empty()) {
    action = find_time_action(rule.action);
    if (action == nullptr) return invalid(fmt::format("no action '{}'", rule.action), rule.place);
    if (rule.arguments.size() < action->least || rule.arguments.size() > action->most) {
      return invalid(fmt::format("'{}' takes {} to {} arguments, not {}", rule.action, action->least, action->most,
                                 rule.arguments.size()),
                     rule.place);
    }
  }
  for (const auto& sequence : rule.sequences) TRY(add_sequence(rule, sequence, action));
  return ok();
}

void RuleGraph::add_number(const std::string& text, double value, Category category) {
  Node node = kRoot;
  for (const TimeToken& token : time_tokens(text)) node = step_word(node, intern(token.text));
  states_[node].endings.push_back(static_cast<uint32_t>(endings_.size()));
  endings_.push_back({.category = category, .action = &number_of_word, .arguments = {{.number = value}}, .cost = 0});
}

void RuleGraph::add_numbers(const RuleFile& file, const std::string& language) {
  std::set<std::string> dropped;
  for (const std::string& word : file.dropped) dropped.insert(spelled(word));
  std::set<std::string> cardinals;
  for (const auto& [text, value] : wordy(language, kLargestWord, Kind::Whole, dropped)) {
    cardinals.insert(text);
    if (value == std::floor(value)) add_number(text, value, kNumber);
  }
  for (const auto& [text, value] : wordy(language, kLargestOrdinal, Kind::Ordinal, dropped)) {
    if (value == std::floor(value) && value > 0 && !cardinals.contains(text)) add_number(text, value, kOrdinal);
  }
}

void RuleGraph::add_halves(const std::string& language) {
  for (const auto& [text, value] : wordy(language, kLargestHalf, Kind::Half, {})) {
    if (value == std::floor(value) || value < 1 || value * 2 != std::floor(value * 2)) continue;
    add_number(text, value, kHalf);
  }
}

Result<RuleGraph> RuleGraph::compile(const RuleFile& file, const std::string& numbers) {
  RuleGraph graph;
  graph.states_.emplace_back();
  for (const char* name : {"n", "o", "when", "bare", "ring", "h"}) graph.category(name);
  for (const TimeRule& rule : file.rules) graph.category(rule.category);
  for (const TimeRule& rule : file.rules) TRY(graph.add(rule));
  graph.add_numbers(file, numbers);
  graph.add_halves(numbers);
  graph.waking_ = graph.intern_words(file.waking);
  graph.telling_ = graph.intern_words(file.telling);
  graph.not_after_ = graph.intern_all(file.not_after);
  graph.not_before_ = graph.intern_all(file.not_before);
  return graph;
}

}  // namespace hearth::understand
