// What an intent wants of a thing of some kind: "turn on" opens a blind, locks a lock, activates a scene.
#pragma once

#include <string_view>
#include <vector>

#include "flow/request.h"
#include "home/things.h"

namespace hearth::decide {

/// What is wanted of one capability. Exactly one of: `to` is known; `by` is added to what is now; `toggle`.
/// `lights_dark`: with `by` below 0, a lamp that is off is lit dimly ("dim the lamp" in a dark room) instead of
/// nothing.
struct Wish {
  home::Capability capability = home::Capability::None;
  home::Value to;
  double by = 0;
  bool toggle = false;
  bool lights_dark = false;
};

/// How far one step of a relative wish goes, where the words name no amount.
struct RelativeSteps {
  double brightness = 20, temperature = 1, volume = 10;
};

/// The trait that `entity` lets one set; null when it has none.
const home::Trait* settable(const home::Entity& entity, home::Capability capability);

/// Empty: the entity has nothing that could do this.
std::vector<Wish> wishes(const flow::Request& request, const home::Entity& entity, const RelativeSteps& steps = {});

/// The slot without which the request cannot be carried out and which it lacks; empty when there is none.
std::string_view missing_slot(const flow::Request& request);

}  // namespace hearth::decide
