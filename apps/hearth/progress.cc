#include "apps/hearth/progress.h"

#include <unistd.h>

#include <cstdio>
#include <fstream>

namespace hearth::apps {

Progress::Progress(std::string what) : what_(std::move(what)), terminal_(::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (drawn_) std::fputs("\r\033[K", stderr);
}

void Progress::show(double share, const std::string& detail) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_ || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  constexpr int kWidth = 30;
  std::string bar;
  for (int i = 0; i < kWidth; ++i) bar += share >= 0 && i < static_cast<int>(share * kWidth) ? '#' : '.';
  std::fprintf(stderr, "\r%s [%s] %s\033[K", what_.c_str(), bar.c_str(), detail.c_str());
}

double resident_mib() {
  std::ifstream in("/proc/self/statm");
  double all = 0, resident = 0;
  in >> all >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
}

}  // namespace hearth::apps
