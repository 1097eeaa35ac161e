// Turns of a talk that are no deed by themselves.
#pragma once

#include <span>

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

/// "Lights on, no, forget it" and "forget it, lights on": such words take back what stands before them in the sentence.
/// Words of retraction at the very end stand alone. Borrows `requests`.
inline std::span<const Request> standing(std::span<const Request> requests) {
  size_t begin = 0;
  for (size_t i = 0; i < requests.size(); ++i) {
    if (requests[i].intent == Intent::Nevermind) begin = i + 1 < requests.size() ? i + 1 : i;
  }
  return requests.subspan(begin);
}

}  // namespace hearth::flow
