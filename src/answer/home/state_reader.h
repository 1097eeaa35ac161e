// What is known of one thing, in the terms that people ask in.
#pragma once

#include <optional>
#include <string_view>

#include "flow/answer.h"
#include "memory/present.h"

namespace hearth::answer {

/// The capability that people mean who ask for "the state" of a thing of that kind; None when nothing of it is sensed.
home::Capability main_capability(const home::Entity& entity);

/// One look at a state.
struct Seen {
  home::Capability capability = home::Capability::None;
  home::Value value;  ///< unknown when nothing was ever seen, or the thing cannot be reached
  bool reachable = true;
  Duration age{};  ///< since the last report
};

/// Whether `state` ("on", "open", "locked", "home", a place …) holds of the thing; nothing when it is not known.
/// `seen` gets what it was judged by.
std::optional<bool> holds(const memory::Present& present, const home::Entity& entity, std::string_view state, Time now,
                          Seen& seen);

Seen look_at(const memory::Present& present, const home::Entity& entity, home::Capability capability, Time now);

/// Puts what was seen among the evidence of an answer, and says where it cannot be reached or is older than
/// `stale_after`.
void note(const memory::Present& present, const home::Entity& entity, const Seen& seen, Duration stale_after,
          flow::Answer& answer);

}  // namespace hearth::answer
