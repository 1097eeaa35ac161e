#include "understand/time/chart.h"

#include <array>
#include <charconv>

namespace hearth::understand {
namespace {

constexpr size_t kLongest = 24;
constexpr size_t kReadings = 4;       ///< of one category over one stretch
constexpr size_t kPartsAt = 400;      ///< that begin at one token
constexpr int64_t kSteps = 200'000;   ///< of one sentence
constexpr int64_t kActionSteps = 10;  ///< what calling an action counts for

std::optional<PartialTime> number_of(const TimeToken& token) {
  if (!token.digits || token.text.size() > 6) return std::nullopt;
  int value = 0;
  std::from_chars(token.text.data(), token.text.data() + token.text.size(), value);
  PartialTime out;
  out.number = value;
  out.written_digits = static_cast<int>(token.text.size());
  return out;
}

}  // namespace

TimeChart::TimeChart(const RuleGraph& graph, const std::vector<TimeToken>& tokens)
    : graph_(graph), parts_(tokens.size()), steps_(kSteps) {
  words_.reserve(tokens.size());
  for (const TimeToken& token : tokens) words_.push_back(graph.word(token.text));
  for (size_t begin = tokens.size(); begin-- > 0;) {
    if (const auto number = number_of(tokens[begin])) { add({begin, begin + 1, RuleGraph::kNumber, 0, *number}); }
    fill(begin);
  }
}

const TimePart* TimeChart::best(size_t begin, size_t end, RuleGraph::Category category) const {
  const TimePart* found = nullptr;
  for (const TimePart& part : parts_[begin]) {
    if (part.end == end && part.category == category && (found == nullptr || part.cost < found->cost)) found = &part;
  }
  return found;
}

void TimeChart::fill(size_t begin) {
  if (words_[begin] != 0) {
    const RuleGraph::Node node = graph_.next_word(RuleGraph::kRoot, words_[begin]);
    if (node != RuleGraph::kNone) go_on(begin, node, begin + 1, 0);
  }
  // Parts found on the way are read in turn: the deque grows while it is walked.
  for (size_t i = 0; i < parts_[begin].size() && steps_ > 0; ++i) {
    const TimePart& part = parts_[begin][i];
    const RuleGraph::Node node = graph_.next_category(RuleGraph::kRoot, part.category);
    if (node == RuleGraph::kNone) continue;
    read_.push_back(&part.value);
    go_on(begin, node, part.end, part.cost);
    read_.pop_back();
  }
}

void TimeChart::go_on(size_t begin, RuleGraph::Node node, size_t end, double cost) {
  if (--steps_ <= 0) return;
  end_here(begin, node, end, cost);
  if (end >= words_.size() || end - begin >= kLongest) return;
  if (words_[end] != 0) {
    const RuleGraph::Node next = graph_.next_word(node, words_[end]);
    if (next != RuleGraph::kNone) go_on(begin, next, end + 1, cost);
  }
  if (graph_.state(node).categories.empty()) return;
  for (const TimePart& part : parts_[end]) {
    const RuleGraph::Node next = graph_.next_category(node, part.category);
    if (next == RuleGraph::kNone || part.end - begin > kLongest) continue;
    read_.push_back(&part.value);
    go_on(begin, next, part.end, cost + part.cost);
    read_.pop_back();
  }
}

void TimeChart::end_here(size_t begin, RuleGraph::Node node, size_t end, double cost) {
  for (const uint32_t index : graph_.state(node).endings) {
    steps_ -= kActionSteps;
    const RuleGraph::Ending& ending = graph_.ending(index);
    if (ending.action == nullptr) {
      add({begin, end, ending.category, cost + ending.cost, *read_.front()});
      continue;
    }
    std::array<ActionArgument, 8> arguments;
    const size_t count = std::min(ending.arguments.size(), arguments.size());
    bool whole = true;
    for (size_t i = 0; i < count; ++i) {
      const RuleGraph::Ending::Argument& wanted = ending.arguments[i];
      arguments[i].number = wanted.number;
      if (!wanted.is_part) continue;
      if (wanted.read < 0) {
        whole = false;
      } else {
        arguments[i].part = read_[static_cast<size_t>(wanted.read)];
      }
    }
    if (!whole) continue;
    std::optional<PartialTime> made = ending.action({arguments.data(), count});
    if (made) add({begin, end, ending.category, cost + ending.cost, std::move(*made)});
  }
}

void TimeChart::add(TimePart part) {
  std::deque<TimePart>& here = parts_[part.begin];
  size_t same = 0;
  for (TimePart& known : here) {
    if (known.end != part.end || known.category != part.category) continue;
    if (known.value == part.value) {
      known.cost = std::min(known.cost, part.cost);
      return;
    }
    ++same;
  }
  if (same < kReadings && here.size() < kPartsAt) here.push_back(std::move(part));
}

}  // namespace hearth::understand
