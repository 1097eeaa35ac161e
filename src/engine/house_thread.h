// The thread on which a house lives in a running program.
#pragma once

#include <thread>

#include "engine/house.h"

namespace hearth::engine {

/// Starts the house and then takes its arrivals one after the other until it is closed.
class HouseThread {
 public:
  explicit HouseThread(House& house) : house_(house), thread_([this] { run(); }) {}
  ~HouseThread() {
    house_.close();
    thread_.join();
  }

 private:
  void run() {
    house_.start();
    while (house_.step(std::chrono::milliseconds(100)) || !house_.closed()) {}
  }

  House& house_;
  std::thread thread_;
};

}  // namespace hearth::engine
