// What a part of the journal means to a page: its entries as messages of the live stream.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/timeline.h"

namespace hearth::engine {

/// One message of the stream, as it is sent to everybody.
struct LiveMessage {
  uint64_t seq = 0;  ///< the entry that it tells of
  std::string key;   ///< a newer one of the same key takes its place; empty: none does
  std::string text;  ///< JSON, docs/api.yaml, LiveMessage
};

/// Gathers entries and keeps of each thing the newest only. One thread at a time. What it is given must outlive it.
class LiveChanges {
 public:
  /// `door`: what is said there unasked is part of the stream.
  LiveChanges(const memory::EntryReader& journal, const Telling& telling, std::string_view door)
      : journal_(journal), telling_(telling), door_(door) {}

  /// A written entry; in the order of the journal.
  void add(const flow::Entry& entry);
  /// How many messages that makes at most.
  size_t size() const;
  /// In the order of the journal: a reader resumes after the last one that it got. Reads each trace that has changed.
  std::vector<LiveMessage> messages() const;

 private:
  void add_item(const flow::Entry& entry);
  void add_said(const flow::Entry& entry);
  bool changes_promises(const flow::Entry& entry) const;
  std::optional<LiveMessage> item(uint64_t trace, uint64_t seq) const;

  const memory::EntryReader& journal_;
  const Telling& telling_;
  const std::string_view door_;
  std::map<std::pair<flow::EntityId, flow::Capability>, flow::Entry> states_;
  std::map<uint64_t, uint64_t> items_;  ///< traces, each with its newest entry here
  std::vector<LiveMessage> said_;
  uint64_t home_ = 0, promises_ = 0;  ///< the newest entry that changed them; 0: none
};

}  // namespace hearth::engine
