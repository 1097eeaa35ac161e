// What lane nodes may know of the house: an immutable picture, replaced as a whole.
#pragma once

#include <memory>

#include "home/home.h"
#include "memory/conversations.h"
#include "memory/lexicon.h"

namespace hearth::memory {

struct View {
  flow::MessageId entry;  ///< the newest entry that it reflects
  std::shared_ptr<const home::Home> home = std::make_shared<const home::Home>();
  std::shared_ptr<const LexiconView> lexicon = std::make_shared<const LexiconView>();
  std::shared_ptr<const ConversationsView> conversations = std::make_shared<const ConversationsView>();
};

}  // namespace hearth::memory
