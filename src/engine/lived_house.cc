#include "engine/lived_house.h"

#include <algorithm>

namespace hearth::engine {

namespace {

constexpr size_t kGathered = 1024;

}  // namespace

/// Hands batches to the journal many at a time: a writer that is woken for each of them is slower than the house. What
/// somebody waits for goes at once, with all that came before it.
class LivedHouse::Gathering final : public memory::Journal {
 public:
  explicit Gathering(memory::Journal& journal) : journal_(journal), last_(journal.last()) {}

  Result<flow::Entry> read(flow::MessageId seq) const override {
    hand_over();
    return journal_.read(seq);
  }
  Result<std::vector<flow::Entry>> trace(flow::TraceId trace) const override {
    hand_over();
    return journal_.trace(trace);
  }
  Status scan(flow::MessageId first, const std::function<bool(const flow::Entry&)>& visit) const override {
    hand_over();
    return journal_.scan(first, visit);
  }
  Status scan_back(const std::function<bool(const flow::Entry&)>& visit) const override {
    hand_over();
    return journal_.scan_back(visit);
  }
  flow::MessageId last() const override { return last_; }
  void append(memory::Batch batch) override {
    last_ = batch.entries.back().seq;
    const bool waited_for = batch.written != nullptr || batch.durability == memory::Durability::Synced;
    held_.push_back(std::move(batch));
    if (waited_for || held_.size() >= kGathered) hand_over();
  }
  Status flush() override {
    hand_over();
    return journal_.flush();
  }

 private:
  void hand_over() const {
    for (memory::Batch& batch : held_) journal_.append(std::move(batch));
    held_.clear();
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
  TRY(lived->settle());
  return lived;
}

LivedHouse::~LivedHouse() {
  if (!door_) return;
  (void)journal_->flush()
      .ok();  // what is written may still call the door; a disk that refuses was told of by advance()
  door_->close();
}

Status LivedHouse::settle() {
  while (true) {
    // A writer of its own thread lets commands out in its own time; wait for it, so that time stands still meanwhile.
    const auto& plans = house().core().memory().plans.all();
    if (std::ranges::any_of(plans, [](const memory::PlanRecord& plan) { return !plan.finished; })) {
      TRY(journal_->flush());
    }
    if (!door_->tick()) return ok();
    simulated_->settle();
  }
}

Status LivedHouse::advance(Time to) {
  simulated_->settle();  // what was said to the house meanwhile
  while (true) {
    TRY(settle());
    if (household_.now() >= to) return journal_->flush();
    const Time wake = simulated_->next_wake().value_or(to);
    household_.advance_to_report(std::min(to, std::max(wake, household_.now())));
    simulated_->advance(household_.now());
  }
}

}  // namespace hearth::engine
