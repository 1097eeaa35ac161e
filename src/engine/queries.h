// What people and programs may look up in a house, as JSON: the bodies of what the control socket and the
// page's door answer.
#pragma once

#include "base/json.h"
#include "engine/core.h"
#include "memory/journal.h"

namespace hearth::engine {

/// What turns phrases into sentences.
struct Wording {
  const act::Worder& worder;
  std::string_view language;
};

/// House thread. Every present entity with its name, area, device, traits and states, by number:
/// [{"entity", "name", "aliases", "area", "kind", "device", "door", "available", "tier", "states": {capability: {…}}}].
Json list_devices(const Core& core);
/// House thread. Timers, alarms, reminders and list items: [{"kind", "about", "text", "due", "paused", …}].
Json list_promises(const Core& core, const Wording& wording);
/// House thread. The home as a page needs it to begin with: {"seq", "time", "language", "floors", "areas", "people",
/// "entities", "promises", "questions"}.
Json describe_home(const Core& core, const Wording& wording, Time now);
/// House thread. Lessons that hold.
Json list_lessons(const Core& core);

struct JournalPage {
  uint64_t after = 0;  ///< entries with greater numbers; 0 with `newest`: the newest
  uint64_t limit = 50;
  uint64_t trace = 0;  ///< only of this trace
  bool newest = true;
};
/// Any thread. Entries in order as flow::to_json writes them.
Result<Json> read_journal(const memory::EntryReader& journal, const JournalPage& page);

/// Any thread. Why: of the message `about`, or with 0 of what the house did last: {"about", "sentence", "chain":
/// [{"id", "kind", "origin", "at", "sentence", "because", "from"}], "evidence"}. The chain is newest first. Errors:
/// NotFound.
Result<Json> explain(const memory::EntryReader& journal, const memory::View& view, const Wording& wording,
                     flow::MessageId about);

}  // namespace hearth::engine
