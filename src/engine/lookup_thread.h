// A thread for what takes longer than a door may wait: reading the journal, wording many messages.
#pragma once

#include <pthread.h>

#include <chrono>
#include <functional>
#include <thread>

#include "base/queue.h"

namespace hearth::engine {

/// How long an answer waits for what it reflects to be written: a batch takes milliseconds, unless the disk is ill.
inline constexpr std::chrono::seconds kWrittenSoon{1};

/// Does one job after the other. Thread-safe. Its end waits for the job at work and drops the others.
class LookupThread {
 public:
  using Job = std::function<void()>;

  /// `name`: at most 15 bytes, as a debugger shows it.
  LookupThread(const char* name, size_t most_waiting)
      : jobs_(most_waiting), thread_([this, name] {
          pthread_setname_np(pthread_self(), name);
          while (auto job = jobs_.pop()) {
            if (!jobs_.closed()) (*job)();
          }
        }) {}
  ~LookupThread() { stop(); }

  /// False when too many wait, or it has ended.
  bool post(Job job) { return jobs_.try_push(std::move(job)); }
  void stop() {
    jobs_.close();
    if (thread_.joinable()) thread_.join();
  }

 private:
  Queue<Job> jobs_;
  std::thread thread_;
};

}  // namespace hearth::engine
