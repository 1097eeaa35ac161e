// A value that can only be touched while its lock is held.
#pragma once

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

}  // namespace hearth
