// What was said and has no Plan yet, with the answers that have come to it.
#pragma once

#include <vector>

#include "flow/answer.h"
#include "flow/meaning.h"
#include "memory/projection.h"

namespace hearth::decide {

/// Folds Meaning, Answer, and the Plan that settles a Meaning. What a stop of the house left without a Plan is settled
/// when it starts again.
class WaitingMeanings final : public memory::Projection {
 public:
  struct Waiting {
    flow::Meaning meaning;
    std::vector<flow::Answer> answers;  ///< in the order in which they came
  };

  std::string_view name() const override { return "waiting_meanings"; }
  void apply(const flow::Entry& entry) override;
  std::string save() const override;
  Status restore(std::string_view bytes) override;

  /// Null when there is no such Meaning, or it has its Plan.
  const Waiting* find(flow::MessageId meaning) const;
  /// By number of the Meaning.
  const std::vector<Waiting>& all() const { return all_; }

 private:
  std::vector<Waiting> all_;  ///< by number of the Meaning
};

}  // namespace hearth::decide
