// What a door or a sense saw of one capability of one entity.
#pragma once

#include "flow/header.h"

namespace hearth::flow {

/// `retained`: what the broker or hub remembered, not news. `cause_hint`: what the protocol says of the cause (a
/// context id, a user, an automation), for sense/attribution. `entity` is set by the house from the door's `key`.
struct Observation {
  Header head;
  EntityId entity;
  Capability capability = Capability::None;
  Value value;
  float confidence = 1;
  bool retained = false;
  std::string cause_hint;
  bool operator==(const Observation&) const = default;
};

}  // namespace hearth::flow
