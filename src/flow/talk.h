// Turns of a talk that are no deed by themselves.
#pragma once

#include "flow/request.h"

namespace hearth::flow {

/// "Yes", "thank you", "undo that", an answer to a question: nothing that could be part of a command, or be followed by
/// "and in the kitchen?".
inline bool only_talks(const Request& request) {
  switch (request.intent) {
    case Intent::None:
    case Intent::Nevermind:
    case Intent::Respond:
    case Intent::Undo:
    case Intent::Confirm:
    case Intent::Refuse:
    case Intent::Choose:
      return true;
    default:
      return false;
  }
}

}  // namespace hearth::flow
