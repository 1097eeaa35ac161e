// The numbers by which the house knows its things. Dense, from 1, given out in journal order, never reused.
#pragma once

#include "base/id.h"

namespace hearth::home {

using FloorId = Id<struct FloorTag>;
using AreaId = Id<struct AreaTag>;
using DeviceId = Id<struct DeviceTag>;
using EntityId = Id<struct EntityTag>;
using PersonId = Id<struct PersonTag>;
using DoorId = Id<struct DoorTag>;

}  // namespace hearth::home
