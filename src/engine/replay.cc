#include "engine/replay.h"

#include "engine/core.h"
#include "flow/codec.h"
#include "flow/json.h"

namespace hearth::engine {
namespace {

bool same(const flow::Entry& a, const flow::Entry& b) {
  return a.seq == b.seq && a.at == b.at && a.trace == b.trace && a.message.index() == b.message.index() &&
         flow::encode_body(a) == flow::encode_body(b);
}

class Verifier {
 public:
  /// `unreadable`: an entry before could not be read; nobody can tell which of the later runs still knew it.
  Verifier(Core& core, ReplayReport& report, bool& unreadable)
      : core_(core), report_(report), unreadable_(unreadable), lost_(unreadable) {}

  /// False once a difference was found.
  bool take(const flow::Entry& entry) {
    ++report_.entries;
    if (std::holds_alternative<flow::Gap>(entry.message)) return enter(entry);
    if (lost_ && !(std::holds_alternative<flow::Started>(entry.message) && !unreadable_)) {
      ++report_.unverified;
      core_.fold(entry);
      return true;
    }
    lost_ = false;
    if (entry.direction == flow::Entry::Input) {
      if (next_ < said_.size()) return differ(entry.seq, entry.trace, nullptr, &said_[next_]);
      ++report_.inputs;
      said_ = core_.run(entry);
      next_ = 0;
      return true;
    }
    ++report_.emissions;
    if (next_ >= said_.size()) return differ(entry.seq, entry.trace, &entry, nullptr);
    const flow::Entry& found = said_[next_++];
    return same(entry, found) || differ(entry.seq, entry.trace, &entry, &found);
  }
  bool finish() {
    return lost_ || next_ >= said_.size() || differ(said_[next_].seq, said_[next_].trace, nullptr, &said_[next_]);
  }

 private:
  bool enter(const flow::Entry& entry) {
    const bool readable = entry.origin != memory::kUnreadable;
    if (readable && !lost_ && next_ < said_.size()) {  // what was lost is whole batches
      return differ(entry.seq, entry.trace, nullptr, &said_[next_]);
    }
    ++report_.gaps;
    lost_ = true;
    unreadable_ = unreadable_ || !readable;
    core_.fold(entry);
    return true;
  }
  bool differ(flow::MessageId seq, flow::TraceId trace, const flow::Entry* expected, const flow::Entry* found) {
    const auto text = [](const flow::Entry* entry) {
      return entry == nullptr ? "nothing" : dump(flow::to_json(*entry));
    };
    report_.difference = {seq, trace, text(expected), text(found)};
    return false;
  }

  Core& core_;
  ReplayReport& report_;
  bool& unreadable_;
  bool lost_;  ///< behind a gap
  std::vector<flow::Entry> said_;
  size_t next_ = 0;
};

calendar::Zone zone_of(const flow::Started& started) { return calendar::Zone::find(started.zone).value_or({}); }

Status fold_until(const memory::EntryReader& journal, flow::MessageId end, Core& core) {
  return journal.scan({1}, [&](const flow::Entry& entry) {
    if (entry.seq < end) core.fold(entry);
    return entry.seq < end;
  });
}

}  // namespace

Result<ReplayReport> verify(const memory::EntryReader& journal, const Parts& parts,
                            const std::function<void(uint64_t)>& progress) {
  graph::RecordedExecutor executor;
  ReplayReport report;
  Parts own = parts;
  flow::MessageId from{1};
  bool unreadable = false;
  for (bool more = true; more;) {
    // A core keeps the zone that it was made with. As on the day, another zone is a new core that folds the past.
    more = false;
    const std::unique_ptr<Core> core = TRY(Core::open(own, executor, {}));
    if (from.value > 1) TRY(fold_until(journal, from, *core));
    Verifier verifier(*core, report, unreadable);
    TRY(journal.scan(from, [&](const flow::Entry& entry) {
      const auto* started = std::get_if<flow::Started>(&entry.message);
      if (started != nullptr && zone_of(*started) != own.decide.zone) {
        own.decide.zone = zone_of(*started);
        from = entry.seq;
        more = true;
        return false;
      }
      if (progress && report.entries % 4096 == 0) progress(report.entries);
      return verifier.take(entry);
    }));
    if (!report.difference && !verifier.finish()) more = false;
  }
  return report;
}

}  // namespace hearth::engine
