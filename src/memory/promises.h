// What the house has promised: timers, alarms, reminders, and the lists that people keep with it.
#pragma once

#include <vector>

#include "memory/projection.h"

namespace hearth::memory {

/// `id` and `step` name the plan's step that began it; Promise::changes refers to `id`.
struct Promised {
  flow::MessageId id;
  uint16_t step = 0;
  flow::Promise promise;  ///< as begun; `due` moves with pause, resume and extend
  Time begun{};
  double remaining_s = 0;  ///< of a paused timer
  bool paused = false;
  bool rung = false;    ///< due has come and was told, and nobody has reacted yet
  flow::Address where;  ///< where it was asked for
  std::optional<flow::PersonId> person;
  flow::Language language;
  Time first{};             ///< the first `due`: where its recurrence is counted from
  uint16_t rings = 0;       ///< since it was due
  Time rang{};              ///< the newest of them
  Time again = kNever;      ///< when it rings again unless somebody reacts, or once its snooze is over
  Time next = kNever;       ///< when it comes round the next time, known from its first ring
  flow::Address told = {};  ///< where it rang the last time; none: not yet
  bool operator==(const Promised&) const = default;
};

/// Folds Plan (a step is a promise from the moment that its Outcome says Done, until one says Refused or Failed: then
/// it is taken back, and what it changed holds again as before), Outcome, Proposal(Ring), Observation (arms triggers),
/// Meaning (whoever speaks where a reminder was told the last time, or whom it is for, has heard it) and ClockStep
/// (what is due in so many seconds counts steady time: its `due` moves with the wall clock; alarms stay at their civil
/// time).
class Promises final : public Projection {
 public:
  std::string_view name() const override { return "promises"; }
  void apply(const flow::Entry& entry) override;
  std::string save() const override;
  Status restore(std::string_view bytes) override;

  /// In the order in which they were made. Items of lists included, completed and rung ones are dropped.
  const std::vector<Promised>& all() const { return promised_; }
  const Promised* find(flow::MessageId id, uint16_t step) const;

 private:
  using PlanStep = std::pair<flow::MessageId, uint16_t>;
  void take_back(const PlanStep& step);
  void ring(const flow::Proposal& told, Time at);
  void hear(const flow::Meaning& said);

  std::vector<Promised> promised_;
  std::vector<std::pair<flow::MessageId, flow::Plan>> pending_;      ///< plans whose promise steps are not yet Done
  std::vector<std::pair<PlanStep, std::vector<Promised>>> carried_;  ///< steps done last, and what they changed
};

}  // namespace hearth::memory
