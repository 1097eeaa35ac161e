// What leaves the house with a batch of entries, and what must not leave when the journal refuses them.
#pragma once

#include <span>
#include <vector>

#include "flow/command.h"
#include "memory/journal.h"
#include "memory/plans.h"

namespace hearth::engine {

struct Leaving {
  struct Deed {
    flow::Command command;
    bool only_if_kept = false;  ///< a Secure act, or words that claim a promise of this very batch
  };
  struct PromiseStep {
    flow::MessageId plan;
    uint16_t step = 0;
  };
  std::vector<Deed> deeds;
  std::vector<PromiseStep> promises;  ///< what this batch says is promised; taken back when it is not written
  memory::Durability durability = memory::Durability::Committed;

  bool empty() const { return deeds.empty() && promises.empty(); }
  /// Something of that plan leaves only when it is written: when it is not, the plan goes on to say so.
  bool holds_back(flow::MessageId plan) const;
};

/// House thread. `plans` has folded the entries. Losing to a power cut what is synced would break a promise, keep it
/// twice, or do a risky act again.
Leaving leaving_with(const flow::Entry& input, std::span<const flow::Entry> caused, const memory::Plans& plans);

}  // namespace hearth::engine
