// Which sensors stand outside the house.
#pragma once

#include "home/home.h"

namespace hearth::understand {

/// True for a sensor of temperature, humidity, pressure, wind or rain that stands outdoors: its name or that of its
/// area says so, in English, German, French or Spanish. Neither MQTT discovery nor Home Assistant tells it in any other
/// way.
bool measures_outdoors(const home::Entity& entity, const home::Home& home);

}  // namespace hearth::understand
