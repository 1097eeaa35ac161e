// Which things an intent can be about.
#pragma once

#include "flow/intent.h"
#include "home/things.h"

namespace hearth::understand {

/// True when `entity` has something that `intent` sets; of a question, anything that it senses.
bool can(const home::Entity& entity, flow::Intent intent, bool asks);

/// True of what senses how far something is open.
bool knows_opening(const home::Entity& entity);

/// True for the kinds that "turn everything off" means: what is switched, not what lets people in.
bool is_switched(const home::Entity& entity);

/// True when the entity is of that kind and device class, also where it tells its class only by its name ("left
/// blind"). For questions a contact on a door or window counts as that door or window.
bool is_of(const home::Entity& entity, std::string_view kind, std::string_view device_class, bool asks);

}  // namespace hearth::understand
