// What one answering step says to a Meaning; each of them says something, at once `absent` when it is not its business.
#pragma once

#include "flow/header.h"

namespace hearth::flow {

struct Answer {
  Header head;
  MessageId meaning;
  std::string source;  ///< the node that answers
  bool absent = false;
  Value value;
  Phrase words;
  std::vector<Phrase> assumptions;
  std::vector<Evidence> evidence;
  float confidence = 0;
  bool operator==(const Answer&) const = default;
};

}  // namespace hearth::flow
