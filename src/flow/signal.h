// Raw audio, pictures or ultrasound on the way from a door to a lane and back. Never enters the house or its journal.
#pragma once

#include <cstddef>
#include <memory>

#include "flow/header.h"

namespace hearth::flow {

struct Signal {
  DeviceId device;
  std::string kind;
  Time at{};
  uint32_t rate_hz = 0, channels = 0;
  std::shared_ptr<const std::vector<std::byte>> samples;
};

}  // namespace hearth::flow
