// What somebody means who asks "why?".
#pragma once

#include "home/home.h"
#include "memory/journal.h"

namespace hearth::answer {

struct WhyQuestion {
  enum Kind : uint8_t {
    Last,      ///< "why?": whatever the house did, asked or refused last
    Done,      ///< "why did you do that?"
    NotDone,   ///< "why didn't you …?"
    Asked,     ///< "why do you ask?"
    Thing,     ///< "why is the hall light on?": the last change of one of `things`
    Happened,  ///< "what happened?"
  };
  Kind kind = Last;
  flow::Address where;  ///< of the asker
  home::AreaId room;    ///< of the asker; none when unknown
  std::vector<flow::EntityId> things;
  flow::MessageId before;  ///< only what came before this; 0: everything
};

/// The message to be explained: an Outcome, Actuation or Plan. It must have been noticeable where the asker is: said to
/// them, or done in their room; a house that does not know where they are takes the last anywhere. Looks at the newest
/// 20,000 entries. Errors: NotFound when there is nothing of the kind.
Result<flow::MessageId> find_subject(const memory::EntryReader& past, const WhyQuestion& question,
                                     const home::Home& home);

}  // namespace hearth::answer
