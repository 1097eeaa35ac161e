// Whether a name that people gave to a group of devices is that of a room.
#pragma once

#include <string_view>

namespace hearth::connect::mqtt {

/// True when a word of `name` names a kind of room in English, German, French, Spanish, Italian or Dutch ("Kitchen",
/// "kids_bedroom", "Wohnzimmer unten"), but not when it names the things in it ("Kitchen lights").
bool looks_like_room(std::string_view name);

}  // namespace hearth::connect::mqtt
