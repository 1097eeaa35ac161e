// The text of a discovery message, brought to one form before anything is made of it.
#pragma once

#include <string>

#include "base/json.h"
#include "connect/mqtt/component.h"
#include "connect/mqtt/topics.h"

namespace hearth::connect::mqtt {

/// Long keys in place of abbreviations (also in `device`, `origin`, `availability` and each component), and topics with
/// the base topic in place of "~". Errors: InvalidInput, when `json` is no object.
Result<Json> expand(Json json, const std::string& place);

/// The device that a message describes. Errors: InvalidInput when it can be told by neither identifier nor connection.
Result<DeviceInfo> read_device(const Json& device, const std::string& place);

/// The availability topics of an expanded component, in all three forms, and their mode.
/// Errors: InvalidInput for a topic or template that cannot be used.
Status read_availability(const Json& config, const std::string& place, const ReservedTopics& reserved,
                         Component& component);

}  // namespace hearth::connect::mqtt
