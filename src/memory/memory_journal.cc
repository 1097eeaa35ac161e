#include <algorithm>

#include "memory/journal.h"

namespace hearth::memory {

bool EntryReader::wait_for(flow::MessageId seq, Duration) const { return read(seq).ok(); }

Result<flow::Entry> MemoryJournal::read(flow::MessageId seq) const {
  if (!seq || seq.value > entries_.size()) return not_found("no entry " + std::to_string(seq.value));
  return entries_[seq.value - 1];
}

Result<std::vector<flow::Entry>> MemoryJournal::trace(flow::TraceId trace) const {
  std::vector<flow::Entry> found;
  std::ranges::copy_if(entries_, std::back_inserter(found), [&](const flow::Entry& e) { return e.trace == trace; });
  return found;
}

Status EntryReader::look_back(flow::MessageId first, flow::MessageId before, std::span<const size_t> kinds,
                              const std::function<bool(const flow::Entry&)>& visit) const {
  return scan_back([&](const flow::Entry& entry) {
    if (entry.seq < first) return false;
    const bool wanted = entry.seq < before && std::ranges::find(kinds, entry.message.index()) != kinds.end();
    return !wanted || visit(entry);
  });
}

Status MemoryJournal::scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const {
  for (size_t i = first ? first.value - 1 : 0; i < entries_.size(); ++i) {
    if (!visit(entries_[i])) break;
  }
  return ok();
}

Status MemoryJournal::scan_back(const std::function<bool(const flow::Entry&)>& visit) const {
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
    if (!visit(*entry)) break;
  }
  return ok();
}

flow::MessageId MemoryJournal::last() const { return {entries_.size()}; }

void MemoryJournal::append(Batch batch) {
  for (flow::Entry& entry : batch.entries) {
    CHECK(entry.seq.value == entries_.size() + 1);
    entries_.push_back(std::move(entry));
  }
  if (batch.written) batch.written(ok());
}

}  // namespace hearth::memory
