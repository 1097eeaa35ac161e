// A progress bar on stderr, drawn only for people.
#pragma once

#include <chrono>
#include <string>

namespace hearth::apps {

/// One thread. Redraws at most ten times a second; says nothing when stderr is no terminal.
class Progress {
 public:
  explicit Progress(std::string what);
  ~Progress();
  /// `share` from 0 to 1; below 0: not known. `detail` stands behind the bar.
  void show(double share, const std::string& detail);

 private:
  const std::string what_;
  const bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_{};
};

/// Memory that the process holds now, in MiB.
double resident_mib();

}  // namespace hearth::apps
