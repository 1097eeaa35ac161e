#include "base/queue.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <vector>

#include "base/guarded.h"
#include "base/id.h"
#include "base/published.h"

namespace hearth {
namespace {

using namespace std::chrono_literals;
using Taken = CoalescingQueue<int>::Taken;
using Room = CoalescingQueue<int>::Room;

TEST(Queue, FirstInFirstOutAndBounded) {
  Queue<int> queue(2);
  EXPECT_TRUE(queue.try_push(1));
  EXPECT_TRUE(queue.try_push(2));
  EXPECT_FALSE(queue.try_push(3));
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_TRUE(queue.try_push(3));
  EXPECT_EQ(queue.pop(), 2);
  EXPECT_EQ(queue.pop(), 3);
  EXPECT_EQ(queue.try_pop(), std::nullopt);
  EXPECT_EQ(queue.pop(1us), std::nullopt);
}

TEST(Queue, ARefusedValueIsUntouched) {
  Queue<std::unique_ptr<int>> queue(1);
  EXPECT_TRUE(queue.try_push(std::make_unique<int>(1)));
  auto kept = std::make_unique<int>(2);
  EXPECT_FALSE(queue.try_push(std::move(kept)));
  // NOLINTBEGIN(bugprone-use-after-move): that a refused value is still there is the contract
  ASSERT_NE(kept, nullptr);
  EXPECT_EQ(*kept, 2);
  // NOLINTEND(bugprone-use-after-move)
}

TEST(Queue, AClosedOneDrainsAndRefuses) {
  Queue<int> queue(4);
  EXPECT_TRUE(queue.push(1));
  queue.close();
  EXPECT_TRUE(queue.closed());
  EXPECT_FALSE(queue.push(2));
  EXPECT_FALSE(queue.try_push(3));
  EXPECT_EQ(queue.pop(), 1);
  EXPECT_EQ(queue.pop(), std::nullopt);
}

TEST(Queue, ClosingWakesThoseWhoWait) {
  Queue<int> full(1);
  EXPECT_TRUE(full.push(1));
  Queue<int> empty(1);
  bool pushed = true;
  std::optional<int> popped = 0;
  std::thread pusher([&] { pushed = full.push(2); });
  std::thread popper([&] { popped = empty.pop(); });
  full.close();
  empty.close();
  pusher.join();
  popper.join();
  EXPECT_FALSE(pushed);
  EXPECT_EQ(popped, std::nullopt);
}

TEST(Queue, NothingIsLostOrDoubledBetweenThreads) {
  Queue<int> queue(3);
  constexpr int kEach = 2000;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 3; ++writer) {
    writers.emplace_back([&queue, writer] {
      for (int i = 0; i < kEach; ++i) EXPECT_TRUE(queue.push(writer * kEach + i));
    });
  }
  std::vector<int> seen(3 * kEach);
  std::vector<int> newest(3, -1);
  for (int i = 0; i < 3 * kEach; ++i) {
    const int value = *queue.pop();
    ++seen[static_cast<size_t>(value)];
    int& before = newest[static_cast<size_t>(value / kEach)];
    EXPECT_GT(value % kEach, before) << "of one writer in order";
    before = value % kEach;
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(seen, std::vector<int>(3 * kEach, 1));
}

TEST(CoalescingQueue, ANewerValueTakesThePlaceOfTheOneThatWaits) {
  CoalescingQueue<int> queue(8);
  EXPECT_EQ(queue.push(1, "lamp"), Taken::Queued);
  EXPECT_EQ(queue.push(2, "fan"), Taken::Queued);
  EXPECT_EQ(queue.push(3, "lamp"), Taken::Replaced);
  EXPECT_EQ(queue.push(4), Taken::Queued);
  EXPECT_EQ(queue.push(5), Taken::Queued) << "without a key nothing is replaced";
  EXPECT_EQ(queue.pop(0us), 3) << "in the place of the first";
  EXPECT_EQ(queue.push(6, "lamp"), Taken::Queued) << "what was taken out cannot be replaced";
  EXPECT_EQ(queue.push(7, "fan"), Taken::Replaced) << "places are right after a pop";
  for (const int expected : {7, 4, 5, 6}) EXPECT_EQ(queue.pop(0us), expected);
  EXPECT_EQ(queue.pop(0us), std::nullopt);
  EXPECT_EQ(queue.counts().replaced, 2U);
}

TEST(CoalescingQueue, DropsWhatMayBeDroppedFirst) {
  CoalescingQueue<int> queue(2);
  EXPECT_EQ(queue.push(1, "a", Room::Droppable), Taken::Queued);
  EXPECT_EQ(queue.push(2, "b", Room::Droppable), Taken::Queued);
  EXPECT_EQ(queue.push(3, "c", Room::Droppable), Taken::Dropped);
  EXPECT_EQ(queue.push(4, "a", Room::Droppable), Taken::Replaced) << "a full queue still takes newer values";
  for (int i = 0; i < 6; ++i) EXPECT_EQ(queue.push(i), Taken::Queued) << "what must not be lost has more room";
  EXPECT_EQ(queue.push(9), Taken::Dropped);
  const auto counts = queue.counts();
  EXPECT_EQ(counts.waiting, 8U);
  EXPECT_EQ(counts.dropped, 2U);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(queue.push(i, {}, Room::Reserve), Taken::Queued);
  EXPECT_EQ(queue.push(9, {}, Room::Reserve), Taken::Dropped);
  EXPECT_EQ(queue.push(9, {}, Room::Always), Taken::Queued);
}

TEST(CoalescingQueue, AClosedOneDrainsAndRefuses) {
  CoalescingQueue<int> queue(2);
  EXPECT_EQ(queue.push(1, "a"), Taken::Queued);
  queue.close();
  EXPECT_EQ(queue.push(2, "a"), Taken::Closed);
  EXPECT_EQ(queue.pop(1h), 1);
  EXPECT_EQ(queue.pop(1h), std::nullopt);
}

TEST(Published, AReaderKeepsTheVersionThatItTook) {
  Published<std::vector<int>> published;
  EXPECT_TRUE(published.read()->empty());
  const auto first = published.read();
  auto next = std::make_shared<const std::vector<int>>(3, 1);
  const std::weak_ptr<const std::vector<int>> watched = next;
  published.publish(std::move(next));
  EXPECT_TRUE(first->empty());
  EXPECT_EQ(published.read()->size(), 3U);
  published.publish(std::make_shared<const std::vector<int>>());
  EXPECT_TRUE(watched.expired()) << "nobody holds the former version";
}

TEST(Guarded, CountsRightBetweenThreads) {
  Guarded<int> counter;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 1000; ++j) counter.with([](int& value) { ++value; });
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counter.with([](const int& value) { return value; }), 4000);
}

TEST(Id, ZeroIsNone) {
  using Lamp = Id<struct LampTag>;
  EXPECT_FALSE(Lamp{});
  EXPECT_TRUE(Lamp{1});
  EXPECT_LT(Lamp{1}, Lamp{2});
}

}  // namespace
}  // namespace hearth
