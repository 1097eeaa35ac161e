// The plans that are still being carried out, and the newest of those that were: for the runner, undo and why.
#pragma once

#include <deque>
#include <vector>

#include "memory/projection.h"

namespace hearth::memory {

/// What became of one step so far. `sent`: how often its Command was emitted.
struct StepRecord {
  std::optional<flow::Outcome::Progress> progress;  ///< none: not begun
  flow::Value before, after;
  Time started{};
  uint16_t sent = 0;
  flow::MessageId outcome;  ///< the newest Outcome of the step
  bool operator==(const StepRecord&) const = default;
};

struct PlanRecord {
  flow::Plan plan;  ///< with its head
  std::vector<StepRecord> steps;
  bool finished = false;      ///< every step has come to an end (at once when there is none to carry out)
  flow::MessageId undone_by;  ///< the plan that took this one back
  bool operator==(const PlanRecord&) const = default;
};

/// A step changed something, or began a promise: there is something that could be taken back.
bool did_something(const PlanRecord& record);

/// Folds Plan, Command, Outcome and ClockStep (what has begun moves with the wall clock). Unfinished plans are all
/// kept; of the finished the newest 256.
class Plans final : public Projection {
 public:
  std::string_view name() const override { return "plans"; }
  void apply(const flow::Entry& entry) override;
  std::string save() const override;
  Status restore(std::string_view bytes) override;

  const PlanRecord* find(flow::MessageId plan) const;
  /// The newest plan that settles that Meaning or Proposal; null when there is none.
  const PlanRecord* settling(flow::MessageId cause) const;
  /// Oldest first.
  const std::deque<PlanRecord>& all() const { return records_; }
  /// The newest plan of that conversation (exact address, else same door and device, else any) that did something and
  /// was not undone; null when there is none.
  const PlanRecord* last_done(const flow::Address& address) const;

 private:
  PlanRecord* writable(flow::MessageId plan);
  std::deque<PlanRecord> records_;
};

}  // namespace hearth::memory
