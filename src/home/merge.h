// Joins what several doors say about one home into a single Home.
#pragma once

#include "home/home.h"

namespace hearth::home {

/// The home after `listing`. Deterministic: the same listings in the same order give the same ids.
/// A device that two doors know by a common identifier is one device; its entities of the same kind and capabilities
/// are one entity, which then has two sources, Home Assistant's first. Areas, floors and people are joined by name.
/// Local ids that point outside the listing are ignored (a door may lie): the thing then has no area or device.
Home merge(const Home& before, const Listing& listing);

}  // namespace hearth::home
