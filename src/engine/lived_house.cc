#include "engine/lived_house.h"

#include <algorithm>
#include <utility>

namespace hearth::engine {

namespace {

constexpr size_t kGathered = 1024;

}  // namespace

/// Lets time stand still while the journal writes: what a batch lets out reaches devices that live and die in this very
/// process, so it need not wait for the disk, and batches go to the writer many at a time. A reader waits until all is
/// written. That it was written is nevertheless told: by flush().
class LivedHouse::Gathering final : public memory::Journal {
 public:
  explicit Gathering(memory::Journal& journal) : journal_(journal), last_(journal.last()) {}

  Result<flow::Entry> read(flow::MessageId seq) const override {
    TRY(write_out());
    return journal_.read(seq);
  }
  Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const override {
    TRY(write_out());
    return journal_.trace(trace);
  }
  Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const override {
    TRY(write_out());
    return journal_.scan(first, visit);
  }
  Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const override {
    TRY(write_out());
    return journal_.scan_back(visit);
  }
  flow::MessageId last() const override { return last_; }
  void append(memory::Batch batch) override {
    last_ = batch.entries.back().seq;
    const auto written = std::exchange(batch.written, nullptr);
    batch.durability = memory::Durability::Committed;
    held_.push_back(std::move(batch));
    if (held_.size() >= kGathered) hand_over();
    if (written) written(ok());
  }
  Status flush() override { return write_out(); }

 private:
  void hand_over() const {
    for (memory::Batch& batch : held_) journal_.append(std::move(batch));
    held_.clear();
  }
  Status write_out() const {
    hand_over();
    return journal_.flush();
  }

  memory::Journal& journal_;
  flow::MessageId last_;
  mutable std::vector<memory::Batch> held_;  ///< reading, too, hands them over first
};

LivedHouse::LivedHouse(memory::Journal& journal, simulation::Household& household)
    : journal_(std::make_unique<Gathering>(journal)), household_(household) {}

Result<std::unique_ptr<LivedHouse>> LivedHouse::open(const Models& models, memory::Journal& journal,
                                                     simulation::Household& household, HouseOptions options) {
  std::unique_ptr<LivedHouse> lived(new LivedHouse(journal, household));
  lived->simulated_ = TRY(SimulatedHouse::open(models, *lived->journal_, household.now(), std::move(options)));
  lived->door_ = std::make_unique<connect::HouseholdDoor>(household, lived->simulated_->clock());
  lived->house().attach(*lived->door_);
  lived->house().start();
  TRY(lived->door_->open(lived->house()));
  lived->settle();
  return lived;
}

LivedHouse::~LivedHouse() {
  if (!door_) return;
  (void)journal_->flush().ok();  // a disk that refuses was told of by advance()
  door_->close();
}

void LivedHouse::settle() {
  do { simulated_->settle(); } while (door_->tick());
}

Status LivedHouse::advance(Time to) {
  while (true) {
    settle();
    if (household_.now() >= to) return journal_->flush();
    const Time wake = simulated_->next_wake().value_or(to);
    household_.advance_to_report(std::min(to, std::max(wake, household_.now())));
    simulated_->advance(household_.now());
  }
}

}  // namespace hearth::engine
