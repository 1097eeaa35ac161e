// Which topics a stranger may make this program listen and speak to.
#pragma once

#include <string_view>

#include "base/result.h"

namespace hearth::connect::mqtt {

/// A topic that was announced: no wildcards, no control characters, not empty, at most 1,024 bytes, not the broker's
/// own
/// ($SYS) and not below `own` (what this program itself publishes).
/// Errors: InvalidInput that says which.
Status check_announced_topic(std::string_view topic, std::string_view own = {});

}  // namespace hearth::connect::mqtt
