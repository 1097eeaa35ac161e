// A value that can only be touched while its lock is held.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace hearth {

/// `with` runs a function on the value under the lock and returns what it returns. Never call out while holding it.
template <class T>
class Guarded {
 public:
  Guarded() = default;
  explicit Guarded(T value) : value_(std::move(value)) {}

  template <class Function>
  auto with(Function&& function) {
    const std::lock_guard lock(mutex_);
    return std::forward<Function>(function)(value_);
  }
  template <class Function>
  auto with(Function&& function) const {
    const std::lock_guard lock(mutex_);
    return std::forward<Function>(function)(value_);
  }

 private:
  mutable std::mutex mutex_;
  T value_{};
};

/// The same for a value whose changes others wait for.
template <class T>
class Awaited {
 public:
  /// Runs a function on the value under the lock, then wakes who waits. Never call out in it.
  template <class Function>
  void change(Function&& function) {
    {
      const std::lock_guard lock(mutex_);
      std::forward<Function>(function)(value_);
    }
    changed_.notify_all();
  }
  /// Waits until `holds` is true of the value, at most `patience`; whether it is.
  template <class Predicate>
  bool wait_for(std::chrono::microseconds patience, Predicate&& holds) const {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, patience, [&] { return holds(value_); });
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  T value_{};
};

}  // namespace hearth
