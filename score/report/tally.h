// Gathers cases one by one into a Score.
#pragma once

#include <string_view>
#include <utility>

#include "score/report/score.h"

namespace hearth::score {

/// One thread.
class Tally {
 public:
  Tally(std::string name, std::string data);

  /// A case that counts towards the whole; `groups`: {"intent", "HassTurnOn"}, … in which it counts as well.
  void add(Outcome outcome, double microseconds, const std::vector<std::pair<std::string, std::string>>& groups);
  /// Counts in one group alone.
  void add_to(const std::string& group, const std::string& key, Outcome outcome);
  /// Kept if it is among the first kMaxFailures.
  void failed(Failure failure);

  /// With the percentiles of all times added.
  Score finish() &&;

 private:
  Score score_;
  std::vector<double> times_;
};

/// The value below which `share` (0 to 1) of the sorted values lie, by nearest rank; 0 when there are none.
double percentile(const std::vector<double>& sorted, double share);

}  // namespace hearth::score
