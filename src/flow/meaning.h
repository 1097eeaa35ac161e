// What an utterance may mean, best first. No readings: nothing was understood.
#pragma once

#include "flow/request.h"

namespace hearth::flow {

/// One sentence may hold several requests; all of them are meant, or none.
struct Reading {
  std::vector<Request> requests;
  float confidence = 0;  ///< calibrated probability that this is what was meant
  bool operator==(const Reading&) const = default;
};

/// `complete`: probability that the speaker has finished. `heard`, `speaker`, `language`, `text`: of the utterance.
/// `named`: where nothing was understood, the things whose names stood among the words all the same.
struct Meaning {
  Header head;
  std::vector<Reading> readings;
  float complete = 1;
  Address heard;
  std::optional<PersonId> speaker;
  Language language;
  std::string text;
  std::vector<EntityId> named;
  bool operator==(const Meaning&) const = default;
};

}  // namespace hearth::flow
