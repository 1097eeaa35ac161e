#include "score/report/tally.h"

#include <algorithm>
#include <cmath>

namespace hearth::score {

Tally::Tally(std::string name, std::string data) {
  score_.name = std::move(name);
  score_.data = std::move(data);
}

void Tally::add(Outcome outcome, double microseconds, const std::vector<std::pair<std::string, std::string>>& groups) {
  score_.all.add(outcome);
  times_.push_back(microseconds);
  for (const auto& [group, key] : groups) add_to(group, key, outcome);
}

void Tally::add_to(const std::string& group, const std::string& key, Outcome outcome) {
  score_.by[group][key].add(outcome);
}

void Tally::failed(Failure failure) {
  if (score_.failures.size() < kMaxFailures) score_.failures.push_back(std::move(failure));
}

Score Tally::finish() && {
  std::ranges::sort(times_);
  score_.p50_us = percentile(times_, 0.5);
  score_.p99_us = percentile(times_, 0.99);
  return std::move(score_);
}

double percentile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  const auto rank = static_cast<size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::clamp<size_t>(rank, 1, sorted.size()) - 1];
}

}  // namespace hearth::score
