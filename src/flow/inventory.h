// What a door knows of the home.
#pragma once

#include "flow/header.h"

namespace hearth::flow {

struct Inventory {
  Header head;
  home::Listing listing;
  bool operator==(const Inventory&) const = default;
};

}  // namespace hearth::flow
