#include "tests/stories/story_journal.h"

namespace hearth::stories {

Result<flow::Entry> StoryJournal::read(flow::MessageId seq) const {
  const auto found = entries_.find(seq);
  if (found == entries_.end()) return not_found("no entry " + std::to_string(seq.value));
  return found->second;
}

Result<std::vector<flow::Entry>> StoryJournal::trace(flow::TraceId trace) const {
  std::vector<flow::Entry> found;
  for (const auto& [seq, entry] : entries_) {
    if (entry.trace == trace) found.push_back(entry);
  }
  return found;
}

Status StoryJournal::scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const {
  for (auto entry = entries_.lower_bound(first); entry != entries_.end(); ++entry) {
    if (!visit(entry->second)) break;
  }
  return ok();
}

Status StoryJournal::scan_back(const std::function<bool(const flow::Entry&)>& visit) const {
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
    if (!visit(entry->second)) break;
  }
  return ok();
}

void StoryJournal::append(memory::Batch batch) {
  CHECK(!batch.entries.empty() && batch.entries.front().seq.value == last_.value + 1);
  last_ = batch.entries.back().seq;
  Status written = ok();
  if (full_) {
    written = unavailable("database or disk is full");
    if (!first_lost_) {
      first_lost_ = batch.entries.front().seq;
      lost_since_ = batch.entries.front().at;
    }
    lost_ += batch.entries.size();
  } else {
    if (first_lost_) {
      flow::Gap gap{.since = lost_since_, .lost = lost_, .reason = "database or disk is full"};
      entries_.emplace(first_lost_, flow::Entry{first_lost_,
                                                batch.entries.front().at,
                                                flow::Entry::Input,
                                                {first_lost_.value},
                                                "journal",
                                                std::move(gap)});
      first_lost_ = {};
      lost_ = 0;
    }
    for (flow::Entry& entry : batch.entries) entries_.emplace(entry.seq, std::move(entry));
  }
  if (batch.written) batch.written(written);
}

}  // namespace hearth::stories
