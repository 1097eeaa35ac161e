// What an entity will probably be, and when.
#pragma once

#include "flow/header.h"

namespace hearth::flow {

struct Forecast {
  Header head;
  EntityId entity;
  Capability capability = Capability::None;
  Value value;
  Time from{}, until{};
  float probability = 0;
  bool operator==(const Forecast&) const = default;
};

}  // namespace hearth::flow
