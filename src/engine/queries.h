// What people and programs may look up in a house, as JSON: the bodies of what the control socket and the page's door
// answer.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <vector>

#include "base/json.h"
#include "engine/core.h"
#include "engine/wording.h"
#include "memory/journal.h"

namespace hearth::engine {

/// What holds in a house at one moment, copied on its thread so that it can be written out on another.
struct Glance {
  flow::MessageId last;  ///< the newest entry that it reflects
  memory::Present present;
  std::vector<memory::Promised> promises;
  std::shared_ptr<const memory::ConversationsView> conversations;
  std::map<flow::MessageId, flow::TraceId> asking;  ///< plans that ask something, with their traces
};
/// House thread.
Glance glance_at(const Core& core);

/// Any thread. Every present entity with its name, area, device, traits and states, by number: [{"entity", "name",
/// "aliases", "area", "kind", "device_class", "device", "door", "available", "tier", "states": {capability: {…}}}].
Json list_devices(const memory::Present& present);
/// Any thread. Timers, alarms, reminders and list items: [{"id", "kind", "about", "text", "area", "due", "paused", …}].
Json list_promises(std::span<const memory::Promised> promises, const Wording& wording, const home::Home& home);
/// Any thread. The home as a page needs it to begin with: {"seq", "time", "language", "floors", "areas", "people",
/// "entities", "promises", "questions"}.
Json describe_home(const Glance& glance, const Wording& wording, Time now);
/// Any thread. Lessons that hold.
Json list_lessons(const memory::LexiconView& lexicon);

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
