#include "graph/measure.h"

#include <algorithm>

namespace hearth::graph {

uint64_t Histogram::count() const {
  uint64_t sum = 0;
  for (const Counter& bucket : buckets_) sum += bucket.get();
  return sum;
}

int64_t Histogram::quantile(double q) const {
  const uint64_t all = count();
  if (all == 0) return 0;
  const auto wanted = std::max<uint64_t>(1, static_cast<uint64_t>(q * static_cast<double>(all) + 0.5));
  uint64_t seen = 0;
  size_t index = 0;
  for (; index < kBuckets - 1; ++index) {
    seen += buckets_[index].get();
    if (seen >= wanted) break;
  }
  const int width = static_cast<int>(index / 4) + 2;
  const auto quarter = static_cast<int64_t>(index % 4);
  return (int64_t{1} << width) + ((quarter + 1) << (width - 2));
}

std::vector<Span> Spans::read() const {
  std::vector<Span> spans;
  const uint64_t end = next_.load(std::memory_order_acquire);
  for (uint64_t at = end > kKept ? end - kKept : 0; at < end; ++at) {
    const Slot& slot = slots_[at % kKept];
    if (slot.version.load(std::memory_order_acquire) != 2 * at + 2) continue;
    const Span span{slot.trace.load(std::memory_order_acquire), slot.began.load(std::memory_order_acquire),
                    slot.lasted.load(std::memory_order_acquire)};
    if (slot.version.load(std::memory_order_acquire) == 2 * at + 2) spans.push_back(span);
  }
  return spans;
}

}  // namespace hearth::graph
