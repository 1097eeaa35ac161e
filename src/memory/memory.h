// All shared projections of one house, folded together.
#pragma once

#include <array>
#include <memory>

#include "memory/conversations.h"
#include "memory/lexicon.h"
#include "memory/plans.h"
#include "memory/present.h"
#include "memory/promises.h"
#include "memory/view.h"

namespace hearth::memory {

/// House thread only.
struct Memory {
  Present present;
  Conversations conversations;
  Plans plans;
  Promises promises;
  Lexicon lexicon;

  void apply(const flow::Entry& entry) {
    for (Projection* projection : all()) projection->apply(entry);
    last = entry.seq;
  }
  std::array<Projection*, 5> all() { return {&present, &conversations, &plans, &promises, &lexicon}; }

  /// The picture for lane threads; cheap, since it only shares what the projections hold.
  std::shared_ptr<const View> view() const {
    return std::make_shared<const View>(View{last, present.home(), lexicon.view(), conversations.view()});
  }

  flow::MessageId last;  ///< newest entry folded
};

}  // namespace hearth::memory
