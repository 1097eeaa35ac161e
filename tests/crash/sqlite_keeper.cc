#include "tests/crash/sqlite_keeper.h"

namespace hearth::crash {

/// Keeps silent about batches once the process counts as dead.
class SqliteKeeper::Mortal final : public memory::Journal {
 public:
  Mortal(memory::SqliteJournal& journal, const store::FaultyVfs& disk) : journal_(journal), disk_(disk) {}

  Result<flow::Entry> read(flow::MessageId seq) const override { return journal_.read(seq); }
  Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const override { return journal_.trace(trace); }
  Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const override {
    return journal_.scan(first, visit);
  }
  Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const override {
    return journal_.scan_back(visit);
  }
  bool wait_for(flow::MessageId seq, Duration patience) const override { return journal_.wait_for(seq, patience); }
  flow::MessageId last() const override { return journal_.last(); }
  void append(memory::Batch batch) override {
    if (batch.written) {
      batch.written = [this, told = std::move(batch.written)](const Status& status) {
        if (!disk_.crashed()) told(status);
      };
    }
    journal_.append(std::move(batch));
  }
  Status flush() override { return journal_.flush(); }

 private:
  memory::SqliteJournal& journal_;
  const store::FaultyVfs& disk_;
};

Result<memory::Journal*> SqliteKeeper::open() {
  journal_ = TRY(memory::SqliteJournal::open(file_, {.vfs = disk_.name()}));
  mortal_ = std::make_unique<Mortal>(*journal_, disk_);
  return mortal_.get();
}

void SqliteKeeper::close(bool) {
  journal_.reset();  // waits for the writer, which may still tell the mortal one
  mortal_.reset();
}

Status SqliteKeeper::set_full(bool full) {
  if (full) {
    disk_.fill_after(0);
  } else {
    disk_.free_space();
  }
  return ok();
}

}  // namespace hearth::crash
