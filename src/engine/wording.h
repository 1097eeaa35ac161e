// How this folder puts things into words for people: phrases, and the rooms that things are in.
#pragma once

#include <string>
#include <string_view>

#include "act/wording/worder.h"
#include "base/json.h"

namespace hearth::engine {

/// What turns phrases into sentences. Cheap to make; any thread.
struct Wording {
  const act::Worder& worder;
  std::string_view language;
};

/// Empty for an empty phrase, and for one that cannot be worded: nobody reads keys.
std::string worded(const flow::Phrase& phrase, const Wording& wording, const home::Home& home);

/// The name of the room that the device is in; null: in none.
Json area_name(const home::Home& home, home::DeviceId id);

}  // namespace hearth::engine
