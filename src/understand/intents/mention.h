// Whom a sentence is about, as far as its words and its surroundings say it; linking/ finds the things.
#pragma once

#include <string>
#include <vector>

#include "flow/request.h"
#include "home/home.h"

namespace hearth::understand {

struct Mention {
  flow::Intent intent = flow::Intent::None;
  bool asks = false;                   ///< a question: what senses counts as well as what can be set
  std::string spoken;                  ///< the words of the name, or the noun where no name was said
  bool named = false;                  ///< a name was said
  std::vector<home::EntityId> called;  ///< all things that carry it, in the kinds that the sentence allows
  home::AreaId area;                   ///< spoken, or the speaker's
  bool area_spoken = false;
  home::FloorId floor;
  std::vector<std::string> kinds;  ///< "light", "cover", …; empty: any that can do it
  std::string device_class;        ///< "blind", "garage", …; empty: any
  std::string state;               ///< of a question: what is asked whether or when it was so ("open")
  bool all = false;                ///< of several that carry the name all are meant: "them"
  bool one = false;                ///< one thing is meant, not all of a kind: "it is too dark"
  bool everywhere = false;         ///< the whole home was spoken of
};

}  // namespace hearth::understand
