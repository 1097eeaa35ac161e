// Lets a house live its journal again and compares what it says with what it said.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/wiring.h"
#include "memory/journal.h"

namespace hearth::engine {

struct ReplayReport {
  uint64_t entries = 0, inputs = 0, emissions = 0;
  uint64_t gaps = 0;        ///< places where the journal lacks entries
  uint64_t unverified = 0;  ///< entries behind a gap, which follow from what it lacks; among `entries` alone
  /// The first emission that differs: where, what the journal has, what this build says.
  struct Difference {
    flow::MessageId seq;
    flow::TraceId trace;
    std::string expected, found;
  };
  std::optional<Difference> difference;
};

/// Feeds every input to a core without doors, lanes or models and compares each emission byte by byte; stops at the
/// first difference. Civil time is that of the zone of each start, as the journal has it. Behind a Gap the house knew
/// what the journal does not: what it said until it was started anew, and knew the journal alone again, is folded and
/// not compared; behind an entry that cannot be read any more, everything is. `progress` is told the number of entries
/// now and then. Errors: an unreadable journal.
Result<ReplayReport> verify(const memory::EntryReader& journal, const Parts& parts,
                            const std::function<void(uint64_t)>& progress = {});

}  // namespace hearth::engine
