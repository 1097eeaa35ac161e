// From the units that devices use to the one that the house keeps, and back.
#pragma once

#include <optional>
#include <string_view>

#include "home/capability.h"

namespace hearth::connect::mqtt {

/// canonical = told * factor + offset.
struct Conversion {
  double factor = 1, offset = 0;
  double to_house(double told) const { return told * factor + offset; }
  double to_device(double canonical) const { return (canonical - offset) / factor; }
  /// Of a difference, such as a step.
  double step_to_house(double step) const { return step * factor; }
};

/// How `unit` becomes the unit of `capability`. An empty unit is taken for the canonical one. Nothing for a unit that
/// does not measure this.
std::optional<Conversion> conversion(home::Capability capability, std::string_view unit);

}  // namespace hearth::connect::mqtt
