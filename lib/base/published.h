// One writer replaces an immutable value, many readers take it without waiting for each other.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace hearth {

/// Thread-safe. A reader keeps the version that it took for as long as it holds the pointer.
template <class T>
class Published {
 public:
  Published() : current_(std::make_shared<const T>()) {}
  explicit Published(std::shared_ptr<const T> first) : current_(std::move(first)) {}

  std::shared_ptr<const T> read() const {
    const std::lock_guard lock(mutex_);
    return current_;
  }
  void publish(std::shared_ptr<const T> next) {
    const std::lock_guard lock(mutex_);
    current_.swap(next);
  }  // the former version dies here, outside any reader

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const T> current_;
};

}  // namespace hearth
