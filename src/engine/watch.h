// Looks at something now and then, on a thread of its own.
#pragma once

#include <functional>
#include <thread>

#include "base/queue.h"
#include "base/time.h"

namespace hearth::engine {

/// Calls `look` at once and then every so often, until it is destroyed, which waits for a look that is under way.
class Watch {
 public:
  Watch(Duration every, std::function<void()> look)
      : every_(every), look_(std::move(look)), thread_([this] { run(); }) {}
  ~Watch() {
    stop_.close();
    thread_.join();
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

 private:
  void run() {
    while (!stop_.closed()) {
      look_();
      static_cast<void>(stop_.pop(every_));
    }
  }

  const Duration every_;
  const std::function<void()> look_;
  Queue<int> stop_{1};  ///< nothing is ever put in: closing it ends the wait
  std::thread thread_;
};

}  // namespace hearth::engine
