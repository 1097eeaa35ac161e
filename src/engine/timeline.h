// What was said and done as a person reads it: one item a trace, in words.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>

#include "base/json.h"
#include "engine/core.h"
#include "engine/wording.h"
#include "memory/journal.h"

namespace hearth::engine {

/// What may still be taken back, and what was. Immutable once made; shared by threads.
struct PlanMarks {
  struct Mark {
    bool undoable = false;
    bool promises = false;  ///< begins or changes a timer, a reminder or a list
    flow::MessageId undone_by;
  };
  std::map<flow::MessageId, Mark> plans;  ///< those that memory::Plans still knows
};
/// House thread.
std::shared_ptr<const PlanMarks> marks_of(const memory::Plans& plans);

/// What turns entries into words. Cheap to make; any thread.
struct Telling {
  const act::Worder& worder;
  std::string_view language;
  const home::Home& home;
  const PlanMarks& marks;

  std::string say(const flow::Phrase& phrase) const { return worded(phrase, {worder, language}, home); }
};

/// Places in flow::Message of what makes a trace worth showing.
std::span<const size_t> timeline_kinds();
/// True when this entry makes, or changes, an item.
bool concerns_timeline(const flow::Entry& entry);

/// The item of one trace, from all its entries in order; null when there is nothing to show. docs/api.yaml,
/// TimelineItem, says what stands in it.
Json timeline_item(std::span<const flow::Entry> trace, const Telling& telling);

struct TimelineRange {
  uint64_t before = 0;  ///< only traces below this number; 0: all
  uint64_t limit = 50;  ///< items at most
  uint64_t last = 0;    ///< the newest entry, written or not
};
/// Any thread. {"items", "next", "seq"}, the newest trace first; "seq" is the newest entry that it reflects, for which
/// it waits at most a second. Looks at no more than 200,000 entries, whatever the length of the journal; `next` says
/// where to go on. Page by page each trace comes once.
Result<Json> timeline_page(const memory::EntryReader& journal, const TimelineRange& range, const Telling& telling);

}  // namespace hearth::engine
