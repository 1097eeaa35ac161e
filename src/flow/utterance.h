// What a person said or typed. Only a final one is acted on.
#pragma once

#include "flow/header.h"

namespace hearth::flow {

struct Utterance {
  Header head;
  std::string text;
  std::vector<std::string> alternatives;
  Language language;
  bool final = true;
  uint16_t revision = 0;
  Address heard;
  std::optional<PersonId> speaker;
  float speaker_confidence = 0;
  bool operator==(const Utterance&) const = default;
};

}  // namespace hearth::flow
