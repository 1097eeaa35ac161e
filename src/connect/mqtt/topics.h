// Which topics a stranger may make this program listen and speak to.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace hearth::connect::mqtt {

/// What no stranger may claim. Empty: nothing.
struct ReservedTopics {
  std::string own;        ///< the base of what this program itself publishes
  std::string discovery;  ///< the prefix below which devices announce themselves
};

/// An announcement by discovery: prefix, at least one level, "config". Devices may keep other topics below the prefix.
bool is_announcement(std::string_view topic, std::string_view prefix);

/// A topic that was announced: no wildcards, no control characters, not empty, at most 1,024 bytes, not the broker's
/// own ($SYS), not reserved, and not where announcements themselves are made.
/// Errors: InvalidInput that says which.
Status check_announced_topic(std::string_view topic, const ReservedTopics& reserved = {});

}  // namespace hearth::connect::mqtt
