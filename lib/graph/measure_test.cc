#include "graph/measure.h"

#include <gtest/gtest.h>

#include <thread>

namespace hearth::graph {
namespace {

TEST(Histogram, QuantilesAreUpperBoundsWithinAQuarter) {
  Histogram histogram;
  EXPECT_EQ(histogram.quantile(0.5), 0);
  for (int64_t value = 1; value <= 100000; ++value) histogram.record(value);
  EXPECT_EQ(histogram.count(), 100000u);
  for (const double q : {0.1, 0.5, 0.9, 0.99}) {
    const auto exact = static_cast<double>(100000) * q;
    EXPECT_GE(histogram.quantile(q), static_cast<int64_t>(exact * 0.999)) << q;
    EXPECT_LE(histogram.quantile(q), static_cast<int64_t>(exact * 1.26)) << q;
  }
}

TEST(Histogram, TakesAnyDuration) {
  Histogram histogram;
  histogram.record(-5);
  histogram.record(0);
  histogram.record(INT64_MAX);
  EXPECT_EQ(histogram.count(), 3u);
  EXPECT_LE(histogram.quantile(0.5), 5);
  EXPECT_GT(histogram.quantile(1.0), int64_t{3600} * 1000 * 1000 * 1000);
}

TEST(Spans, KeepsTheLastOldestFirst) {
  Spans spans;
  EXPECT_TRUE(spans.read().empty());
  for (uint64_t trace = 1; trace <= Spans::kKept + 3; ++trace) spans.record({trace, static_cast<int64_t>(trace), 1});
  const std::vector<Span> kept = spans.read();
  ASSERT_EQ(kept.size(), Spans::kKept);
  EXPECT_EQ(kept.front().trace, 4u);
  EXPECT_EQ(kept.back().trace, Spans::kKept + 3);
}

TEST(Spans, AReaderNeverSeesHalfASpan) {
  Spans spans;
  std::atomic<bool> stop{false};
  std::thread writer([&] {
    for (int64_t i = 1; !stop; ++i) spans.record({static_cast<uint64_t>(i), i, i});
  });
  for (int i = 0; i < 2000; ++i) {
    for (const Span& span : spans.read()) {
      EXPECT_EQ(static_cast<int64_t>(span.trace), span.began);
      EXPECT_EQ(span.lasted, span.began);
    }
  }
  stop = true;
  writer.join();
}

}  // namespace
}  // namespace hearth::graph
