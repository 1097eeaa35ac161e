// A bounded queue between threads that can be closed.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace hearth {

/// Thread-safe, first in first out. After close(), push refuses and pop drains what is left, then returns nothing.
template <class T>
class Queue {
 public:
  explicit Queue(size_t capacity) : capacity_(capacity) {}

  /// False when full or closed; the value is then untouched.
  bool try_push(T&& value) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_ || items_.size() >= capacity_) return false;
      items_.push_back(std::move(value));
    }
    ready_.notify_one();
    return true;
  }
  /// Waits for room. False when closed.
  bool push(T value) {
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] { return closed_ || items_.size() < capacity_; });
      if (closed_) return false;
      items_.push_back(std::move(value));
    }
    ready_.notify_one();
    return true;
  }
  /// Waits for a value, at most `patience`; not at all, without a call into the kernel, where that is 0. Nothing when
  /// time ran out, or when closed and empty.
  std::optional<T> pop(std::chrono::microseconds patience) {
    std::unique_lock lock(mutex_);
    if (patience.count() > 0) ready_.wait_for(lock, patience, [&] { return closed_ || !items_.empty(); });
    return take(lock);
  }
  std::optional<T> pop() {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [&] { return closed_ || !items_.empty(); });
    return take(lock);
  }
  std::optional<T> try_pop() {
    std::unique_lock lock(mutex_);
    return take(lock);
  }
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
    room_.notify_all();
  }
  size_t size() const {
    const std::lock_guard lock(mutex_);
    return items_.size();
  }
  bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

 private:
  std::optional<T> take(std::unique_lock<std::mutex>& lock) {
    if (items_.empty()) return std::nullopt;
    std::optional<T> value(std::move(items_.front()));
    items_.pop_front();
    lock.unlock();
    room_.notify_one();
    return value;
  }

  const size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable ready_, room_;
  std::deque<T> items_;
  bool closed_ = false;
};

/// A bounded queue in which a newer value takes the place of a waiting one of the same key: a flood of states costs no
/// more memory than there are things that have one. Thread-safe; otherwise first in first out.
template <class T>
class CoalescingQueue {
 public:
  /// How much a value may fill, in times the capacity. Always: it is never refused, because something else bounds how
  /// many there can be, and its loss would never be made good.
  enum class Room : unsigned char { Droppable = 1, Ordinary = 4, Reserve = 5, Always = 0 };

  explicit CoalescingQueue(size_t capacity) : capacity_(capacity) {}

  enum class Taken : unsigned char { Queued, Replaced, Dropped, Closed };
  /// `key` empty: never replaced.
  Taken push(T value, const std::string& key = {}, Room room = Room::Ordinary) {
    {
      const std::lock_guard lock(mutex_);
      if (closed_) return Taken::Closed;
      if (!key.empty()) {
        const auto waiting = by_key_.find(key);
        if (waiting != by_key_.end()) {
          items_[waiting->second - first_].first = std::move(value);
          ++replaced_;
          return Taken::Replaced;
        }
      }
      if (room != Room::Always && items_.size() >= static_cast<size_t>(room) * capacity_) {
        ++dropped_;
        return Taken::Dropped;
      }
      if (!key.empty()) by_key_.emplace(key, first_ + items_.size());
      items_.emplace_back(std::move(value), key);
    }
    ready_.notify_one();
    return Taken::Queued;
  }
  /// As Queue::pop.
  std::optional<T> pop(std::chrono::microseconds patience) {
    std::unique_lock lock(mutex_);
    if (patience.count() > 0) ready_.wait_for(lock, patience, [&] { return closed_ || !items_.empty(); });
    if (items_.empty()) return std::nullopt;
    std::optional<T> value(std::move(items_.front().first));
    if (!items_.front().second.empty()) by_key_.erase(items_.front().second);
    items_.pop_front();
    ++first_;
    return value;
  }
  void close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    ready_.notify_all();
  }
  struct Counts {
    size_t waiting;
    uint64_t replaced, dropped;
  };
  Counts counts() const {
    const std::lock_guard lock(mutex_);
    return {items_.size(), replaced_, dropped_};
  }
  bool closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
  }

 private:
  const size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::pair<T, std::string>> items_;
  std::unordered_map<std::string, uint64_t> by_key_;  // number of the item, counted from the first ever queued
  uint64_t first_ = 0, replaced_ = 0, dropped_ = 0;
  bool closed_ = false;
};

}  // namespace hearth
